import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { LocalConnection } from '../../db/local-connection.ts'
import { migrate } from '../../db/migrate.ts'
import type { Services } from '../platform/index.ts'
import { CannotStart } from './cannot-start.ts'
import { seedDemo } from './seed.ts'

/**
 * Makes a demo whole or not at all: seeded into `county.db.seeding`, which is closed, synced and renamed. Whatever
 * ends the process before that leaves no `county.db`, and the next start begins anew.
 */
export async function seedBeside(path: string, now: Date, open: (draft: string) => Services): Promise<void> {
  const release = claim(`${path}.seeding-lock`)
  try {
    // whoever held it before may just have finished
    if (existsSync(path)) throw anotherProgram()
    await seed(path, now, open)
  } finally {
    release()
  }
}

async function seed(path: string, now: Date, open: (draft: string) => Services): Promise<void> {
  const draft = `${path}.seeding`
  if (sizeOf(`${path}-wal`) > 0) throw new CannotStart('DATA_DIR 里有 county.db-wal 却没有 county.db,请先找回它。')
  for (const left of [draft, `${draft}-wal`, `${draft}-shm`, `${path}-wal`, `${path}-shm`])
    rmSync(left, { force: true })
  migrate(draft, now)
  const { ino } = statSync(draft)
  const services = open(draft)
  await seedDemo(services, now)
  await services.db.close()
  if (existsSync(path) || !existsSync(draft) || statSync(draft).ino !== ino) throw anotherProgram()
  if (sizeOf(`${draft}-wal`) > 0) throw new Error('the seeded county was not checkpointed')
  sync(draft, 'r+')
  renameSync(draft, path)
  if (process.platform !== 'win32') sync(dirname(path), 'r')
  for (const left of [`${draft}-wal`, `${draft}-shm`]) tryRemove(left)
}

/** One process makes the draft: SQLite's own lock on a file beside, which the system lets go of however the process ends. */
function claim(lock: string): () => void {
  const connection = new LocalConnection(lock, 'writer')
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    connection.close()
    throw anotherProgram(cause)
  }
  const remove = () => [lock, `${lock}-wal`, `${lock}-shm`].forEach(tryRemove)
  return () => {
    // removed while it is held, or somebody could take what is about to go; Windows removes it only afterwards
    remove()
    connection.close()
    remove()
  }
}

const anotherProgram = (cause?: unknown) => new CannotStart('另一个程序正在同一个 DATA_DIR 里准备演示县。', { cause })
const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags)
  fsyncSync(handle)
  closeSync(handle)
}

/** Windows removes no file that is still held: then the next start does. */
function tryRemove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // it is only a copy of what is there
  }
}
