import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Statement } from '../../db/database.ts'
import { actorOf } from '../../worker/host/actor.ts'
import type { Actor } from '../../worker/host/actor.ts'
import { decideGrant } from '../../worker/grants/decide.ts'
import type { Prepared } from './prepare.ts'
import { benchServices } from './prepare.ts'

/** One approval as the database sees it: what is read, then what is written. */
export type Recorded = { facts: Statement[]; statements: Statement[] }

/**
 * Runs every approval once and writes down its exact statements. Replayed in the same order on a copy of the same file
 * they fit: ids, chain heads and hashes are the ones that were recorded. Returns the log's path.
 */
export async function recordPlans(prepared: Prepared, folder: string): Promise<string> {
  const path = join(folder, 'recording.db')
  copyFileSync(prepared.path, path)
  const services = benchServices(path)
  const log: Recorded[] = []
  const sessions: Recorded[] = []
  const into = { current: sessions }
  const watched = { ...services, db: watch(services.db, (recorded) => into.current.push(recorded)) }
  const now = new Date()
  const crew = new Map<string, Actor>()
  for (const leader of new Set(prepared.leaders))
    crew.set(leader, await actorOf(watched, leader, now, new Date(now.getTime() + 3_600_000)))
  into.current = log
  for (const [n, request] of prepared.requests.entries()) {
    await crew.get(prepared.leaders[n]!)!(
      { action: 'grants.decide', posts: ['deputy_leader', 'leader'] },
      new Date(),
      (ctx) =>
        decideGrant(ctx, request, {
          track: 'small',
          amountFen: 1_000,
          channel: 'transfer',
          reason: '情况属实,同意救助',
        }),
    )
  }
  await services.db.close()
  const file = join(folder, 'recording.json')
  writeFileSync(file, JSON.stringify({ sessions, log }))
  return file
}

function watch(db: Database, record: (recorded: Recorded) => void): Database {
  return {
    ...db,
    write: (facts, plan) =>
      db.write(facts, (rows) => {
        const planned = plan(rows)
        record({ facts, statements: planned.statements })
        return planned
      }),
  }
}
