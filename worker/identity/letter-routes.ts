import * as contract from '../contract/index.ts'
import type { PostKind } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { issueLetter } from './issue-letter.ts'
import { listLetters } from './letters.ts'
import { revokeLetter } from './revoke-letter.ts'

const readers: PostKind[] = [
  'caseworker',
  'finance_reviewer',
  'cashier',
  'deputy_leader',
  'leader',
  'county_leader',
  'county_assistance',
  'county_finance',
  'auditor',
]

/** 委托书: which townships may decide, up to what, until when. */
export const letterRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/letters',
    action: 'identity.listLetters',
    summary: 'The letters of delegation in scope, and who has none',
    posts: readers,
    answer: contract.letters,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => listLetters(ctx),
  }),
  route({
    method: 'POST',
    path: '/letters',
    action: 'identity.issueLetter',
    summary: '签发委托书: a township may decide up to a ceiling',
    posts: ['county_leader'],
    body: contract.issueLetter,
    answer: contract.letterIssued,
    status: 201,
    problems: ['post_required', 'letter_number_used', 'township_unknown'],
    run: (ctx, { body }) => issueLetter(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/letters/:id/revocation',
    action: 'identity.revokeLetter',
    summary: '撤销委托书',
    posts: ['county_leader'],
    body: contract.revokeLetter,
    answer: contract.letterRevoked,
    status: 201,
    problems: ['post_required', 'not_found', 'letter_revoked'],
    run: (ctx, { params, body }) => revokeLetter(ctx, params.id ?? '', body),
  }),
]
