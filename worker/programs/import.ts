import type { ImportList, ListImported } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Statement } from '../platform/index.ts'
import { beijingDay, ProblemError, sha256, statement } from '../platform/index.ts'
import type { ListedPerson } from './people.ts'
import { ListedPeople, slice } from './people.ts'
import { requireSpan } from './rules.ts'

/**
 * Imports a list that was looked at before: it is begun, written some hundreds at a time so that nobody waits long, and
 * counts with its last row (C-05). Sent again with the same key it goes on where it was. Rows that are wrong are left out.
 * Refuses: sheet_changed, list_known, list_moved, sheet_empty, post_required, out_of_scope, and what `readSheet` refuses.
 */
export async function importList(ctx: Context, bytes: Uint8Array, list: ImportList): Promise<ListImported> {
  requireSpan(list, beijingDay(ctx.clock()))
  if (sha256(bytes) !== list.sha256) throw new ProblemError('sheet_changed')
  const chain = statement("SELECT coalesce(?, 'county')", list.townshipCode ?? null)
  const { listId } = await begun(part(ctx, 'begun'), chain, list)
  let people = 0
  for (const some of inOrder(await allOf(new ListedPeople(ctx, list), bytes))) {
    await written(part(ctx, `from ${people}`), chain, listId, people, some)
    people += some.length
  }
  if (people === 0) throw new ProblemError('sheet_empty')
  return change(ctx, {
    chain,
    facts: {},
    plan: (_, step) => ({
      object: listId,
      statements: [
        statement(
          'INSERT INTO program_list_closings (list_id, people, closed_by, closed_at, journal_id) VALUES (?, ?, ?, ?, ?)',
          listId,
          people,
          step.caller.personId,
          step.at,
          step.journalId,
        ),
      ],
      answer: { listId, people, closedAt: step.at },
    }),
  })
}

type Heaps = Map<string, ListedPerson[]>

/** All of them, in heaps by the beginning of their index. */
async function allOf(people: ListedPeople, bytes: Uint8Array): Promise<Heaps> {
  const heaps: Heaps = new Map()
  for await (const some of people.read(bytes)) {
    for (const one of some) {
      const heap = heaps.get(one.index.slice(0, 2))
      if (heap) heap.push(one)
      else heaps.set(one.index.slice(0, 2), [one])
    }
  }
  return heaps
}

/**
 * Some hundreds at a time in the order of the tree that they go into: in any other, each page of it is written many times. One
 * heap is sorted at a time, for nobody shall wait while all are.
 */
function* inOrder(heaps: Heaps): Generator<ListedPerson[]> {
  let some: ListedPerson[] = []
  for (const start of [...heaps.keys()].toSorted()) {
    some.push(...(heaps.get(start) ?? []).toSorted((left, right) => (left.index < right.index ? -1 : 1)))
    while (some.length >= slice) yield some.splice(0, slice)
  }
  if (some.length > 0) yield some
}

/** One act of several under one Idempotency-Key: each has a receipt of its own. */
const part = (ctx: Context, name: string): Context => ({ ...ctx, key: sha256(`${ctx.key} ${name}`) })

function begun(ctx: Context, chain: Statement, list: ImportList): Promise<{ listId: string }> {
  return change(ctx, {
    chain,
    facts: {},
    plan: (_, step) => {
      const listId = step.newId('lis')
      const insert = statement(
        `INSERT INTO program_lists (id, program, township_code, from_on, until_on, sha256, imported_by, imported_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        listId,
        list.program,
        list.townshipCode ?? null,
        list.fromOn,
        list.toOn,
        list.sha256,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: listId, statements: [insert], answer: { listId } }
    },
  })
}

async function written(ctx: Context, chain: Statement, listId: string, from: number, people: ListedPerson[]): Promise<void> {
  await change(ctx, {
    chain,
    facts: {},
    plan: (_, step) => ({
      object: listId,
      statements: people.map(({ index, row, fromOn, toOn }, at) =>
        statement(
          'INSERT INTO listed_people (list_id, n, id_number_index, row, from_on, until_on, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
          listId,
          from + at + 1,
          index,
          row,
          fromOn,
          toOn,
          step.journalId,
        ),
      ),
      answer: { listId, people: people.length },
    }),
  })
}
