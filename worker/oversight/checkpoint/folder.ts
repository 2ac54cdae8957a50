import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Leaves } from './leaf.ts'
import { leavesFile, readLeaves } from './leaf.ts'
import type { Note, VerifierKey } from './note.ts'
import { noteOf, readVerifiers, verifierLine, written } from './note.ts'
import type { Statement } from './statement.ts'
import { statementOf } from './statement.ts'

/** A checkpoint as it lies in its folder: `2026-09-28.txt` with `2026-09-28.leaves.jsonl` beside it. */
export type Kept = { name: string; note: Note; statement: Statement; leaves(): Leaves | null }

const file = /^(\d{4}-\d\d-\d\d(?:-\d+)?)\.txt$/

/** The names of the notes in a folder; none where there is no folder. */
export function noteNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => file.exec(name)?.[1] ?? []).toSorted()
}

/** One checkpoint. A file that is none is thrown at whoever asks. */
export function readKept(folder: string, name: string): Kept {
  const note = noteOf(readFileSync(join(folder, `${name}.txt`), 'utf8'))
  const leaves = join(folder, `${name}.leaves.jsonl`)
  return {
    name,
    note,
    statement: statementOf(note.text),
    leaves: () => (existsSync(leaves) ? readLeaves(readFileSync(leaves, 'utf8')) : null),
  }
}

/** The checkpoint of this file, with the leaves that lie beside it. */
export function readNote(path: string): Kept {
  return readKept(dirname(path), basename(path, '.txt'))
}

/** All of a folder, oldest first. */
export function readFolder(folder: string): Kept[] {
  const all = noteNames(folder).map((name) => readKept(folder, name))
  return all.toSorted((a, b) => (a.statement.at < b.statement.at ? -1 : 1))
}

/** Lays a checkpoint down beside the others, over none: whoever makes the leaves file owns the name. */
export function layDown(folder: string, day: string, note: Note, leaves: Leaves): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const once = { flag: 'wx', flush: true } as const
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? day : `${day}-${n}`
    try {
      writeFileSync(join(folder, `${name}.leaves.jsonl`), leavesFile(leaves), once)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue
      throw error
    }
    writeFileSync(join(folder, `${name}.txt`), written(note), once)
    return name
  }
}

/** The public keys beside the notes. Who checks keeps his own copy: this one lies where an insider can reach it. */
export function folderKeys(folder: string): VerifierKey[] {
  const path = join(folder, 'keys.txt')
  return existsSync(path) ? readVerifiers(readFileSync(path, 'utf8')) : []
}

/** Adds a public key, once. */
export function keepKey(folder: string, key: VerifierKey): void {
  const keys = folderKeys(folder)
  if (keys.some(({ name, keyId }) => name === key.name && keyId === key.keyId)) return
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  writeFileSync(join(folder, 'keys.txt'), [...keys, key].map((one) => `${verifierLine(one)}\n`).join(''), { flush: true })
}
