import {
  answerDesk as answerShape,
  askDesk as askShape,
  collectDesk as collectShape,
  deskAnswered,
  deskAsk,
  deskLook,
  deskState,
  lookAtDesk as lookShape,
  postKinds,
} from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { answerDesk, lookAtDesk } from './answer-desk.ts'
import { askDesk } from './ask-desk.ts'
import { collectDesk } from './collect-desk.ts'

/** How a desk is let in by a phone: paths under `/api`. */
export const deskRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/desk-sign-ins',
    action: 'identity.askDesk',
    summary: 'A desk asks to be let in: a QR code and six digits, good for two minutes',
    posts: 'public',
    keyless: true,
    body: askShape,
    answer: deskAsk,
    status: 201,
    problems: ['busy'],
    run: (ctx, { body }) => askDesk(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/desk-sign-ins/:id/session',
    action: 'identity.collectDesk',
    summary: 'The desk asks whether it was let in; its session comes once',
    posts: 'public',
    keyless: true,
    body: collectShape,
    answer: deskState,
    status: 200,
    problems: ['desk_ask_over'],
    run: (ctx, { params, body }) => collectDesk(ctx, params.id ?? '', body),
  }),
  route({
    method: 'POST',
    path: '/desk-sign-ins/look',
    action: 'identity.lookAtDesk',
    summary: 'Which desk shows this QR code or these digits',
    posts: postKinds,
    body: lookShape,
    answer: deskLook,
    status: 200,
    problems: ['post_required', 'desk_code_wrong', 'too_many_tries'],
    run: (ctx, { body }) => lookAtDesk(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/desk-sign-ins/:id/answer',
    action: 'identity.answerDesk',
    summary: 'Let the desk in, or say that one does not know it',
    posts: postKinds,
    body: answerShape,
    answer: deskAnswered,
    status: 201,
    problems: ['post_required', 'not_found', 'desk_ask_over', 'too_many_tries'],
    run: (ctx, { params, body }) => answerDesk(ctx, params.id ?? '', body),
  }),
]
