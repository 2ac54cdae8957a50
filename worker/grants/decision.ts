import type { MakeGrant } from '../contract/index.ts'
import { filingInserts, oweExplanation } from '../explanations/index.ts'
import type { FundHead } from '../fund/index.ts'
import { entryInsert } from '../fund/index.ts'
import type { Step } from '../identity/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { digest, newSalt, statement, textInsert } from '../platform/index.ts'

/** What a decision is made of: the request's row, the policy and the fund's head it was read with. */
export type Decision = {
  grantId: string
  number: string
  requestId: string
  request: Row
  policy: Policy
  head: FundHead
}

/** Grant, goods, payout, owed explanation and the `reserve` entry, in the order in which each needs the other. */
export function decisionInserts(ctx: Context, step: Step, input: MakeGrant, decision: Decision): Statement[] {
  const { grantId, request, head } = decision
  const salt = newSalt()
  const reason = textInsert(ctx.cipher, step, input.reason)
  const newest = request.payee_id === null ? null : String(request.payee_id)
  const payeeId = input.channel === 'transfer' ? (input.payeeId ?? newest) : null
  const payout = statement(
    'INSERT INTO payouts (id, grant_id, n, fund_code, channel, fen, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    `${grantId}.1`,
    grantId,
    1,
    head.code,
    input.channel,
    input.amountFen,
    step.journalId,
  )
  return [
    ...reason.statements,
    grantInsert(step, input, decision, { salt, payeeId, reasonId: reason.id }),
    ...goodsInserts(ctx, step, input, grantId),
    payout,
    oweExplanation(grantId, input.track === 'small', step.journalId),
    ...prefilled(ctx, step, input, grantId, reason.id),
    reserveInsert(step, input, decision, salt, payeeId),
  ]
}

type Sealed = { salt: string; payeeId: string | null; reasonId: string | null }

function grantInsert(step: Step, input: MakeGrant, decision: Decision, { salt, payeeId, reasonId }: Sealed): Statement {
  const { grantId, number, requestId, request, policy, head } = decision
  return statement(
    `INSERT INTO grants (id, number, request_id, township_code, fund_code, household_id, person_id, cause_code, year, track, fen,
       channel, payee_id, policy_version, explanation_days, reason_text_id, approved_by, granted_at, salt, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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

function reserveInsert(
  step: Step,
  input: MakeGrant,
  decision: Decision,
  salt: string,
  payeeId: string | null,
): Statement {
  const { grantId, number, requestId, request, policy, head } = decision
  const bank = input.channel === 'transfer'
  return entryInsert(
    {
      fundCode: head.code,
      event: 'reserve',
      debit: bank ? 'bank.held' : 'cash.held',
      credit: bank ? 'bank.available' : 'cash.available',
      fen: input.amountFen,
      payoutId: `${grantId}.1`,
      day: step.on,
      at: step.at,
      madeBy: step.caller.personId,
      checkedBy: null,
      paper: null,
      undoes: null,
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
      ]),
      journalId: step.journalId,
    },
    head,
  )
}

/** Binds the decision's own rows to the entry: an edited grant no longer fits its hash. */
export function decisionHash(salt: string, facts: (string | number | null)[]): string {
  return digest([salt, 'grant', ...facts])
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
