import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

const program = `
  const { DatabaseSync } = require('node:sqlite')
  const db = new DatabaseSync(process.argv[1])
  require('node:readline').createInterface({ input: process.stdin }).on('line', (sql) => {
    try {
      const rows = sql.startsWith('SELECT') ? db.prepare(sql).all() : (db.exec(sql), [])
      console.log(JSON.stringify({ rows }))
    } catch (error) { console.log(JSON.stringify({ error: error.message })) }
  })`

/** Another program on the same file, in its own process: two SQLite copies in one process do not see each other's locks. */
export type Outside = { run(sql: string): Promise<Record<string, unknown>[]> }

export function outsideProgram(path: string): Outside {
  const child = spawn(process.execPath, ['--no-warnings', '-e', program, path], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => { child.kill() })
  let waiting: ((line: string) => void)[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) waiting.shift()?.(line)
  })
  return {
    run: (sql) => new Promise((resolve, reject) => {
      waiting = [...waiting, (line) => {
        const { rows, error } = JSON.parse(line) as { rows?: Record<string, unknown>[]; error?: string }
        if (error === undefined) resolve(rows ?? [])
        else reject(new Error(error))
      }]
      child.stdin.write(`${sql}\n`)
    }),
  }
}
