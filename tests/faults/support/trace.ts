import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../support/host.ts'

/** What matters of a server's system calls, in the order in which they were done. */
export type Step = { did: 'asked' | 'answered' | 'wrote' | 'synced'; what: string }

export const traceFile = (dataDir: string) => join(dataDir, 'trace')
/** Runs a server under strace, which writes down reads of requests, writes of answers, and writes and syncs of the log. */
export const traced = (dataDir: string, inject: string[] = []): string[] => [
  'strace', '-D', '-f', '-y', '-qq', '-s', '24', '-o', traceFile(dataDir), '-e', 'trace=read,write,writev,pwrite64,fsync,fdatasync', ...inject,
]

/** The steps of a server that has ended; strace writes its last lines a moment later. */
export async function stepsOf(dataDir: string, answers: number): Promise<Step[]> {
  return until(() => {
    const steps = parse(readFileSync(traceFile(dataDir), 'utf8'))
    return steps.filter(({ did }) => did === 'answered').length >= answers ? steps : undefined
  })
}

function parse(text: string): Step[] {
  const begun = new Map<string, string>()
  return text.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (call.endsWith('<unfinished ...>')) begun.set(thread, call)
    if (call.endsWith('<unfinished ...>')) return []
    const whole = call.startsWith('<...') ? `${begun.get(thread) ?? ''}${call}` : call
    return stepOf(whole)
  })
}

function stepOf(call: string): Step[] {
  const [, name = '', file = ''] = /^(\w+)\(\d+<([^>]*)>/.exec(call) ?? []
  if (name === 'read' && call.includes('"POST ')) return [{ did: 'asked', what: file }]
  if (name.startsWith('write') && call.includes('"HTTP/1.1 201')) return [{ did: 'answered', what: file }]
  if (!/county\.db(-wal)?$/.test(file)) return []
  if (name === 'pwrite64') return [{ did: 'wrote', what: file }]
  return name.endsWith('sync') && call.endsWith(' = 0') ? [{ did: 'synced', what: file }] : []
}
