import { Worker } from 'node:worker_threads'
import type { Column, ProblemDetails, SheetReader, SheetRow } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'
import type { ProblemCode } from '../contract/index.ts'
import { programUrl } from './program.ts'

type Said = { rows: SheetRow[] } | { ended: true } | { refused: { code: ProblemCode; details: ProblemDetails } }

/** A file that asks for more is a bomb, or has to be split. */
const memoryMb = 1_024
const patienceMs = 60_000

/** A small text is read at once; a workbook never, for what is in it may be large. */
const smallBytes = 100_000
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Reads a file in a thread of its own: it takes seconds of computing, and its memory is bounded. */
export const readInThread: SheetReader = async function* readInThread(bytes: Uint8Array, columns: readonly Column[]) {
  if (bytes.length < smallBytes && !isZip(bytes)) return yield* (await import('../sheets/read.ts')).recordsOf(bytes, columns)
  const thread = new Worker(programUrl('sheet'), { workerData: { bytes, columns }, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  const said: Said[] = []
  let failure: Error | null = null
  let wake = () => {}
  const note = (error: Error) => {
    failure ??= error
    wake()
  }
  thread.on('message', (one: Said) => {
    said.push(one)
    wake()
  })
  thread.once('error', note)
  thread.once('exit', () => note(new Error('the thread that reads a sheet ended early')))
  const patience = setTimeout(() => note(tooMuch()), patienceMs)
  try {
    for (;;) {
      const one = said.shift()
      if (one === undefined) {
        if (failure) throw outOfMemory(failure)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      } else if ('refused' in one) throw new ProblemError(one.refused.code, one.refused.details)
      else if ('ended' in one) return
      else yield one.rows
    }
  } finally {
    clearTimeout(patience)
    await thread.terminate()
  }
}

const tooMuch = (cause?: unknown) =>
  new ProblemError('sheet_too_large', { fields: [{ field: 'file', label: '文件', message: '内容太多,请分成几个文件' }] }, cause)

function outOfMemory(error: Error): Error {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error
}
