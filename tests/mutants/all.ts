import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { LocalConnection } from '../../db/local-connection.ts'
import { migrations } from '../../db/migrate.ts'
import { loosenedMoves } from './moves.ts'
import type { Edit, Mutant } from './mutant.ts'
import { edited, lineOf } from './mutant.ts'
import { sqlEdits, statementEdits } from './sql.ts'
import type { CodeEdit } from './typescript.ts'
import { codeEdits } from './typescript.ts'

export type CodeMutant = Mutant & { edit: CodeEdit }

const grants = ['decide', 'decision', 'stages', 'release', 'cancel', 'cancel-payout', 'pay', 'countersign', 'send', 'void-slip', 'payout', 'order-routes']
const explanations = ['accept', 'lapse', 'owe']
const verbsOf = (room: string) => readdirSync(room).filter((file) => file.endsWith('.ts') && file !== 'index.ts').map((file) => `${room}/${file}`)
export const mutatedCode = [
  ...verbsOf('worker/fund'),
  ...grants.map((verb) => `worker/grants/${verb}.ts`),
  ...verbsOf('worker/settlement'),
  ...explanations.map((verb) => `worker/explanations/${verb}.ts`),
]
const mutatedSchema = [8, 9, 12]

/** Every mutant there is, numbered the same in every process. */
export function allMutants(): { code: CodeMutant[]; schema: Mutant[] } {
  const numbered = (from: number) => {
    let id = from
    return () => (id += 1)
  }
  // the schema's have numbers of their own: a new fault in TypeScript does not renumber them
  const [next, nextOfSchema] = [numbered(0), numbered(100_000)]
  const code = mutatedCode.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return codeEdits(source).filter((edit) => !isSummary(file, source, edit)).map((edit) => ({
      id: next(), file, line: lineOf(source, edit.start), what: edit.what, reach: null, about: [], of: edit.of, schema: null, edit,
    }))
  })
  return { code, schema: [...moveMutants(nextOfSchema), ...ruleMutants(nextOfSchema)] }
}

/** A text with blanks in a table of routes is a summary: people of the OpenAPI document read it, no test holds its words. */
function isSummary(file: string, source: string, { start, end }: Edit): boolean {
  return file.endsWith('routes.ts') && /^'[^']* [^']*'$/.test(source.slice(start, end))
}

function moveMutants(next: () => number): Mutant[] {
  const steps = migrations()
  const step = steps[4]!
  return loosenedMoves(steps.slice(0, 5)).map(({ event, set, where, what, row }) => {
    // behind the text, one place a move: two changes of one move are never awake together
    const place = step.sql.length + 10 * row
    return {
      id: next(), file: fileOf(5), line: lineOf(step.sql, step.sql.indexOf(`('${event}'`)), what, reach: /INTO (entries|proposals|claims)\b/, about: [event],
      of: { start: place, end: place + 1 }, schema: { n: 5, edit: null, also: `UPDATE moves SET ${set} WHERE ${where};` },
    }
  })
}

function ruleMutants(next: () => number): Mutant[] {
  const steps = migrations()
  return mutatedSchema.flatMap((n) => {
    const { sql } = steps[n - 1]!
    const edits = [...statementEdits(sql), ...thingsOf(sql).flatMap(({ start, text }) => moved(sqlEdits(text), start))]
    return edits.map((edit) => ({
      id: next(), file: fileOf(n), line: lineOf(sql, edit.start), what: edit.what, reach: reachOf(sql, edit.start),
      about: aboutOf(sql, edit), of: edit, schema: { n, edit, also: '' },
    }))
  })
}

/** The text of a migration with these faults in it: what `verify` then holds the county against. Null: none of them is in it. */
export function migrationOf(mutants: Mutant[], n: number): string | null {
  const here = mutants.flatMap(({ schema }) => (schema?.n === n ? [schema] : []))
  if (here.length === 0) return null
  const edits = here.flatMap(({ edit }) => edit ?? []).toSorted((a, b) => b.start - a.start)
  const also = here.map((one) => one.also).filter(Boolean)
  return [edits.reduce(edited, migrations()[n - 1]!.sql), ...also.map((sql) => `${sql}\n`)].join(also.length ? '\n' : '')
}

/** What makes a copy of a migrated county one of the faulty migrations. Throws where that is no SQL: it would prove nothing. */
export function patchOf(mutants: Mutant[]): string[] {
  return [...new Set(mutants.flatMap(({ schema }) => schema?.n ?? []))].flatMap((n) => {
    const migration = migrationOf(mutants, n)!
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
    const before = new Map(thingsOf(migrations()[n - 1]!.sql).map(({ name, text }) => [name, text]))
    const changed = thingsOf(migration).filter(({ name, text }) => before.get(name) !== text)
    tried(changed)
    const rewrites = changed.map(({ name, text }) => `UPDATE sqlite_schema SET sql = ${quoted(text.replace(/;$/, ''))} WHERE name = ${quoted(name)}`)
    const moves = mutants.flatMap(({ schema }) => (schema?.n === n && schema.also ? [schema.also] : []))
    return [
      ...(rewrites.length ? ['PRAGMA writable_schema = ON', ...rewrites, 'PRAGMA writable_schema = RESET'] : []),
      ...(moves.length ? ['PRAGMA ignore_check_constraints = ON', 'DROP TRIGGER moves_are_never_changed', ...moves, guard()] : []),
      `UPDATE migrations SET sha256 = '${createHash('sha256').update(migration).digest('hex')}' WHERE id = ${n}`,
    ]
  })
}

function guard(): string {
  const schema = migrations().map(({ sql }) => sql).join('\n')
  return thingsOf(schema).find(({ name }) => name === 'moves_are_never_changed')?.text ?? ''
}

let whole: LocalConnection | null = null

/** Makes these triggers and views anew in an empty county of our own, and takes them back. */
function tried(things: Thing[]): void {
  if (whole === null) {
    whole = new LocalConnection(':memory:', 'writer')
    for (const step of migrations()) whole.exec(step.sql)
  }
  whole.exec('SAVEPOINT tried')
  try {
    for (const { kind, name, text } of things) whole.exec(`DROP ${kind} ${name}; ${text}`)
  } finally {
    whole.exec('ROLLBACK TO tried; RELEASE tried')
  }
}

type Thing = { kind: string; name: string; start: number; text: string }

/** Triggers and views: the tables' own CHECKs are SQLite's to keep. */
function thingsOf(sql: string): Thing[] {
  return [...sql.matchAll(/^CREATE (?:TRIGGER[\s\S]*?END;|VIEW[\s\S]*?;)/gm)].map(({ 0: text, index }) => {
    const [, kind = '', name = ''] = /^CREATE (\w+) (\w+)/.exec(text) ?? []
    return { kind, name, start: index, text }
  })
}

function moved(edits: Edit[], by: number): Edit[] {
  return edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by }))
}

/** What a test must say in SQL to meet the trigger around this place. A view is met everywhere. */
function reachOf(sql: string, at: number): RegExp | null {
  const thing = thingsOf(sql).find(({ start, text }) => start <= at && at < start + text.length)
  const [, verb, table] = /^CREATE TRIGGER \w+\s+(?:BEFORE|AFTER) (INSERT|UPDATE|DELETE) ON (\w+)/.exec(thing?.text ?? '') ?? []
  if (!table) return null
  if (table === 'balances' && verb !== 'DELETE') return /INTO entries\b|(INTO|UPDATE) balances\b/
  return new RegExp(verb === 'INSERT' ? `INTO ${table}\\b` : verb === 'UPDATE' ? `UPDATE ${table}\\b|INTO ${table}\\b[^;]*DO UPDATE` : `DELETE FROM ${table}\\b|REPLACE INTO ${table}\\b`)
}

/** The word that the branch or statement around this place refuses with. */
function aboutOf(sql: string, { start, end }: Edit): string[] {
  const statement = sql.slice(Math.max(sql.lastIndexOf(';', start), sql.lastIndexOf('BEGIN', start)), start)
  const inCase = /\bSELECT\s+CASE\b/.test(statement)
  const rule = inCase ? sql.slice(start) : statement + sql.slice(start, Math.max(end, sql.indexOf(';', start)))
  const code = /RAISE\(ABORT, '(\w+)'/.exec(rule)?.[1]
  return code && start + rule.indexOf(code) < sql.indexOf('END;', start) + statement.length ? [code] : []
}

function fileOf(n: number): string {
  return `db/migrations/${readdirSync('db/migrations')[n - 1]}`
}
