import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import type { Value } from '../../worker/platform/index.ts'

const program = `
  const Sqlite = require('libsql')
  const db = new Sqlite(process.argv[1])
  db.exec('PRAGMA foreign_keys = ON')
  const argument = (value) => (value !== null && typeof value === 'object' ? BigInt(value.whole) : value)
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    try {
      const statements = JSON.parse(line)
      const answers = statements.map(({ sql, args }) => (args.length > 0 || sql.startsWith('SELECT')
        ? db.prepare(sql).all(args.map(argument)) : (db.exec(sql), [])))
      console.log(JSON.stringify({ answers }))
    } catch (error) { console.log(JSON.stringify({ error: error.message, refused: error.name === 'SqliteError' })) }
  })`

type Answer = { answers?: Record<string, Value>[][]; error?: string; refused?: boolean }
export type Said = { sql: string; args: Value[] }

/** SQLite itself said no, in these words. */
export class Refused extends Error {}

/**
 * Another program on the same file, on another version of SQLite (libSQL's), in its own process: two copies of SQLite in one do
 * not see each other's locks.
 */
export type Outside = {
  run(sql: string, ...args: Value[]): Promise<Record<string, Value>[]>
  all(statements: Said[]): Promise<Record<string, Value>[][]>
  close(): Promise<void>
}

export function outsideProgram(path: string): Outside {
  const child = spawn(process.execPath, ['--no-warnings', '-e', program, path], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => { child.once('close', () => resolve()) })
  onTestFinished(() => { child.kill() })
  let waiting: ((line: string) => void)[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) waiting.shift()?.(line)
  })
  const all = (statements: Said[]) => new Promise<Record<string, Value>[][]>((resolve, reject) => {
    waiting = [...waiting, (line) => {
      const { answers, error = '', refused } = JSON.parse(line) as Answer
      if (answers) resolve(answers)
      else reject(refused ? new Refused(error) : new Error(error))
    }]
    child.stdin.write(`${JSON.stringify(statements.map(({ sql, args }) => ({ sql, args: args.map(whole) })))}\n`)
  })
  return {
    all,
    run: async (sql, ...args) => (await all([{ sql, args }]))[0] ?? [],
    close: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/** JSON has one kind of number, SQLite two: whole ones say that they are. */
function whole(value: Value): unknown {
  return typeof value === 'number' || typeof value === 'bigint' ? { whole: String(value) } : value
}
