import type { MakeGrant } from '../contract/index.ts'
import { filingInserts, oweExplanation } from '../explanations/index.ts'
import type { FundHead } from '../fund/index.ts'
import { entryInserts } from '../fund/index.ts'
import type { Step } from '../identity/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { newSalt, statement, textInsert } from '../platform/index.ts'
import { formulaCells, payoutInsert, reserveEntry, stagesOf } from './stages.ts'

/** What a decision is made of: the request's row, the policy and the fund's head it was read with. */
export type Decision = {
  grantId: string
  number: string
  requestId: string
  request: Row
  policy: Policy
  head: FundHead
}

/** Grant, goods, payouts, owed explanation and the `reserve` entries, in the order in which each needs the other. */
export function decisionInserts(ctx: Context, step: Step, input: MakeGrant, decision: Decision): Statement[] {
  const { grantId, request, head } = decision
  const salt = newSalt()
  const reason = textInsert(ctx.cipher, step, input.reason)
  const newest = request.payee_id === null ? null : String(request.payee_id)
  const payeeId = input.channel === 'transfer' ? (input.payeeId ?? newest) : null
  const stages = stagesOf(grantId, input)
  return [
    ...reason.statements,
    grantInsert(step, input, decision, { salt, payeeId, reasonId: reason.id }),
    ...goodsInserts(ctx, step, input, grantId),
    ...stages.map((stage) => payoutInsert(step, input, decision, stage)),
    ...(input.track === 'standard' ? [] : [oweExplanation(grantId, input.track === 'small', step.journalId)]),
    ...prefilled(ctx, step, input, grantId, reason.id),
    ...entryInserts(
      head,
      stages.map((stage) => reserveEntry(step, input, decision, stage, { salt, payeeId })),
    ),
  ]
}

/** What the rows of one decision share: its salt, the account that it goes to, its written reason. */
export type Sealed = { salt: string; payeeId: string | null; reasonId: string | null }

function grantInsert(step: Step, input: MakeGrant, decision: Decision, { salt, payeeId, reasonId }: Sealed): Statement {
  const { grantId, number, requestId, request, policy, head } = decision
  return statement(
    `INSERT INTO grants (id, number, request_id, township_code, fund_code, household_id, person_id, cause_code, year, track, fen,
       channel, payee_id, exceptions, formula, formula_base, formula_persons, formula_count, policy_version, explanation_days, reason_text_id, approved_by, granted_at, salt, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    grantId,
    number,
    requestId,
    request.township_code ?? null,
    head.code,
    request.household_id ?? null,
    request.person_id ?? null,
    request.cause_code ?? null,
    Number(step.on.slice(0, 4)),
    input.track,
    input.amountFen,
    input.channel,
    payeeId,
    request.exceptions ?? null,
    ...formulaCells(input.formula),
    policy.version,
    policy.explanationDays,
    reasonId,
    step.caller.personId,
    step.at,
    salt,
    step.journalId,
  )
}

function goodsInserts(ctx: Context, step: Step, input: MakeGrant, grantId: string): Statement[] {
  return (input.goods ?? []).flatMap((one, ordinal) => {
    const name = textInsert(ctx.cipher, step, one.name)
    const insert = statement(
      `INSERT INTO grant_goods (grant_id, ordinal, name_text_id, quantity, value_fen, journal_id)
       VALUES (?, ?, ?, ?, ?, ?)`,
      grantId,
      ordinal,
      name.id,
      one.quantity,
      one.valueFen ?? null,
      step.journalId,
    )
    return [...name.statements, insert]
  })
}

/** A small grant's explanation is the record itself (N-02): filed by who approved it, one tap of another accepts it. */
function prefilled(
  ctx: Context,
  step: Step,
  input: MakeGrant,
  grantId: string,
  reasonId: string | null,
): Statement[] {
  if (input.track !== 'small') return []
  return filingInserts(ctx, step, {
    grantId,
    n: 1,
    filedBy: step.caller.personId,
    items: [{ kind: 'NARRATIVE', textId: reasonId }],
    hashes: new Map(),
  })
}
