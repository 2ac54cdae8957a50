import * as contract from '../contract/index.ts'
import type { PostKind, ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { checkList } from './check.ts'
import { importList } from './import.ts'
import { listLists } from './list.ts'
import { undoList } from './undo.ts'

const bringers: PostKind[] = ['county_assistance', 'caseworker']
const refusals: ProblemCode[] = ['post_required', 'out_of_scope']
const ofFiles: ProblemCode[] = [
  ...refusals, 'aid_later', 'sheet_elsewhere', 'sheet_unreadable', 'sheet_too_large', 'sheet_headers', 'sheet_empty',
]

export const programRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/programs/lists',
    action: 'programs.lists',
    summary: 'Imported lists of other programmes, newest first',
    posts: 'anyone',
    answer: contract.programLists,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => listLists(ctx),
  }),
  route({
    method: 'POST',
    path: '/programs/lists/check',
    action: 'programs.check',
    summary: 'Looks through a list (the raw bytes of an xlsx or csv) and keeps nothing',
    posts: bringers,
    keyless: true,
    query: contract.checkList,
    body: 'sheet',
    answer: contract.listChecked,
    status: 200,
    problems: ofFiles,
    run: (ctx, { body, query }) => checkList(ctx, body, query),
  }),
  route({
    method: 'POST',
    path: '/programs/lists',
    action: 'programs.import',
    summary: 'The same bytes again: from now on this list counts',
    posts: bringers,
    query: contract.importList,
    body: 'sheet',
    answer: contract.listImported,
    status: 201,
    problems: [...ofFiles, 'sheet_changed', 'list_known', 'list_moved', 'list_unfinished'],
    run: (ctx, { body, query }) => importList(ctx, body, query),
  }),
  route({
    method: 'POST',
    path: '/programs/lists/:id/undoing',
    action: 'programs.undo',
    summary: 'An import was wrong: the list before it counts again',
    posts: bringers,
    body: contract.undoList,
    answer: contract.listUndone,
    status: 201,
    problems: [...refusals, 'not_found', 'list_undone'],
    run: (ctx, { params, body }) => undoList(ctx, params.id ?? '', body),
  }),
]
