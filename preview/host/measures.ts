/** Heights of the parts around a page, in CSS pixels; the style sheet has the same numbers. */
export const navHeight = 44
export const tabHeight = 50

/** Only a phone inside the drawn frame has a status bar of its own. */
export function statusHeight(framed: boolean): number {
  return framed ? 24 : 0
}
