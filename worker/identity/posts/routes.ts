import * as contract from '../../contract/index.ts'
import type { Route } from '../../platform/index.ts'
import { route } from '../../platform/index.ts'
import { bindPost } from './bind.ts'
import { endPost } from './end.ts'
import { inviteOfficer } from './invite.ts'
import { listPosts } from './list.ts'
import { withdrawInvitation } from './withdraw.ts'

const id = (params: Record<string, string>): string => params.id ?? ''

/** Posts are given and ended by the security administrator, and read by the audit administrator (D-08). */
export const postRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/posts',
    action: 'posts.list',
    summary: 'Who holds a post in an area, and who is invited',
    posts: ['security_admin', 'audit_admin'],
    query: contract.postsQuery,
    answer: contract.areaPosts,
    status: 200,
    problems: ['post_required'],
    run: (ctx, { query }) => listPosts(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/invitations',
    action: 'posts.invite',
    summary: 'Names an officer and his post; the answer is the code that binds it',
    posts: ['security_admin'],
    body: contract.inviteOfficer,
    answer: contract.officerInvited,
    status: 201,
    problems: ['post_required'],
    run: (ctx, { body }) => inviteOfficer(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/invitations/:id/withdrawal',
    action: 'posts.withdraw',
    summary: 'The code is good for nothing any more',
    posts: ['security_admin'],
    body: contract.withdrawInvitation,
    answer: contract.invitationWithdrawn,
    status: 201,
    problems: ['post_required', 'invitation_unknown'],
    run: (ctx, { params }) => withdrawInvitation(ctx, id(params)),
  }),
  route({
    method: 'POST',
    path: '/post-bindings',
    action: 'posts.bind',
    summary: 'An officer binds his post to his own WeChat',
    posts: 'anyone',
    body: contract.bindPost,
    answer: contract.postBound,
    status: 201,
    problems: ['invitation_unknown', 'own_post', 'post_held'],
    run: (ctx, { body }) => bindPost(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/posts/:id/ending',
    action: 'posts.endPost',
    summary: 'A post ends now',
    posts: ['security_admin'],
    body: contract.endPost,
    answer: contract.postEnded,
    status: 201,
    problems: ['post_required', 'not_found', 'post_ended', 'last_security_admin'],
    run: (ctx, { params, body }) => endPost(ctx, id(params), body),
  }),
]
