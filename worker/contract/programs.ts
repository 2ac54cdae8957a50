/** Lists of other programmes that come as files (C-05, N-05). The file is the body; what it is stands in the query. */
import * as z from 'zod'
import { at, id, on, townshipCode, words } from './shapes.ts'
import { listStates, standingPrograms } from './terms-household.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '请重新预览')
const program = z.enum(standingPrograms, '请选择哪一种名单')

/** `townshipCode`: of that township's own households; left out = of the whole county. Valid for at most a year. */
export const checkList = z.strictObject({ program, fromOn: on, toOn: on, townshipCode: townshipCode.optional() })
/** `sha256`: of the file that was looked at before. */
export const importList = checkList.extend({ sha256 })

/** Why rows are left out: a plain sentence, how many, and where they stand (the first 5,000). */
export const listFault = z.strictObject({ reason: z.string(), count: z.int(), rows: z.array(z.int()) })
/** What would come of it. `fresh`, `ended`, `same`: against the list that counts now. `known`: people of our own files. */
export const listChecked = z.strictObject({
  sha256,
  rows: z.int(),
  good: z.int(),
  fresh: z.int(),
  ended: z.int(),
  same: z.int(),
  known: z.int(),
  /** The very file counts already, with the same days: importing it again changes nothing. */
  already: z.boolean(),
  faults: z.array(listFault),
})
export const listImported = z.strictObject({ listId: id, people: z.int(), closedAt: at })
export const undoList = z.strictObject({ reason: words(2, 200) })
export const listUndone = z.strictObject({ listId: id, undoneAt: at })

export const programLists = z.strictObject({
  /** Whose lists this caller may bring: of a township, or (null) of the whole county. */
  scopes: z.array(z.strictObject({ townshipCode: townshipCode.nullable(), name: z.string() })),
  items: z.array(
    z.strictObject({
      id,
      program,
      townshipName: z.string().nullable(),
      fromOn: on,
      toOn: on,
      people: z.int().nullable(),
      at,
      by: z.string().nullable(),
      state: z.enum(listStates),
      reason: z.string().nullable(),
      actions: z.array(z.literal('undo')),
    }),
  ),
})

export type CheckList = z.infer<typeof checkList>
export type ImportList = z.infer<typeof importList>
export type ListFault = z.infer<typeof listFault>
export type ListChecked = z.infer<typeof listChecked>
export type ListImported = z.infer<typeof listImported>
export type UndoList = z.infer<typeof undoList>
export type ListUndone = z.infer<typeof listUndone>
export type ProgramLists = z.infer<typeof programLists>
