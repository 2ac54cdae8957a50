import type { PayoutStep, PayPayout } from '../contract/index.ts'
import { ownPhotos, requirePhotos } from '../evidence/index.ts'
import { fixDue, townshipOfGrant } from '../explanations/index.ts'
import type { FundHead } from '../fund/index.ts'
import { entryInserts } from '../fund/index.ts'
import type { Deed, Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import type { Due } from '../policy/index.ts'
import { dueOf } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, digest, ProblemError, statement } from '../platform/index.ts'
import type { Payout } from './payout.ts'
import { dueAfter, payoutFacts, payoutOf } from './payout.ts'

type Rows = Record<'payout' | 'head' | 'due' | 'photo', Row[]>

/**
 * The money has reached the person: a transfer by the bank's serial and day, which fixes the explanation's due day;
 * cash as a signed slip's photo that a second officer must countersign (A-03, F-12).
 * Refuses: bank_serial_needed, slip_needed, slip_waiting, paid_on_wrong, cashier_is_reviewer, paper_used.
 */
export async function payPayout(ctx: Context, grantId: string, n: number, input: PayPayout): Promise<PayoutStep> {
  const paidOn = input.paidOn ?? beijingDay(ctx.clock())
  return change<keyof Rows, PayoutStep>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      ...payoutFacts(grantId, n),
      due: dueAfter(grantId, statement('SELECT ?', paidOn)),
      photo: ownPhotos(ctx.tokenHash, input.slipEvidenceId ? [input.slipEvidenceId] : []),
    },
    plan: (rows, step) => {
      const { payout, head } = payoutOf(rows.payout[0], rows.head[0])
      if (payout.channel === 'cash') return handed(rows, step, { grantId, n, payout, slipId: input.slipEvidenceId })
      if (!input.bankSerial)
        throw new ProblemError('bank_serial_needed', {
          fields: [{ field: 'bankSerial', label: '银行流水号', message: '请填银行流水号' }],
        })
      if (paidOn > step.on)
        throw new ProblemError('paid_on_wrong', {
          fields: [{ field: 'paidOn', label: '到账日期', message: '到账日期不能在今天之后' }],
        })
      const due = payout.owes ? dueOf(rows.due[0]) : null
      const paper = { day: paidOn, madeBy: step.caller.personId, checkedBy: null, paper: input.bankSerial }
      return {
        object: payout.id,
        statements: paidInserts(step, head, payout, paper, due),
        answer: { grantId, payout: n, step: 'paid', at: step.at, dueOn: due?.on ?? null, dueProvisional: due?.provisional ?? false },
      }
    },
  })
}

type Hand = { grantId: string; n: number; payout: Payout; slipId: string | undefined }

function handed(rows: Rows, step: Step, { grantId, n, payout, slipId }: Hand): Deed<PayoutStep> {
  if (!slipId)
    throw new ProblemError('slip_needed', {
      fields: [{ field: 'slipEvidenceId', label: '签领单照片', message: '请拍签领单' }],
    })
  requirePhotos([slipId], rows.photo, 'slipEvidenceId')
  const slip = statement(
    'INSERT INTO cash_slips (payout_id, n, evidence_id, handed_by, handed_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
    payout.id,
    payout.slips + 1,
    slipId,
    step.caller.personId,
    step.at,
    step.journalId,
  )
  return {
    object: payout.id,
    statements: [slip],
    answer: { grantId, payout: n, step: 'cash_handed', at: step.at, dueOn: null, dueProvisional: false },
  }
}

type Paper = { day: string; madeBy: string; checkedBy: string | null; paper: string }

/** The `paid` entry, from the bank’s transit or the drawer to `awaiting`, and the day its explanation is due; a standard grant’s is `cleared`. */
export function paidInserts(
  step: Step,
  head: FundHead,
  payout: Payout,
  { day, madeBy, checkedBy, paper }: Paper,
  due: Due | null,
): Statement[] {
  const entries = entryInserts(head, [
    {
      event: 'paid',
      debit: payout.owes ? 'awaiting' : 'cleared',
      credit: payout.channel === 'cash' ? 'cash.held' : 'bank.sent',
      fen: payout.fen,
      payoutId: payout.id,
      day,
      at: step.at,
      madeBy,
      checkedBy,
      paper,
      factsHash: digest([payout.salt, 'paid', payout.id, paper]),
      journalId: step.journalId,
    },
  ])
  const payment = { payoutId: payout.id, seq: head.seq + 1, grantId: payout.grantId, paidOn: day }
  return due === null ? entries : [...entries, fixDue(payment, due, step.journalId)]
}
