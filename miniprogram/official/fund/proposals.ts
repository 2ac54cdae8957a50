/** Moves of the fund that wait for a second person: what, how much, on which paper, who and why. */
import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import { dayWords, shortWords } from '../../clock/beijing.ts'
import { proposalSays, proposalWords } from '../../labels/fund.ts'
import { rowWords } from '../../labels/rows.ts'

export function proposalsOf(fund: FundView, entries: EntryView[]) {
  return fund.proposals.map((proposal) => {
    const { mine, mayConfirm } = proposal
    const what = proposalSays.sum(eventLabels[proposal.order], formatFen(proposal.amountFen))
    const made = proposalSays.made(proposal.madeBy ?? rowWords.noName, shortWords(proposal.madeAt))
    const paper = paperOf(proposal, entries)
    return {
      id: proposal.id, what, made, paper, day: dayWords(proposal.on),
      reason: proposal.reason ? proposalSays.why(proposal.reason) : '',
      may: mayConfirm, mine,
      end: mine ? proposalWords.takeBack : mayConfirm ? proposalWords.dismiss : '',
      note: mine ? proposalWords.mine : mayConfirm ? '' : proposalWords.others,
      ask: proposalSays.ask(what), text: proposalSays.text(paper), sure: proposalSays.sure(what),
    }
  })
}
export type Proposal = ReturnType<typeof proposalsOf>[number]

/** One's own orders that a second person turned down: what, who, when and why. */
export function turnedDownOf(fund: FundView) {
  return fund.turnedDown.map(({ id, order, amountFen, dismissedBy, dismissedAt, reason }) => ({
    id, what: proposalSays.sum(eventLabels[order], formatFen(amountFen)),
    by: proposalSays.turnedDown(dismissedBy ?? rowWords.noName, shortWords(dismissedAt)),
    reason: reason ? proposalSays.why(reason) : '',
  }))
}
export type TurnedDown = ReturnType<typeof turnedDownOf>[number]

/** The bank's number, or which entry an undo mirrors. */
function paperOf(proposal: FundView['proposals'][number], entries: EntryView[]): string {
  const { bankSerial, undoes } = proposal
  if (undoes === null) return bankSerial ? proposalSays.serial(bankSerial) : ''
  const entry = entries.filter(({ seq }) => seq === undoes)[0]
  const title = entry ? proposalSays.sum(eventLabels[entry.event], formatFen(entry.amountFen)) : ''
  return proposalSays.undoes(undoes, title)
}
