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
export async function differences(world: World, state: State): Promise<string | null> {
  if (world.errors.length > 0) return `the server failed: ${world.errors[0]}`
  return (await balancesDiffer(world, state)) ?? (await entriesDiffer(world, state)) ?? (await viewDiffers(world, state))
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

/** Only what is new is looked at: what was entered before cannot change, and `verify` reads all of it. */
async function entriesDiffer(world: World, state: State): Promise<string | null> {
  const from = Math.max(0, state.entries.length - 8)
  const [rows = []] = await world.services.db.read([statement(
    `SELECT seq, event, credit_place, debit_place, fen, day, payout_id, claim_id, undoes, voucher_year, voucher, made_by IS NULL AS timer,
       checked_by IS NOT NULL AS checked FROM entries WHERE fund_code = ? AND seq > ? ORDER BY seq`, fundCode, from)])
  const paper = state.entries.slice(from).map((entry, index) => ({
    seq: from + index + 1, event: entry.event, credit_place: entry.from, debit_place: entry.to, fen: entry.fen, day: entry.day,
    payout_id: entry.payout && payoutId(world.ids, entry.payout), claim_id: entry.claim && world.ids[entry.claim], undoes: entry.undoes,
    voucher_year: entry.year, voucher: entry.voucher, timer: entry.maker === null ? 1 : 0, checked: entry.checker === null ? 0 : 1,
  }))
  const wrong = paper.findIndex((line, index) => !isDeepStrictEqual({ ...rows[index] }, line))
  if (wrong < 0) return rows.length === paper.length ? null : `${rows.length - paper.length} entries too many`
  return `entry ${from + wrong + 1}: ${JSON.stringify(rows[wrong])}, on paper ${JSON.stringify(paper[wrong])}`
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
