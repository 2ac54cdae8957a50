import type { CauseCode, PolicyDraft, PolicyPreview, PolicyValues, PolicyVersions } from '../contract/index.ts'
import { judge, policyDifferences } from '../contract/index.ts'
import { signedIn } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, ProblemError, statement } from '../platform/index.ts'
import { hasLastingCost, proposeTrack } from './policy.ts'
import { contentOf } from './publish.ts'
import { wholePolicies, wholePolicyOf } from './values.ts'

const open = `NOT EXISTS (SELECT 1 FROM policy_publications WHERE draft_id = d.id)
  AND NOT EXISTS (SELECT 1 FROM policy_draft_dismissals WHERE draft_id = d.id)`

/** The drafts that wait, each with its difference from what is in force. */
export async function listDrafts(ctx: Context): Promise<{ items: PolicyDraft[] }> {
  const caller = await signedIn(ctx)
  const [drafts = [], force] = await ctx.db.read([
    statement(`SELECT d.* FROM policy_drafts d WHERE ${open} ORDER BY d.drafted_at DESC`),
    wholePolicies(beijingDay(ctx.clock())),
  ])
  const now = inForceOf(force)
  return {
    items: drafts.map((row) => ({
      id: String(row.id),
      fromOn: String(row.from_on),
      draftedAt: String(row.drafted_at),
      mine: row.drafted_by === caller.personId,
      values: contentOf(row),
      differences: policyDifferences(now, contentOf(row)),
    })),
  }
}

/** Which open cases would be judged differently under the draft: by number only, for officers of the county. */
export async function previewDraft(ctx: Context, draftId: string): Promise<PolicyPreview> {
  await signedIn(ctx)
  const today = beijingDay(ctx.clock())
  const [drafts, force, cases = []] = await ctx.db.read([
    statement('SELECT content FROM policy_drafts WHERE id = ?', draftId),
    wholePolicies(today),
    statement(
      `SELECT c.id, c.number, c.cause_code, c.asked_fen, c.kin, t.name,
         (SELECT count(*) FROM household_members WHERE household_id = c.household_id) AS persons,
         (SELECT grants FROM overdue_grants WHERE fund_code = (SELECT code FROM funds WHERE township_code = c.township_code)) AS overdue
       FROM cases c JOIN townships t ON t.code = c.township_code WHERE c.status IN ('submitted', 'accepted') ORDER BY c.number`,
    ),
  ])
  if (!drafts?.[0]) throw new ProblemError('not_found')
  // one look per case: asked for all at once, SQLite would count every grant of the county again for each
  const years = await ctx.db.read(cases.map((row) => grantsThisYear(row, Number(today.slice(0, 4)))))
  const [before, after] = [inForceOf(force), contentOf(drafts[0])]
  const differ = cases.flatMap((row, index) => {
    const counted = { ...row, ...years[index]?.[0] }
    const [from, to] = [judgedAs(counted, before), judgedAs(counted, after)]
    if (from.track === to.track && from.code === to.code) return []
    return [{ requestId: String(row.id), number: String(row.number), townshipName: String(row.name), from, to }]
  })
  return { open: cases.length, differ }
}

function grantsThisYear(row: Row, year: number): Statement {
  return statement(
    `SELECT count(*) AS total, count(*) FILTER (WHERE cause_code = ?3) AS same_cause FROM counted_grants WHERE request_id = ?1 AND year = ?2`,
    row.id ?? null,
    year,
    row.cause_code ?? null,
  )
}

/** Every version, newest first, with what it changed of the one before: published for anybody (N-30). */
export async function listVersions(ctx: Context): Promise<PolicyVersions> {
  const [rows = [], acts = []] = await ctx.db.read([
    wholePolicies(),
    statement('SELECT p.version, j.at FROM policies p JOIN journal j ON j.id = p.journal_id'),
  ])
  return {
    items: rows.map((row, index) => {
      const [values, before] = [wholePolicyOf(row), rows[index + 1]]
      return {
        version: Number(row.version),
        fromOn: String(row.from_on),
        ...values,
        publishedAt: String(acts.find(({ version }) => version === row.version)?.at),
        differences: before ? policyDifferences(wholePolicyOf(before), values) : [],
      }
    }),
  }
}

function inForceOf(rows: Row[] | undefined): PolicyValues {
  if (!rows?.[0]) throw new Error('the county has no policy in force')
  return wholePolicyOf(rows[0])
}

/** The fund and the people apart: what the policy alone says to the sum that was asked, or to the small cap. */
function judgedAs(row: Row, values: PolicyValues) {
  const cause = row.cause_code as CauseCode
  const asked = row.asked_fen === null ? null : Number(row.asked_fen)
  const track = proposeTrack(cause, asked, values)
  const judged = judge(
    {
      accepted: true, open: true, escalated: false, granted: false, kin: row.kin === 1, lastingCost: hasLastingCost(cause), hasPayee: true,
      letterFen: Number.MAX_SAFE_INTEGER, notice: null, payeeHouseholds: 0, exceptions: [], payeeFits: true, persons: Number(row.persons), overdue: Number(row.overdue ?? 0),
      year: { total: Number(row.total), sameCause: Number(row.same_cause), before: 0 },
      fund: { bankFen: Number.MAX_SAFE_INTEGER, cashFen: 0, frozen: false }, actor: { leads: true, filedOrAccepted: false, gains: false },
    },
    values,
    { track, fen: asked ?? values.smallCapFen, channel: 'transfer' },
  )
  return { track, code: judged.outcome === 'allow' ? null : judged.code }
}
