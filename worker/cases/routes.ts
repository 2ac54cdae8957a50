import * as contract from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { viewChain } from './household-chain.ts'
import { listRequests } from './list.ts'
import { viewTodo } from './todo.ts'
import { viewRequest } from './view.ts'

export const caseRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/requests',
    action: 'cases.list',
    summary: 'A list to work from',
    posts: 'anyone',
    query: contract.requestsQuery,
    answer: contract.requestPage,
    status: 200,
    problems: ['post_required'],
    run: (ctx, { query }) => listRequests(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/requests/:id',
    action: 'cases.view',
    summary: 'The whole case, with what the caller may do',
    posts: 'anyone',
    answer: contract.requestView,
    status: 200,
    problems: ['not_found'],
    run: (ctx, { params }) => viewRequest(ctx, params.id ?? ''),
  }),
  route({
    method: 'GET',
    path: '/households/:id/chain',
    action: 'cases.chain',
    summary: '一户一条救助链',
    posts: 'anyone',
    answer: contract.householdChain,
    status: 200,
    problems: ['not_found'],
    run: (ctx, { params }) => viewChain(ctx, params.id ?? ''),
  }),
  route({
    method: 'GET',
    path: '/todo',
    action: 'cases.todo',
    summary: 'What waits for the caller',
    posts: 'anyone',
    answer: contract.todo,
    status: 200,
    problems: [],
    run: (ctx) => viewTodo(ctx),
  }),
]
