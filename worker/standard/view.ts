import type { StandardAction, StandardView } from '../contract/index.ts'
import { standardView, surveyors } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { handles, holds, inScope, personCell, signedIn } from '../identity/index.ts'
import { policyFact } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textOpen } from '../platform/index.ts'
import type { Notice } from './notice.ts'
import { noticeFact, noticeOf } from './notice.ts'

/**
 * The steps of 一般程序 for who works on them: the office, and the village's people who were at the door (they see the
 * survey, not the means). Names and words are opened only for who handles the case. Anyone else gets not_found.
 */
export async function viewStandard(ctx: Context, requestId: string): Promise<StandardView> {
  const caller = await signedIn(ctx)
  const on = beijingDay(ctx.clock())
  const rows = await ctx.db.read([...stepFacts(requestId), noticeFact(requestId), policyFact(on)])
  const [requests, authorisations, checks, surveys, signatures, objections, notices, policies] = rows
  const request = requests?.[0]
  const township = String(request?.township_code)
  const village = holds(caller, ['coordinator', 'grid_worker'], township)
  if (!request || !(inScope(caller, township) || village)) throw new ProblemError('not_found')
  const office = handles(caller, township)
  const notice = noticeOf(notices?.[0], on)
  const survey = surveyOf(ctx, surveys?.[0], signatures ?? [], office || village)
  return standardView.parse({
    id: requestId,
    number: request.number,
    publicityDays: policies?.[0]?.publicity_days,
    authorisation: office ? authorisationOf(ctx, authorisations?.[0]) : null,
    check: inScope(caller, township) ? checkOf(ctx, checks?.[0], office) : null,
    survey,
    notice: notice && shown(notice),
    objections: (objections ?? []).map((row) => objectionOf(ctx, row, office)),
    actions: actionsOf(caller, township, { request, notice, survey: surveys?.[0], signatures: signatures ?? [], objections: objections ?? [] }),
  })
}

function stepFacts(requestId: string): Statement[] {
  const newest = (table: string) => `${table}.request_id = ?1 AND ${table}.n = (SELECT max(n) FROM ${table} WHERE request_id = ?1)`
  return [
    `SELECT r.township_code, r.number, r.person_id, EXISTS (SELECT 1 FROM undecided_requests WHERE id = r.id) AS open FROM requests r WHERE r.id = ?1`,
    `SELECT authorisations.*, x.cipher, p.name_cipher FROM authorisations JOIN texts x ON x.id = signers_text_id
     JOIN persons p ON p.id = authorised_by WHERE ${newest('authorisations')}`,
    `SELECT means_checks.*, x.cipher, p.name_cipher FROM means_checks JOIN texts x ON x.id = paper_text_id
     JOIN persons p ON p.id = checked_by WHERE ${newest('means_checks')}`,
    `SELECT surveys.*, x.cipher, p.name_cipher, (SELECT json_group_array(evidence_id) FROM survey_photos f
       WHERE f.request_id = surveys.request_id AND f.n = surveys.n) AS photos
     FROM surveys JOIN texts x ON x.id = facts_text_id JOIN persons p ON p.id = surveyed_by WHERE ${newest('surveys')}`,
    `SELECT g.*, p.name_cipher FROM survey_signatures g JOIN persons p ON p.id = g.signed_by
     WHERE g.request_id = ?1 AND g.n = (SELECT max(n) FROM surveys WHERE request_id = ?1) ORDER BY g.signed_at`,
    `SELECT o.*, w.cipher AS words, c.cipher AS caller, h.ayes, h.noes, h.held_by, h.held_at, h.minutes_text_id, m.cipher AS minutes,
       hp.name_cipher AS holder, r.result, r.amended_fen, r.decided_by, r.decided_at, r.reason_text_id, z.cipher AS reason, rp.name_cipher AS judge
     FROM objections o JOIN public_notices n ON n.id = o.notice_id JOIN texts w ON w.id = o.words_text_id LEFT JOIN texts c ON c.id = o.caller_text_id
     LEFT JOIN hearings h ON h.objection_id = o.id LEFT JOIN texts m ON m.id = h.minutes_text_id LEFT JOIN persons hp ON hp.id = h.held_by
     LEFT JOIN objection_results r ON r.objection_id = o.id LEFT JOIN texts z ON z.id = r.reason_text_id LEFT JOIN persons rp ON rp.id = r.decided_by
     WHERE n.request_id = ?1 ORDER BY o.raised_at`,
  ].map((sql) => statement(sql, requestId))
}

const shown = ({ fen, ...rest }: Notice) => ({ ...rest, amountFen: fen })
const nameOf = (ctx: Context, id: unknown, cell: unknown) => personCell(ctx.cipher, 'name', String(id), cell as Row[string])
const yes = (flag: unknown): boolean | null => (flag === null ? null : flag === 1)

function authorisationOf(ctx: Context, row: Row | undefined) {
  if (!row) return null
  const signers = JSON.parse(textOpen(ctx.cipher, row.signers_text_id, row.cipher) ?? '[]') as string[]
  return { at: row.authorised_at, by: nameOf(ctx, row.authorised_by, row.name_cipher), signers, paperEvidenceId: row.evidence_id }
}

function checkOf(ctx: Context, row: Row | undefined, office: boolean) {
  if (!row) return null
  return {
    at: row.checked_at,
    by: nameOf(ctx, row.checked_by, row.name_cipher),
    basis: row.basis,
    recognised: row.recognised,
    incomeWithin: yes(row.income_within),
    propertyWithin: yes(row.property_within),
    paper: office ? textOpen(ctx.cipher, row.paper_text_id, row.cipher) : null,
    untilOn: row.until_on,
  }
}

function surveyOf(ctx: Context, row: Row | undefined, signatures: Row[], near: boolean) {
  if (!row) return null
  const erased = { housing: '', income: '', hardship: '', officialKin: false }
  const seen = near ? textOpen(ctx.cipher, row.facts_text_id, row.cipher) : null
  return {
    ...(seen === null ? erased : (JSON.parse(seen) as typeof erased)),
    at: row.surveyed_at,
    by: nameOf(ctx, row.surveyed_by, row.name_cipher),
    people: row.people,
    needFen: row.need_fen,
    photoIds: JSON.parse(String(row.photos)),
    signatures: signatures.map((one) => ({ at: one.signed_at, by: nameOf(ctx, one.signed_by, one.name_cipher) })),
  }
}

function objectionOf(ctx: Context, row: Row, office: boolean) {
  const open = (name: string) => (office ? textOpen(ctx.cipher, row[`${name}_text_id`], row[name]) : null)
  return {
    id: row.id,
    way: row.way,
    at: row.raised_at,
    words: open('words'),
    caller: open('caller'),
    hearing:
      row.held_at === null
        ? null
        : { at: row.held_at, by: nameOf(ctx, row.held_by, row.holder), ayes: row.ayes, noes: row.noes, minutes: open('minutes') },
    result:
      row.decided_at === null
        ? null
        : {
            at: row.decided_at,
            by: nameOf(ctx, row.decided_by, row.judge),
            result: row.result,
            amendedFen: row.amended_fen,
            reason: open('reason'),
          },
  }
}

type Steps = { request: Row; notice: Notice | null; survey: Row | undefined; signatures: Row[]; objections: Row[] }

/** What this caller may do next; the schema still decides. */
function actionsOf(caller: Caller, township: string, { request, notice, survey, signatures, objections }: Steps): StandardAction[] {
  if (request.open !== 1 || request.person_id === caller.personId) return []
  const [worker, leader] = [holds(caller, ['caseworker'], township), holds(caller, ['deputy_leader', 'leader'], township)]
  const mine = survey?.surveyed_by === caller.personId || signatures.some((one) => one.signed_by === caller.personId)
  const open = objections.filter((one) => one.decided_at === null)
  const idle = notice === null
  const may: [StandardAction, boolean][] = [
    ['authorise', worker && idle],
    ['checkMeans', worker && idle],
    ['surveyHome', worker && idle],
    ['signSurvey', survey !== undefined && !mine && idle && holds(caller, surveyors, township)],
    ['postNotice', (worker || leader) && idle && signatures.length > 0],
    ['recordObjection', (worker || leader) && notice !== null && notice.state !== 'finished'],
    ['holdHearing', (worker || leader) && open.some((one) => one.held_at === null)],
    ['settleObjection', leader && open.some((one) => one.raised_by !== caller.personId)],
  ]
  return may.flatMap(([action, can]) => (can ? [action] : []))
}
