import { availableParallelism } from 'node:os'
import type { Row, Statement } from '../../db/database.ts'
import { LocalConnection } from '../../db/local-connection.ts'
import { viewRequest } from '../../worker/cases/view.ts'
import { decideGrant } from '../../worker/grants/decide.ts'
import { benchServices, crewOf, waiting } from '../approve/prepare.ts'
import { filedCounty } from '../filed/index.ts'
import { round2 } from '../approve/index.ts'
import type { Result } from '../result.ts'

/** Which statements look for the same person or household, and which judge them again (db/migrations). */
const looks: [name: string, of: RegExp][] = [
  ['alike: same telephone, or same name and village', /^SELECT DISTINCT m\.household_id/],
  ['his own household', /^SELECT m\.household_id AS id FROM requests/],
  ['his number and its household', /^SELECT (m\.household_id AS id FROM persons|id, name_cipher FROM persons)/],
  ['the members of his household', /^SELECT p\.id, p\.id_number_index/],
  ['what may be the same need, on the deciding screen', /^WITH mine AS \(SELECT r\.id AS request_id/],
  ['what counts against how often, on the deciding screen', /FROM counted_grants k/],
  ['acceptance, judged by the schema', /^INSERT INTO acceptances/],
  ['grant, judged by the schema', /^INSERT INTO grants/],
]

/** How long the duplicate and household checks of an acceptance and of an approval take, with so many people on file. */
export async function benchDuplicate({ count, grants }: { count: number; grants: number }): Promise<Result> {
  const people = grants || 1_000_000
  const path = await filedCounty(people)
  const taken = await timed(() => acceptAndApprove(path, count))
  const times = looks.map(([name, of]) => ({ name, ms: taken.filter(({ sql }) => of.test(sql)).map(({ ms }) => ms) }))
  const slowest = Math.max(...times.map(({ ms }) => at(ms, 0.95)))
  return {
    name: 'duplicate',
    numbers: { people, count, slowestP95Ms: round2(slowest) },
    lines: [
      `${count} acceptances and approvals, ${people} people on file, ${availableParallelism()} cores, Node ${process.version}`,
      ...times.map(({ name, ms }) => `p50 ${at(ms, 0.5).toFixed(3)} ms   p95 ${at(ms, 0.95).toFixed(3)} ms   ${name}`),
    ],
  }
}

async function acceptAndApprove(path: string, count: number): Promise<void> {
  const services = benchServices(path)
  const crew = await crewOf(services, new Date(Date.now() - 10_800_000))
  const { requests, leaders } = await waiting(crew, count, Date.now() % 90_000_000)
  for (const [n, request] of requests.entries()) {
    await crew(leaders[n] ?? '')({ action: 'cases.view', posts: 'anyone' }, new Date(), (ctx) => viewRequest(ctx, request))
    await crew(leaders[n] ?? '')({ action: 'grants.decide', posts: ['deputy_leader', 'leader'] }, new Date(), (ctx) =>
      decideGrant(ctx, request, { track: 'small', amountFen: 1_000, channel: 'transfer', reason: '情况属实,同意救助' }),
    )
  }
  await services.db.close()
}

type Taken = { sql: string; ms: number }

/** What each statement took in the driver while `work` was done. */
async function timed(work: () => Promise<void>): Promise<Taken[]> {
  const taken: Taken[] = []
  const run = LocalConnection.prototype.run
  LocalConnection.prototype.run = function timedRun(this: LocalConnection, statement: Statement): Row[] {
    const from = performance.now()
    try {
      return run.call(this, statement)
    } finally {
      taken.push({ sql: statement.sql, ms: performance.now() - from })
    }
  }
  try {
    await work()
    return taken
  } finally {
    LocalConnection.prototype.run = run
  }
}

function at(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
}
