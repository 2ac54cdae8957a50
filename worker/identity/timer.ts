import type { Row, Services, Statement } from '../platform/index.ts'
import {
  beijingDay,
  headOf,
  journalHead,
  journalInsert,
  newId,
  ProblemError,
  refusalOf,
  rowsHash,
} from '../platform/index.ts'
import type { Deed, Step } from './change.ts'

/** What the timer knows while it plans: a verb's step, without a caller. */
export type TimedStep = Omit<Step, 'caller'>

export type Timed<Names extends string, Answer> = {
  /** The journal's action, `explanations.lapse`. */
  action: string
  /** A scalar select: the township code whose journal the change belongs to, or `county`; null = not found. */
  chain: Statement
  facts: Record<Names, Statement>
  /** Null when there is nothing to do: then nothing is written, not even a journal row. */
  plan(rows: Record<Names, Row[]>, step: TimedStep): Deed<Answer> | null
}

/**
 * The only way the timer changes anything: nobody is signed in, so the journal row names no person and the post `timer`.
 * The chain head is read with the facts, the journal row goes first, all in one transaction. Throws a refusal as a ProblemError.
 */
export async function timed<Names extends string, Answer>(
  services: Pick<Services, 'db' | 'clock'>,
  wish: Timed<Names, Answer>,
): Promise<Answer | null> {
  const now = services.clock()
  const names = Object.keys(wish.facts) as Names[]
  const facts = [journalHead(wish.chain), ...names.map((name) => wish.facts[name])]
  try {
    return await services.db.write<Answer | null>(facts, ([headRows, ...rest]) => {
      const chain = headRows?.[0]?.chain
      if (typeof chain !== 'string') throw new ProblemError('not_found')
      const step: TimedStep = {
        at: now.toISOString(),
        on: beijingDay(now),
        now,
        chain,
        journalId: newId('jrn', now),
        newId: (prefix) => newId(prefix, now),
      }
      const rows = Object.fromEntries(names.map((name, index) => [name, rest[index] ?? []])) as Record<Names, Row[]>
      const deed = wish.plan(rows, step)
      if (deed === null) return { statements: [], answer: null }
      return { statements: [journalRow(wish.action, step, deed, headRows?.[0]), ...deed.statements], answer: deed.answer }
    })
  } catch (error) {
    throw refusalOf(error)
  }
}

function journalRow(action: string, step: TimedStep, deed: Deed<unknown>, head: Row | undefined): Statement {
  const row = {
    id: step.journalId,
    chain: step.chain,
    at: step.at,
    personId: null,
    post: 'timer',
    device: null,
    action,
    object: deed.object,
    problem: null,
    afterHash: rowsHash(deed.statements),
    requestId: step.journalId,
  }
  return journalInsert(row, headOf(head))
}
