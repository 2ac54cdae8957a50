import { timed } from '../identity/index.ts'
import type { Services } from '../platform/index.ts'
import { statement } from '../platform/index.ts'
import type { Due } from './due.ts'
import type { Detail } from './task.ts'

export type Outcome = { task: string; outcome: 'done' | 'failed'; detail: Detail }

/** Writes down what became of a task. A failure that says the same as the last one that day is only in the log. */
export async function record(
  services: Pick<Services, 'db' | 'clock'>,
  { day, missedSince }: Due,
  startedAt: string,
  { task, outcome, detail }: Outcome,
): Promise<void> {
  const last = 'SELECT day, outcome, detail FROM rounds WHERE task = ? ORDER BY finished_at DESC, id DESC LIMIT 1'
  const text = JSON.stringify(detail)
  await timed(services, {
    action: 'rounds.record',
    chain: statement("'county'"),
    facts: { last: statement(last, task) },
    plan: (rows, step) => {
      const before = rows.last[0]
      if (outcome === 'failed' && before?.outcome === 'failed' && before.day === day && before.detail === text) return null
      const insert = statement(
        `INSERT INTO rounds (id, task, day, missed_since, started_at, finished_at, outcome, detail, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        step.newId('rou'),
        task,
        day,
        missedSince,
        startedAt,
        step.at,
        outcome,
        text,
        step.journalId,
      )
      return { object: `${task} ${day}`, statements: [insert], answer: undefined }
    },
  })
}
