import type { CaseFacts, DecisionView, ExceptionCode } from '../contract/index.ts'
import { against, problems, smallCapOf } from '../contract/index.ts'
import { owedKinds } from '../explanations/index.ts'
import { fundHead, fundHeadOf } from '../fund/index.ts'
import type { Caller } from '../identity/index.ts'
import { holds, letterCeiling } from '../identity/index.ts'
import { dueFact, dueOf, hasLastingCost, limitsOf, policyFact, policyOf } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { noticeFact, noticeOf } from '../standard/index.ts'
import { beijingDay, statement } from '../platform/index.ts'
import type { Case } from './case.ts'
import { chainFact, chainOf } from './chain.ts'

/** What the deciding screen needs beside the case: policy, fund, due day if paid today, household. */
export function decisionFacts(ctx: Context, requestId: string, callerId: string): Statement[] {
  const today = beijingDay(ctx.clock())
  const townshipFund = 'SELECT f.code FROM funds f JOIN requests r ON r.township_code = f.township_code WHERE r.id = ?'
  return [
    policyFact(today),
    fundHead(statement(townshipFund, requestId)),
    statement(
      `SELECT quota_fen, EXISTS (SELECT 1 FROM open_freezes WHERE fund_code = funds.code) AS frozen
       FROM funds WHERE code = (${townshipFund})`,
      requestId,
    ),
    dueFact(
      statement(
        'SELECT explanation_days FROM policies WHERE from_on <= ? ORDER BY from_on DESC, version DESC LIMIT 1',
        today,
      ),
      statement('SELECT ?', today),
    ),
    chainFact(
      statement(
        `SELECT coalesce((SELECT household_id FROM acceptances WHERE request_id = ?1),
         (SELECT m.household_id FROM household_members m JOIN requests r ON r.person_id = m.person_id WHERE r.id = ?1))`,
        requestId,
      ),
    ),
    statement(
      `SELECT count(*) FILTER (WHERE k.year = ?2) AS total, count(*) FILTER (WHERE k.year = ?2 AND k.cause_code = r.cause_code) AS same_cause,
         count(*) FILTER (WHERE k.year = ?2 - 1 AND k.cause_code = r.cause_code) AS before FROM counted_grants k
       JOIN requests r ON r.id = k.request_id JOIN grants g ON g.id = k.grant_id WHERE k.request_id = ?1 AND g.request_id <> ?1`,
      requestId,
      Number(today.slice(0, 4)),
    ),
    statement(
      `SELECT EXISTS (SELECT 1 FROM payees WHERE request_id = ?1) AS payee,
         (SELECT y.relation <> 'self' OR y.holder_index IS o.holder_index FROM payees y JOIN requests r ON r.id = y.request_id
          JOIN persons o ON o.id = r.person_id WHERE y.request_id = ?1 ORDER BY y.n DESC LIMIT 1) AS payee_fits,
         (SELECT count(*) FROM household_members WHERE household_id = (SELECT household_id FROM acceptances WHERE request_id = ?1)) AS persons,
         (SELECT grants FROM overdue_grants WHERE fund_code = (SELECT f.code FROM funds f JOIN requests r ON r.township_code = f.township_code WHERE r.id = ?1)) AS overdue,
         (SELECT json_group_array(code) FROM standing_exceptions WHERE request_id = ?1) AS exceptions,
         (SELECT count(DISTINCT g.household_id) FROM payees o JOIN grants g ON g.payee_id = o.id
           WHERE o.account_index = (SELECT account_index FROM payees WHERE request_id = ?1 ORDER BY n DESC LIMIT 1)
             AND g.household_id IS NOT (SELECT household_id FROM request_households WHERE request_id = ?1)
             AND NOT EXISTS (SELECT 1 FROM returned_grants WHERE grant_id = g.id)) AS payee_households,
         EXISTS (SELECT 1 FROM gainers WHERE request_id = ?1 AND person_id = ?2) AS own,
         (SELECT id_number_index IS NOT NULL FROM persons WHERE id = (SELECT person_id FROM requests WHERE id = ?1)) AS identified`,
      requestId,
      callerId,
    ),
    statement(`SELECT (${letterCeiling('r.township_code', '?2')}) AS letter_fen FROM requests r WHERE r.id = ?1`, requestId, today),
    noticeFact(requestId),
  ]
}

/** Null once the case is decided. `blockers` do not depend on the sum; the screen compares the sum with the limits. */
export function decisionOf(
  ctx: Context,
  caller: Caller,
  file: Case,
  rows: Row[][],
  duplicates: DecisionView['duplicates'],
): DecisionView | null {
  const [policyRows, heads, quotas, dues, chain = [], years, known, letters, notices] = rows
  const head = fundHeadOf(heads?.[0])
  if (!head || !['submitted', 'accepted', 'escalated'].includes(file.status)) return null
  const policy = policyOf(policyRows?.[0])
  const today = beijingDay(ctx.clock())
  const due = dueOf(dues?.[0])
  const year = { total: Number(years?.[0]?.total ?? 0), sameCause: Number(years?.[0]?.same_cause ?? 0), before: Number(years?.[0]?.before ?? 0) }
  const letterFen = typeof letters?.[0]?.letter_fen === 'number' ? letters[0].letter_fen : null
  const notice = noticeOf(notices?.[0], today)
  const identified = known?.[0]?.identified === 1
  const limits = limitsOf(policy)
  const facts: CaseFacts = {
    accepted: file.status === 'accepted',
    open: true,
    escalated: file.status === 'escalated',
    granted: false,
    kin: file.kin,
    letterFen,
    lastingCost: hasLastingCost(file.causeCode),
    notice: notice && { fen: notice.fen, state: notice.state },
    hasPayee: known?.[0]?.payee === 1,
    payeeFits: known?.[0]?.payee_fits !== 0,
    persons: Math.max(1, Number(known?.[0]?.persons ?? 0)),
    overdue: Number(known?.[0]?.overdue ?? 0),
    year,
    payeeHouseholds: Number(known?.[0]?.payee_households ?? 0),
    exceptions: JSON.parse(String(known?.[0]?.exceptions ?? '[]')) as ExceptionCode[],
    fund: { bankFen: head.availableFen, cashFen: head.cashFen, frozen: quotas?.[0]?.frozen === 1 },
    actor: {
      leads: holds(caller, ['deputy_leader', 'leader'], file.township),
      gains: known?.[0]?.own === 1,
      filedOrAccepted: [file.acceptedBy, file.submittedBy].includes(caller.personId),
    },
  }
  const codes = against(facts, limits, { track: file.track, fen: 1, channel: 'transfer' })
    .filter((code) => code !== 'payee_needed' && code !== 'payee_holder')
  return {
    fundCode: head.code,
    availableFen: head.availableFen,
    cashFen: head.cashFen,
    quotaFen: Number(quotas?.[0]?.quota_fen ?? 0),
    smallCapFen: smallCapOf(policy, facts.persons),
    urgentCeilingFen: Math.min(policy.urgentCeilingFen, letterFen ?? policy.urgentCeilingFen),
    cashCapFen: policy.cashCapFen,
    explanationDays: policy.explanationDays,
    dueOn: due.on,
    dueProvisional: due.provisional,
    owed: {
      small: owedKinds(file.causeCode, 'small', identified),
      urgent: owedKinds(file.causeCode, 'urgent', identified),
    },
    hasPayee: known?.[0]?.payee === 1,
    chain: chainOf(ctx, caller, chain, file.id),
    grantsThisYear: year.total,
    duplicates,
    facts,
    limits,
    blockers: codes.map((code) => ({ code, title: problems[code].title, rules: [...problems[code].rules] })),
  }
}
