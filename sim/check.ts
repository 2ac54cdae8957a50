import { isDeepStrictEqual } from 'node:util'
import type { FundView } from '../worker/contract/index.ts'
import { verify } from '../worker/oversight/verify.ts'
import { statement } from '../worker/platform/index.ts'
import { payoutId } from './calls.ts'
import { sumName } from './model/entry.ts'
import { owed } from './model/chart.ts'
import type { State } from './model/state.ts'
import { fundCode } from './people.ts'
import type { World } from './world.ts'

/** Where the county's books and the accountant's paper differ; null if nowhere. */
export async function differences(world: World, state: State, before: State): Promise<string | null> {
  if (world.errors.length > 0) return `the server failed: ${world.errors[0]}`
  return (await balancesDiffer(world, state)) ?? (await entriesDiffer(world, state, before.entries.length)) ?? (await viewDiffers(world, state))
}

async function balancesDiffer(world: World, state: State): Promise<string | null> {
  const [rows = []] = await world.services.db.read([
    statement('SELECT place, key, fen FROM balances WHERE fund_code = ? AND fen <> 0', fundCode)])
  const names = new Map([...Object.keys(state.payouts).map((name) => [payoutId(world.ids, name), name] as const),
    ...Object.keys(state.claims).map((name) => [world.ids[name] ?? '', name] as const)])
  const held = Object.fromEntries(rows.map(({ place, key, fen }) => [key === '' ? place : `${place} ${names.get(String(key))}`, Number(fen)]))
  const paper = Object.fromEntries(Object.entries(state.sums).filter(([, fen]) => fen !== 0))
  const wrong = [...new Set([...Object.keys(held), ...Object.keys(paper)])].filter((name) => held[name] !== paper[name])
  const sum = Object.entries(paper).reduce((total, [name, fen]) => total + ((owed as readonly string[]).includes(name) ? -fen : fen), 0)
  if (sum !== 0) return `the paper itself does not add up by ${sum} fen`
  return wrong.length === 0 ? null : wrong.map((name) => `${name}: ${held[name] ?? 0} fen, on paper ${paper[name] ?? 0}`).join('; ')
}

/** What a step entered; what was entered before cannot change, and `verify` reads all of it. Within one act any order will do. */
async function entriesDiffer(world: World, state: State, from: number): Promise<string | null> {
  const [rows = []] = await world.services.db.read([statement(
    `SELECT seq, voucher_year, voucher, event, credit_place, debit_place, fen, day, payout_id, claim_id, undoes, made_by IS NULL AS timer,
       checked_by IS NOT NULL AS checked FROM entries WHERE fund_code = ? AND seq > ? ORDER BY seq`, fundCode, from)])
  const paper = state.entries.slice(from)
  const numbers = paper.map(({ year, voucher }, index) => [from + index + 1, year, voucher])
  const lines = paper.map((entry) => JSON.stringify([
    entry.event, entry.from, entry.to, entry.fen, entry.day, entry.payout && payoutId(world.ids, entry.payout),
    entry.claim && world.ids[entry.claim], entry.undoes, entry.maker === null ? 1 : 0, entry.checker === null ? 0 : 1]))
  const seen = rows.map((row) => Object.values({ ...row }))
  if (!isDeepStrictEqual(seen.map((row) => row.slice(0, 3)), numbers)) return `numbers ${JSON.stringify(seen)}, on paper ${JSON.stringify(numbers)}`
  const entered = seen.map((row) => JSON.stringify(row.slice(3)))
  return isDeepStrictEqual(entered.toSorted(), lines.toSorted()) ? null : `entered ${entered.join()}, on paper ${lines.join()}`
}

/** What the auditor sees of the fund. */
async function viewDiffers(world: World, state: State): Promise<string | null> {
  const reply = await (await world.phone('auditor')).get(`/funds/${fundCode}`)
  if (reply.status !== 200) return `the fund cannot be read: ${reply.status} ${JSON.stringify(reply.body)}`
  const view = reply.body as FundView
  const total = (...places: string[]) => Object.entries(state.sums)
    .filter(([name]) => places.includes(name.split(' ')[0]!)).reduce((sum, [, fen]) => sum + fen, 0)
  const entrusted = state.sums[sumName('county')] ?? 0
  const seen = {
    places: Object.fromEntries(view.balances.filter(({ fen }) => fen !== 0).map(({ place, fen }) => [place, fen])),
    available: view.availableFen, cash: view.cashFen, held: view.heldFen, entries: view.entryCount, closed: view.closedUntil,
    frozen: view.frozen !== null, waiting: view.proposals.length, unknown: view.imprest.unknownFen, gap: view.imprest.gapFen,
    parts: view.imprest.parts.reduce((sum, { amountFen }) => sum + amountFen, 0),
  }
  const places = [...new Set(Object.keys(state.sums).map((name) => name.split(' ')[0]!))]
  const paper = {
    places: Object.fromEntries(places.map((place) => [place, total(place)]).filter(([, fen]) => fen !== 0)),
    available: total('bank.available'), cash: total('cash.available'), held: total('bank.held', 'cash.held', 'bank.sent'),
    entries: state.entries.length, closed: state.closedUntil, frozen: state.frozen,
    waiting: Object.values(state.proposals).filter(({ ended }) => ended === null).length,
    unknown: total('bank.unknown'), gap: view.quotaFen - entrusted, parts: entrusted,
  }
  const wrong = (Object.keys(paper) as (keyof typeof paper)[]).filter((name) => !isDeepStrictEqual(seen[name], paper[name]))
  return wrong.length === 0 ? null
    : wrong.map((name) => `the fund's page says ${name} ${JSON.stringify(seen[name])}, the paper ${JSON.stringify(paper[name])}`).join('; ')
}

/** The county's own verification, and vouchers without a gap. */
export async function findings(world: World): Promise<string | null> {
  const bad = verify(world.path).filter((check) => check.bad !== null)
  if (bad.length > 0) return `verify: ${bad.map((check) => `${check.check}: ${check.bad}`).join('; ')}`
  const [gaps = []] = await world.services.db.read([statement(
    `SELECT voucher_year FROM entries WHERE fund_code = ? GROUP BY voucher_year HAVING min(voucher) <> 1 OR max(voucher) <> count(*)`, fundCode)])
  return gaps.length === 0 ? null : `the vouchers of ${String(gaps[0]?.voucher_year)} have a gap`
}
