import { publicPolicy } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { showPolicy } from './show.ts'

export const policyRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/policy',
    action: 'policy.show',
    summary: 'The rules in force, for anybody',
    posts: 'public',
    answer: publicPolicy,
    status: 200,
    problems: [],
    run: (ctx) => showPolicy(ctx),
  }),
]
