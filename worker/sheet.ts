/** A thread of the Node host: reads one file of rows and hands them on (`host/sheet-thread.ts`). */
import { parentPort, workerData } from 'node:worker_threads'
import type { Column } from './platform/index.ts'
import { ProblemError } from './platform/index.ts'
import { recordsOf } from './sheets/read.ts'

const { bytes, columns } = workerData as { bytes: Uint8Array; columns: Column[] }

try {
  for await (const rows of recordsOf(bytes, columns)) parentPort?.postMessage({ rows })
  parentPort?.postMessage({ ended: true })
} catch (error) {
  if (!(error instanceof ProblemError)) throw error
  parentPort?.postMessage({ refused: { code: error.code, details: error.details } })
}
