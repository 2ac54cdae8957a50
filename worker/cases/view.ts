import type { RequestView } from '../contract/index.ts'
import { requestView } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { handles, holds, inScope, maskedIdNumber, maskedName, maskedPhone, personCell, signedIn } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { ProblemError, statement, textOpen } from '../platform/index.ts'
import type { Case } from './case.ts'
import { actionsFor, caseOf } from './case.ts'
import { countyFacts, countyOf } from './county.ts'
import { decisionFacts, decisionOf } from './decision.ts'
import { exceptionFact, exceptionsOf, liftedByException } from './exceptions.ts'
import { grantFacts, grantsOf } from './grants-of.ts'
import { noticeOwed } from './queue.ts'
import { similarFacts, similarOf } from './similar.ts'
import { timelineFact, timelineOf } from './timeline.ts'

/**
 * The whole case on one page: who, what, what was given before, what may be given, what will be owed, what happened, and
 * what this caller may do. For who asked, who filed and who is in scope; anyone else gets not_found.
 */
export async function viewRequest(ctx: Context, requestId: string): Promise<RequestView> {
  const caller = await signedIn(ctx)
  const shared = caseFacts(requestId)
  const facts = [
    ...shared,
    ...grantFacts(ctx, requestId, caller),
    timelineFact(requestId),
    ...similarFacts(requestId),
    exceptionFact(requestId),
    ...countyFacts(ctx, requestId),
    ...decisionFacts(ctx, requestId, caller.personId),
  ]
  const rows = await ctx.db.read(facts)
  const take = (count: number): Row[][] => rows.splice(0, count)
  const [cases = [], photos = [], payees = [], refusals = []] = take(shared.length)
  const row = cases[0]
  if (!row) throw new ProblemError('not_found')
  const file = caseOf(row)
  const own = [file.personId, file.submittedBy].includes(caller.personId)
  if (!own && !inScope(caller, file.township)) throw new ProblemError('not_found')
  const officer = handles(caller, file.township)
  const grants = grantsOf(ctx, file, take(6), own || officer)
  const [timeline = []] = take(1)
  const similar = similarOf(ctx, caller, take(2))
  const [exceptions = []] = take(1)
  const county = countyOf(ctx, take(2))
  const decision = officer ? decisionOf(ctx, caller, file, rows, similar.duplicates) : null
  const waiting = exceptions.some((one) => one.code !== 'STILL_IN_NEED' && one.answered_at === null)
  const helps = decision?.blockers.some(({ code }) => liftedByException.includes(code))
  const actions = [
    ...actionsFor(caller, { ...file, exceptionWaits: waiting, exceptionHelps: helps === true }, ctx.clock()),
    ...(row.notice_owed === 1 && file.status !== 'submitted' && holds(caller, ['caseworker'], file.township) ? (['giveNotice'] as const) : []),
  ]
  return requestView.parse({
    ...head(row, file),
    ...person(ctx, caller, row, file, own, officer),
    possibleHouseholds: officer && file.status === 'submitted' ? similar.households : [],
    payee: own || officer ? payeeOf(ctx, payees[0], officer) : null,
    photoIds: photos.map((photo) => photo.evidence_id),
    refusal: refusalOf(ctx, refusals[0], own || officer),
    grants,
    exceptions: exceptionsOf(ctx, exceptions, own || officer),
    timeline: timelineOf(ctx, row, timeline, own || officer),
    decision,
    county: officer ? county : null,
    actions,
  })
}

function caseFacts(requestId: string): Statement[] {
  return [
    statement(
      `SELECT c.*, coalesce(c.fund_code, f.code) AS case_fund, ${noticeOwed} AS notice_owed, t.name AS township_name, t.phone AS township_phone, p.name_cipher, p.phone_cipher, p.id_number_cipher,
         s.cipher AS story, v.cipher AS village, k.cipher AS kin_text, h.cipher AS contact, i.cipher AS claimed, b.name_cipher AS filer_name,
         (SELECT count(*) FROM household_members WHERE household_id = c.household_id) AS household_size
       FROM cases c JOIN townships t ON t.code = c.township_code JOIN funds f ON f.township_code = t.code
       JOIN persons p ON p.id = c.person_id JOIN persons b ON b.id = c.submitted_by
       LEFT JOIN texts s ON s.id = c.story_text_id LEFT JOIN texts v ON v.id = c.village_text_id LEFT JOIN texts k ON k.id = c.kin_text_id
       LEFT JOIN texts h ON h.id = c.phone_text_id LEFT JOIN texts i ON i.id = c.claimed_id_text_id
       WHERE c.id = ?`,
      requestId,
    ),
    statement('SELECT evidence_id FROM request_photos WHERE request_id = ? ORDER BY evidence_id', requestId),
    statement(
      `SELECT * FROM payees WHERE request_id = ?1 AND (id = (SELECT g.payee_id FROM cases c JOIN grants g ON g.id = c.grant_id WHERE c.id = ?1)
         OR NOT EXISTS (SELECT 1 FROM cases c JOIN grants g ON g.id = c.grant_id WHERE c.id = ?1 AND g.payee_id IS NOT NULL))
       ORDER BY n DESC LIMIT 1`,
      requestId,
    ),
    statement(
      `SELECT x.code, x.review_until_on, x.facts_text_id, x.reason_text_id, f.cipher AS facts, r.cipher AS reason FROM refusals x
       LEFT JOIN texts f ON f.id = x.facts_text_id LEFT JOIN texts r ON r.id = x.reason_text_id WHERE x.request_id = ?`,
      requestId,
    ),
  ]
}

function head(row: Row, file: Case) {
  return {
    id: file.id,
    number: file.number,
    status: file.status,
    track: file.track,
    causeCode: file.causeCode,
    askedFen: file.askedFen,
    townshipCode: file.township,
    townshipName: row.township_name,
    townshipPhone: row.township_phone,
    fundCode: row.case_fund,
    submittedAt: file.submittedAt,
    dueAt: file.dueAt,
  }
}

function person(ctx: Context, caller: Caller, row: Row, file: Case, own: boolean, officer: boolean) {
  const name = personCell(ctx.cipher, 'name', file.personId, row.name_cipher)
  const stored = personCell(ctx.cipher, 'phone', file.personId, row.phone_cipher)
  const contact = textOpen(ctx.cipher, row.phone_text_id, row.contact)
  const idNumber = personCell(ctx.cipher, 'id_number', file.personId, row.id_number_cipher)
  const claimed = textOpen(ctx.cipher, row.claimed_id_text_id, row.claimed)
  const near = own || officer
  const self = file.personId === caller.personId || file.submittedBy === file.personId
  const filer = personCell(ctx.cipher, 'name', file.submittedBy, row.filer_name)
  const kin = textOpen(ctx.cipher, row.kin_text_id, row.kin_text)
  return {
    personId: officer ? file.personId : null,
    story: near ? textOpen(ctx.cipher, row.story_text_id, row.story) : null,
    village: textOpen(ctx.cipher, row.village_text_id, row.village),
    name: name === null || near ? name : maskedName(name),
    phone: phoneFor(contact, stored, own, file.personId === caller.personId),
    idNumber: idNumber === null ? null : maskedIdNumber(idNumber),
    claimedIdNumber: officer && claimed !== null ? maskedIdNumber(claimed) : null,
    filedBy:
      row.proxy_relation === null || (self && row.proxy_relation === null)
        ? null
        : { name: filer === null || near ? filer : maskedName(filer), relation: row.proxy_relation },
    household: file.householdId === null ? null : { id: file.householdId, size: row.household_size },
    kin: officer && kin !== null ? JSON.parse(kin) : null,
  }
}

/** The number given with this request, in full for who gave it; else the person's own, in full only for him. An officer reveals it. */
function phoneFor(contact: string | null, stored: string | null, own: boolean, self: boolean): string | null {
  if (contact !== null) return own ? contact : maskedPhone(contact)
  return stored === null || self ? stored : maskedPhone(stored)
}

function payeeOf(ctx: Context, row: Row | undefined, full: boolean) {
  // erased when its time was over (PIPL 47)
  if (!row || [row.holder_cipher, row.bank_cipher, row.account_cipher].includes('')) return null
  const open = (column: string) =>
    ctx.cipher.open(String(row[`${column}_cipher`]), `payees.${column}:${String(row.id)}`)
  const holder = open('holder')
  return {
    id: row.id,
    kind: row.kind,
    holder: full ? holder : maskedName(holder),
    bank: open('bank'),
    accountTail: open('account').slice(-4),
    relation: row.relation,
  }
}

function refusalOf(ctx: Context, row: Row | undefined, near: boolean) {
  if (!row) return null
  return {
    code: row.code,
    reviewUntilOn: row.review_until_on,
    facts: near ? textOpen(ctx.cipher, row.facts_text_id, row.facts) : null,
    reason: near ? textOpen(ctx.cipher, row.reason_text_id, row.reason) : null,
  }
}
