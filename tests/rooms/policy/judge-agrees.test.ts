import * as fc from 'fast-check'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { LocalConnection } from '../../../db/local-connection.ts'
import type { CaseFacts, JudgeLimits, Wish } from '../../../worker/contract/index.ts'
import { formulaFen, judge, samplePolicy } from '../../../worker/contract/index.ts'
import { freezeFund } from '../../../worker/fund/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { decision } from '../../support/steps.ts'

type Screen = { facts: CaseFacts; limits: JudgeLimits }
type State = {
  leader: boolean; kin: boolean; cause: string; escalated: boolean; acceptedByMe: boolean; gains: boolean; payee: 'own' | 'none' | 'another name'
  perPerson: boolean; perHousehold: boolean; unified: boolean; monthsMax: number; daysMax: number; members: number; overdue: number; before: string[]; ceilingFen: number; letterFen: number; bankFen: number; cashFen: number; frozen: boolean
}

/** Rare states are rare, so that most cases reach the later rules. */
const rarely = fc.integer({ min: 0, max: 7 }).map((n) => n === 0)
const states: fc.Arbitrary<State> = fc.record({
  leader: fc.boolean(), kin: rarely, cause: fc.constantFrom('INJURY', 'INJURY', 'INJURY', 'FIRE', 'MEDICAL'), escalated: rarely,
  acceptedByMe: rarely, gains: rarely, payee: fc.constantFrom('own', 'own', 'own', 'none', 'another name'), perPerson: fc.boolean(), perHousehold: rarely, unified: fc.boolean(),
  monthsMax: fc.constantFrom(6, 6, 1), daysMax: fc.constantFrom(180, 180, 9),
  members: fc.integer({ min: 0, max: 3 }), overdue: fc.constantFrom(0, 0, 2, 3, 4), before: fc.array(fc.constantFrom('INJURY', 'FLOOD', 'FIRE'), { maxLength: 2 })
    .map((causes) => causes.filter(() => causes.length > 1 || causes[0] === 'FLOOD')),
  ceilingFen: fc.constantFrom(82_800, 200_000, 300_000), letterFen: fc.constantFrom(900_000, 900_000, 900_000, 900_000, 100_000, 200_000, 0), bankFen: fc.constantFrom(40_000, 82_800, 300_000, 7_000_000),
  cashFen: fc.constantFrom(0, 50_000, 800_000), frozen: rarely,
})
const formulas = fc.oneof(
  fc.constant({ kind: 'light' as const }),
  fc.record({ kind: fc.constantFrom('months' as const, 'days' as const), base: fc.constantFrom('urban', 'rural'), persons: fc.constantFrom(1, 1, 2, 4), count: fc.constantFrom(1, 2, 10) }),
)
const wishes: fc.Arbitrary<Wish> = fc.record({
  track: fc.constantFrom('small', 'small', 'urgent', 'urgent', 'standard'), channel: fc.constantFrom('transfer', 'cash'),
  fen: fc.constantFrom(1, 40_000, 50_000, 50_001, 82_800, 82_801, 100_000, 100_001, 165_600, 165_601, 200_000, 200_001, 300_000, 300_001),
  formula: fc.option(formulas, { nil: undefined, freq: 1 }),
}).chain((wish) => fc.boolean().map((fits) => (fits ? fitting(wish) : wish)))

/** The same wish for what its formula comes to in town, so that many a formula is let. */
function fitting(wish: Wish): Wish {
  const { formula } = wish
  return formula && formula.kind !== 'light' ? { ...wish, fen: formulaFen(formula, samplePolicy) } : wish
}

/** A county with one accepted request, `req`, and another grant from which earlier ones are copied. */
async function prepared(): Promise<{ file: string; request: string; template: string }> {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { grant } = await crew.granted()
  await crew.accepted({}, { kin: { name: '赵强', relation: '兄弟', post: '民政经办' } })
  const request = await crew.accepted()
  const file = join(mkdtempSync(join(tmpdir(), 'xianjiu-judge-')), 'county.db')
  const plain = new LocalConnection(county.path, 'writer')
  plain.run({ sql: 'VACUUM INTO ?', args: [file] })
  plain.close()
  process.once('exit', () => rmSync(dirname(file), { recursive: true, force: true }))
  return { file, request, template: grant }
}

/** Plain SQL as if by root: what the state is made of, without the triggers of what it touches. */
function bend(path: string, state: State, request: string, template: string, personId: string): void {
  const plain = new LocalConnection(path, 'writer')
  plain.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
  const triggers = plain.run({ sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", args: [] })
  for (const { name } of triggers) plain.exec(`DROP TRIGGER ${String(name)}`)
  const run = (sql: string, ...args: (string | number)[]) => plain.run({ sql, args })
  run('UPDATE policies SET small_basis = ?, small_cap_fen = 50000, urgent_ceiling_fen = ?', state.perPerson ? 'per_person' : 'per_case', state.ceilingFen)
  run('UPDATE policies SET formula_basis = ?, months_max = ?, days_max = ?', state.perHousehold ? 'per_household' : 'per_person', state.monthsMax, state.daysMax)
  if (state.unified) run('UPDATE policies SET rural_dibao_fen = NULL')
  if (state.letterFen === 0) run("DELETE FROM delegation_letters WHERE township_code = '990101001'")
  else run("UPDATE delegation_letters SET ceiling_fen = ? WHERE township_code = '990101001'", state.letterFen)
  run('UPDATE requests SET cause_code = ? WHERE id = ?', state.cause, request)
  if (state.kin) run('UPDATE acceptances SET kin = 1, kin_text_id = (SELECT kin_text_id FROM acceptances WHERE kin = 1) WHERE request_id = ?', request)
  if (state.acceptedByMe) run('UPDATE acceptances SET accepted_by = ? WHERE request_id = ?', personId, request)
  if (state.payee === 'none') run('DELETE FROM payees WHERE request_id = ?', request)
  if (state.payee === 'another name') run("UPDATE persons SET holder_index = 'another' WHERE id = (SELECT person_id FROM requests WHERE id = ?)", request)
  const home = '(SELECT household_id FROM acceptances WHERE request_id = ?)'
  const member = `INSERT INTO household_changes (person_id, n, household_id, relation, changed_by, changed_at, journal_id)
    SELECT ?, 1, household_id, 'kin', accepted_by, accepted_at, journal_id FROM acceptances WHERE request_id = ?`
  for (let n = 0; n < state.members; n += 1) run(member, `per_extra_${n}`, request)
  if (state.gains) run(member, personId, request)
  const columns = plain.run({ sql: "SELECT name FROM pragma_table_info('grants')", args: [] }).map(({ name }) => String(name))
  const copy = (id: string, change: Record<string, string>) =>
    `INSERT INTO grants SELECT ${columns.map((one) => change[one] ?? ({ id: `'${id}'`, number: `'${id}'`, request_id: `'req_${id}'` }[one] ?? one)).join(', ')} FROM grants WHERE id = '${template}'`
  state.before.forEach((cause, n) => run(copy(`gra_b${n}`, { household_id: home, cause_code: `'${cause}'` }), request))
  for (let n = 0; n < state.overdue; n += 1) {
    run(copy(`gra_o${n}`, {}))
    run(`INSERT INTO payouts SELECT 'gra_o${n}.1', 'gra_o${n}', n, fund_code, channel, fen, planned_on, journal_id FROM payouts WHERE grant_id = ?`, template)
    run(`INSERT INTO balances SELECT fund_code, 'overdue', 'gra_o${n}.1', 1, seq FROM balances WHERE place = 'bank.available' AND fund_code = 'F990101001'`)
  }
  for (const [place, fen] of [['bank.available', state.bankFen], ['cash.available', state.cashFen]] as const)
    run("UPDATE balances SET fen = ? WHERE fund_code = 'F990101001' AND place = ?", fen, place)
  for (const { sql } of triggers) plain.exec(String(sql))
  plain.exec('COMMIT')
  plain.close()
}

it('the screen’s judge and the database give one answer: allowed is granted, refused is refused with the same word', { timeout: 120_000 }, async () => {
  const { file, request, template } = await prepared()
  const seen = new Map<string, number>()
  await fc.assert(fc.asyncProperty(states, wishes, async (state, wish) => {
    const own = join(mkdtempSync(join(tmpdir(), 'xianjiu-judged-')), 'county.db')
    copyFileSync(file, own)
    const openid = state.leader ? 't01-zhuyao' : 't01-fenguan'
    const county = await newCounty(undefined, undefined, Promise.resolve(own))
    const personId = await personOf(county, openid)
    bend(county.path, state, request, template, personId)
    const actor = await county.phone(openid)
    if (state.escalated) await (await county.phone(state.leader ? 't01-fenguan' : 't01-zhuyao')).post(`/requests/${request}/escalation`, { code: 'OTHER', reason: '情况特殊' })
    if (state.frozen) await freezeFund(county.services, 'F990101001', 'a test')
    const view = (await actor.get(`/requests/${request}`)).body as { decision: Screen }
    const { facts, limits } = view.decision
    const judged = judge(facts, limits, wish)
    const reply = await actor.post(`/requests/${request}/grant`, decision({ track: wish.track, amountFen: wish.fen, channel: wish.channel, formula: wish.formula }))
    const said = reply.status === 201 ? 'allow' : reply.problem.code
    seen.set(said, (seen.get(said) ?? 0) + 1)
    expect(said).toBe(judged.outcome === 'allow' ? 'allow' : judged.code)
    rmSync(dirname(own), { recursive: true, force: true })
  }), { numRuns: Number(process.env.JUDGE_RUNS ?? 100), seed: Number(process.env.JUDGE_SEED ?? 20_261_130) })
  expect([...seen.keys()].length, JSON.stringify([...seen])).toBeGreaterThan(10)
})

async function personOf(county: Awaited<ReturnType<typeof newCounty>>, openid: string): Promise<string> {
  const index = county.services.cipher.index('openid', `${county.services.wechat.appId}:${openid}`)
  return String((await county.rows('SELECT id FROM persons WHERE openid_index = ?', index))[0]?.id)
}
