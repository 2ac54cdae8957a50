import type { Granted, MakeGrant } from '../contract/index.ts'
import { filingInserts, oweExplanation } from '../explanations/index.ts'
import type { FundHead } from '../fund/index.ts'
import { entryInsert, fundHead, fundHeadOf } from '../fund/index.ts'
import type { Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import type { Policy } from '../policy/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import { townshipOf } from '../requests/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, digest, newSalt, ProblemError, statement, textInsert } from '../platform/index.ts'

type Decision = { grantId: string; number: string; request: Row; policy: Policy; head: FundHead }

/**
 * The one confirm (DESIGN 3): grant, payout, `reserve` entry and the owed explanation, in one plan. The schema judges
 * post, people, ceiling, frequency and balance (db/migrations/0008, 0009) and refuses with its own word.
 * Refuses: small_cap (offer: urgent), county_turn, public_notice_needed, cash_cap, payee_needed, same_cause_this_year,
 * household_year_limit, kin_needs_county, fund_insufficient (limitFen), same_person, beneficiary, already_granted.
 */
export async function decideGrant(ctx: Context, requestId: string, input: MakeGrant): Promise<Granted> {
  const seen: { policy?: Policy; head?: FundHead } = {}
  const decided = change<'request' | 'policy' | 'head', Granted>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      request: statement(
        `SELECT r.number, r.township_code, r.person_id, r.cause_code, a.household_id, a.accepted_by,
           (SELECT count(*) FROM grants WHERE request_id = r.id) AS grants,
           (SELECT id FROM payees WHERE request_id = r.id ORDER BY set_at DESC, id DESC LIMIT 1) AS payee_id
         FROM requests r LEFT JOIN acceptances a ON a.request_id = r.id WHERE r.id = ?`,
        requestId,
      ),
      policy: policyFact(beijingDay(ctx.clock())),
      head: fundHead(
        statement(
          'SELECT code FROM funds WHERE township_code = (SELECT township_code FROM requests WHERE id = ?)',
          requestId,
        ),
      ),
    },
    plan: ({ request: [request], policy: [policyRow], head: [headRow] }, step) => {
      const head = fundHeadOf(headRow)
      if (!request || !head) throw new ProblemError('not_found')
      if (request.household_id === null) throw new ProblemError('request_not_accepted')
      const policy = policyOf(policyRow)
      Object.assign(seen, { policy, head })
      const grantId = step.newId('gra')
      const number = `${String(request.number)}-${Number(request.grants) + 1}`
      const availableFen = input.channel === 'transfer' ? head.availableFen - input.amountFen : head.availableFen
      return {
        object: grantId,
        statements: granted(ctx, step, requestId, input, { grantId, number, request, policy, head }),
        answer: {
          grantId,
          number,
          requestId,
          track: input.track,
          amountFen: input.amountFen,
          channel: input.channel,
          grantedAt: step.at,
          explanationDays: policy.explanationDays,
          fund: { code: head.code, availableFen },
        },
      }
    },
  })
  return decided.catch((error: unknown) => {
    throw withTheWayOut(error, input, seen)
  })
}

function granted(ctx: Context, step: Step, requestId: string, input: MakeGrant, decision: Decision): Statement[] {
  const { grantId, number, request, policy, head } = decision
  const payoutId = `${grantId}.1`
  const salt = newSalt()
  const reason = textInsert(ctx.cipher, step, input.reason)
  const payeeId = input.channel === 'transfer' && request.payee_id !== null ? String(request.payee_id) : null
  const grant = statement(
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
    reason.id,
    step.caller.personId,
    step.at,
    salt,
    step.journalId,
  )
  const goods = (input.goods ?? []).map((one, ordinal) =>
    statement(
      'INSERT INTO grant_goods (grant_id, ordinal, name, quantity, value_fen, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
      grantId,
      ordinal,
      one.name,
      one.quantity,
      one.valueFen ?? null,
      step.journalId,
    ),
  )
  const payout = statement(
    'INSERT INTO payouts (id, grant_id, n, fund_code, channel, fen, journal_id) VALUES (?, ?, 1, ?, ?, ?, ?)',
    payoutId,
    grantId,
    head.code,
    input.channel,
    input.amountFen,
    step.journalId,
  )
  const bank = input.channel === 'transfer'
  const reserve = entryInsert(
    {
      fundCode: head.code,
      event: 'reserve',
      debit: bank ? 'bank.held' : 'cash.held',
      credit: bank ? 'bank.available' : 'cash.available',
      fen: input.amountFen,
      payoutId,
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
  const owed = [
    oweExplanation(grantId, input.track === 'small', step.journalId),
    ...prefilled(ctx, step, input, grantId, String(request.accepted_by)),
  ]
  return [...reason.statements, grant, ...goods, payout, ...owed, reserve]
}

/** Binds the decision's own rows to the entry: an edited grant no longer fits its hash. */
export function decisionHash(salt: string, facts: (string | number | null)[]): string {
  return digest([salt, 'grant', ...facts])
}

/** A small grant's explanation is the record itself (N-02): filed by who accepted the request, one tap accepts it. */
function prefilled(ctx: Context, step: Step, input: MakeGrant, grantId: string, filedBy: string): Statement[] {
  if (input.track !== 'small') return []
  return filingInserts(ctx, step, {
    grantId,
    n: 1,
    filedBy,
    items: [{ kind: 'NARRATIVE', text: input.reason }],
    hashes: new Map(),
  })
}

function withTheWayOut(error: unknown, input: MakeGrant, seen: { policy?: Policy; head?: FundHead }): unknown {
  if (!(error instanceof ProblemError)) return error
  const { policy, head } = seen
  if (error.code === 'small_cap')
    return new ProblemError('small_cap', { offer: 'urgent', limitFen: policy?.smallCapFen }, error)
  if (error.code === 'county_turn')
    return new ProblemError('county_turn', { offer: 'county', limitFen: policy?.urgentCeilingFen }, error)
  if (error.code === 'cash_cap')
    return new ProblemError('cash_cap', { offer: 'transfer', limitFen: policy?.cashCapFen }, error)
  const left = input.channel === 'cash' ? head?.cashFen : head?.availableFen
  if (error.code === 'fund_insufficient')
    return new ProblemError('fund_insufficient', { offer: 'county', limitFen: left }, error)
  return error
}
