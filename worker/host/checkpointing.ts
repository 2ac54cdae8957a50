import type { KeyObject } from 'node:crypto'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Checkpointing } from '../oversight/checkpoint/make.ts'
import { Contradiction, makeCheckpoint } from '../oversight/checkpoint/make.ts'
import type { Task } from '../rounds/index.ts'
import { TaskFailed } from '../rounds/index.ts'
import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'

type Where = Pick<Config, 'dataDir' | 'demo' | 'checkpoints'>

/**
 * What signs and where it is laid, or null: a real county without `CHECKPOINT_KEY_FILE` has nobody to sign. A demo makes
 * its key beside its data; it shows how, it protects from nobody who can read that folder.
 */
export function checkpointing({ dataDir, demo, checkpoints }: Where): Checkpointing | null {
  const folder = checkpoints?.folder ?? join(dataDir, 'checkpoints')
  if (checkpoints?.keyFile) return { folder, key: signingKey(checkpoints.keyFile) }
  if (!demo) return null
  const own = join(dataDir, 'checkpoint-key.pem')
  if (!existsSync(own)) ownKey(own)
  return { folder, key: signingKey(own) }
}

/** Another process of the same demo may have been faster. */
function ownKey(path: string): void {
  try {
    newSigningKey(path)
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}

/** A new Ed25519 key in a file that only its owner reads; never over another, and whole or not at all. */
export function newSigningKey(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519')
  const draft = `${path}.${process.pid}`
  try {
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
    linkSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
  return privateKey
}

/** Reads a key file (PKCS 8, PEM). */
export function signingKey(path: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (cause) {
    throw new CannotStart(`CHECKPOINT_KEY_FILE 读不了:${path} 不是密钥文件。`, { cause })
  }
  throw new CannotStart(`CHECKPOINT_KEY_FILE 要是 Ed25519 密钥:${path}。`)
}

/** The day's checkpoint, when the offices have closed. */
export function checkpointTask(how: Checkpointing | null): Task {
  return {
    name: 'checkpoint',
    dailyAfter: '18:30',
    run: async ({ db, clock }) => {
      if (how === null) return { checkpoint: null, missing: 'CHECKPOINT_KEY_FILE' }
      try {
        const { name, statement } = await makeCheckpoint(db, how, clock())
        return { checkpoint: name, root: statement.root, funds: statement.size }
      } catch (error) {
        if (!(error instanceof Contradiction)) throw error
        const { message, checkpoint, what } = error
        throw new TaskFailed(message, { error: 'contradicts_checkpoint', checkpoint, what }, error)
      }
    },
  }
}
