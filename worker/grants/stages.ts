import type { MakeGrant } from '../contract/index.ts'
import type { Entry } from '../fund/index.ts'
import type { Step } from '../identity/index.ts'
import type { Statement } from '../platform/index.ts'
import { digest, fieldProblem, statement } from '../platform/index.ts'
import type { Decision, Sealed } from './decision.ts'

/** One payment of the grant, as it is planned. */
export type Stage = { payoutId: string; n: number; fen: number; plannedOn: string | null }

/** 一次审批、分阶段救助 (N-21): one payout, or as many as were planned; all of it is reserved now. */
export function stagesOf(grantId: string, { amountFen, payouts }: MakeGrant): Stage[] {
  const planned = payouts ?? [{ amountFen }]
  if (planned.reduce((sum, one) => sum + one.amountFen, 0) !== amountFen)
    throw fieldProblem('payouts', '分阶段', '各次加起来要等于批准的金额')
  return planned.map(({ amountFen: fen, plannedOn }, index) => ({
    payoutId: `${grantId}.${index + 1}`,
    n: index + 1,
    fen,
    plannedOn: plannedOn ?? null,
  }))
}

export function payoutInsert(step: Step, input: MakeGrant, { grantId, head }: Decision, stage: Stage): Statement {
  return statement(
    'INSERT INTO payouts (id, grant_id, n, fund_code, channel, fen, planned_on, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    stage.payoutId,
    grantId,
    stage.n,
    head.code,
    input.channel,
    stage.fen,
    stage.plannedOn,
    step.journalId,
  )
}

/** The debit of one stage, at once (N-21): the approval is this entry. */
export function reserveEntry(
  step: Step,
  input: MakeGrant,
  decision: Decision,
  stage: Stage,
  { salt, payeeId }: Pick<Sealed, 'salt' | 'payeeId'>,
): Entry {
  const { grantId, number, requestId, request, policy } = decision
  const bank = input.channel === 'transfer'
  return {
    event: 'reserve',
    debit: bank ? 'bank.held' : 'cash.held',
    credit: bank ? 'bank.available' : 'cash.available',
    fen: stage.fen,
    payoutId: stage.payoutId,
    day: step.on,
    at: step.at,
    madeBy: step.caller.personId,
    factsHash: decisionHash(salt, [
      grantId,
      number,
      requestId,
      input.track,
      input.amountFen,
      input.channel,
      payeeId,
      step.caller.personId,
      String(request.accepted_by),
      policy.version,
      policy.smallCapFen,
      policy.urgentCeilingFen,
      stage.n,
      stage.fen,
      stage.plannedOn,
      ...formulaCells(input.formula),
    ]),
    journalId: step.journalId,
  }
}

/** How the sum was worked out (N-31), as it stands in the grant's row and in its hash: kind, standard, persons, count. */
export function formulaCells(formula: MakeGrant['formula']): [string | null, string | null, number | null, number | null] {
  if (!formula) return [null, null, null, null]
  return formula.kind === 'light' ? ['light', null, null, null] : [formula.kind, formula.base, formula.persons, formula.count]
}

/** Binds the decision's own rows to the entry: an edited grant no longer fits its hash. */
export function decisionHash(salt: string, facts: (string | number | null)[]): string {
  return digest([salt, 'grant', ...facts])
}
