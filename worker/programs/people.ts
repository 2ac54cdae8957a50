import type { CheckList, ListFault } from '../contract/index.ts'
import type { Context, SheetRow } from '../platform/index.ts'
import { beijingDay, statement } from '../platform/index.ts'
import { readSheet } from '../sheets/index.ts'
import type { Day, Listed } from './rules.ts'
import { listColumns, listedOf } from './rules.ts'

/** Somebody on a list, found again by the index of the number; `known`: stands in our own files. */
export type ListedPerson = { row: number; index: string; fromOn: string; toOn: string; known: boolean }

/** So many are judged and written in one go: less than what a group commit takes. */
export const slice = 250
/** How many places of one fault are told. */
const rowsTold = 5_000

/** Rows of a file that are right, some hundreds at a time, and what was wrong with the others. Keeps no name and no number. */
export class ListedPeople {
  readonly #faults = new Map<string, ListFault>()
  readonly #seen = new Set<string>()
  readonly #ctx: Context
  readonly #list: CheckList
  readonly #day: Day
  rows = 0

  constructor(ctx: Context, list: CheckList) {
    this.#ctx = ctx
    this.#list = list
    this.#day = { today: beijingDay(ctx.clock()), demo: ctx.demo !== null }
  }

  /** The commonest fault first. */
  get faults(): ListFault[] {
    return [...this.#faults.values()].toSorted((left, right) => right.count - left.count)
  }

  async *read(bytes: Uint8Array): AsyncGenerator<ListedPerson[]> {
    for await (const rows of readSheet(this.#ctx, bytes, listColumns)) {
      this.rows += rows.length
      for (let at = 0; at < rows.length; at += slice) {
        const people = await this.#compared(rows.slice(at, at + slice).flatMap((row) => this.#judged(row)))
        if (people.length > 0) yield people
      }
    }
  }

  #judged(row: SheetRow): (Listed & { index: string })[] {
    const listed = listedOf(row, this.#list, this.#day)
    if (typeof listed === 'string') return this.#fault(listed, row.row)
    const index = this.#ctx.cipher.index('id_number', listed.idNumber)
    if (this.#seen.has(index)) return this.#fault('身份证号和前面的行重复', row.row)
    this.#seen.add(index)
    return [{ ...listed, index }]
  }

  /** A number whose owner we know by another name is wrong, here or there: nobody gets a standing by it. */
  async #compared(listed: (Listed & { index: string })[]): Promise<ListedPerson[]> {
    const [rows = []] = await this.#ctx.db.read([
      statement(
        'SELECT id_number_index, holder_index FROM persons WHERE id_number_index IN (SELECT value FROM json_each(?))',
        JSON.stringify(listed.map(({ index }) => index)),
      ),
    ])
    const known = new Map(rows.map((row) => [row.id_number_index, row.holder_index]))
    return listed.flatMap(({ row, index, name, fromOn, toOn }) => {
      const holder = known.get(index) ?? null
      if (holder !== null && holder !== this.#ctx.cipher.index('holder', name)) return this.#fault('姓名和系统里登记的不一样', row)
      return [{ row, index, fromOn, toOn, known: known.has(index) }]
    })
  }

  #fault(reason: string, row: number): [] {
    const fault = this.#faults.get(reason) ?? { reason, count: 0, rows: [] }
    fault.count += 1
    if (fault.rows.length < rowsTold) fault.rows.push(row)
    this.#faults.set(reason, fault)
    return []
  }
}
