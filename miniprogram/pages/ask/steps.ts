/** Care mode asks one thing a screen; which box stands on which. */
export type Step = 'who' | 'cause' | 'story' | 'reach' | 'place' | 'agree'

const boxes: Record<Step, string[]> = {
  who: ['name', 'relation'], cause: ['causeCode'], story: ['story', 'photoIds'], reach: ['phone', 'name'],
  place: ['townshipCode', 'village'], agree: ['askedFen', 'commitmentVersion'],
}

export function stepsFor(forOther: boolean): Step[] {
  const all: Step[] = ['cause', 'story', 'reach', 'place', 'agree']
  return forOther ? ['who', ...all] : all
}

export function stepOf(field: string, forOther: boolean): Step {
  return stepsFor(forOther).filter((step) => boxes[step].indexOf(field) >= 0)[0] ?? 'agree'
}
