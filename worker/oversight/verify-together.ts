import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { Check } from './finding.ts'
import type { Against, Report } from './verify.ts'
import { firstChecks, furtherChecks, isSafe, lookAt } from './verify.ts'

type Part = 'first' | 'further'
/** What a thread is given: `taken` counts the checks that somebody has begun. */
type Share = { path: string; against: Against; part: Part; taken: SharedArrayBuffer }

/**
 * The same report as `verify`, the checks shared out among as many threads as the machine has cores, each with a connection
 * of its own. `program` is what the threads run; it calls `takeShare`.
 */
export async function verifyTogether(program: URL, path: string, against: Against): Promise<Report> {
  const first = await shareOut(program, path, against, 'first')
  return isSafe(first) ? [...first, ...(await shareOut(program, path, against, 'further'))] : first
}

async function shareOut(program: URL, path: string, against: Against, part: Part): Promise<Report> {
  const names = partOf(path, against, part).map(({ name }) => name)
  const share: Share = { path, against, part, taken: new SharedArrayBuffer(4) }
  const threads = Array.from({ length: Math.min(availableParallelism(), names.length) }, () => reportOf(program, share))
  const said = (await Promise.all(threads)).flat()
  // of a file that cannot be opened every thread says the same
  const report = [...new Map(said.map((one) => [one.check, one])).values()]
  return report.toSorted((a, b) => names.indexOf(a.check) - names.indexOf(b.check))
}

async function reportOf(program: URL, share: Share): Promise<Report> {
  const [report] = (await once(new Worker(program, { workerData: share }), 'message')) as [Report]
  return report
}

/** In a thread: takes the next check that nobody has begun, until none is left. */
export function takeShare(): void {
  const { path, against, part, taken } = workerData as Share
  parentPort?.postMessage(lookAt(path, untaken(partOf(path, against, part), new Int32Array(taken))))
}

function partOf(path: string, against: Against, part: Part): Check[] {
  return part === 'first' ? firstChecks(against) : furtherChecks(path, against)
}

function* untaken(list: readonly Check[], taken: Int32Array): Generator<Check> {
  for (;;) {
    const next = list[Atomics.add(taken, 0, 1)]
    if (!next) return
    yield next
  }
}
