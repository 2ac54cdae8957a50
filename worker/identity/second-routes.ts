import { ended, pinSet, postKinds, proveSecond as proveShape, secondProven, secondState, setPin as setShape } from '../contract/index.ts'
import * as z from 'zod'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { resetPin } from './officers.ts'
import { proveSecond, setPin, viewSecond } from './second.ts'

/** The second factor: paths under `/api`. */
export const secondRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/session/second',
    action: 'identity.viewSecond',
    summary: 'Whether the caller has a PIN, and has given it in this session',
    posts: postKinds,
    answer: secondState,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => viewSecond(ctx),
  }),
  route({
    method: 'POST',
    path: '/session/second',
    action: 'identity.proveSecond',
    summary: 'Give the PIN for this session',
    posts: postKinds,
    body: proveShape,
    answer: secondProven,
    status: 200,
    problems: ['post_required', 'pin_unset', 'pin_wrong', 'too_many_tries'],
    run: (ctx, { body }) => proveSecond(ctx, body),
  }),
  route({
    method: 'PUT',
    path: '/session/pin',
    action: 'identity.setPin',
    summary: 'Set or change the PIN, on the phone',
    posts: postKinds,
    body: setShape,
    answer: pinSet,
    status: 200,
    problems: ['post_required', 'pin_unset', 'pin_wrong', 'too_many_tries'],
    run: (ctx, { body }) => setPin(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/officers/:id/pin/reset',
    action: 'identity.resetPin',
    summary: "Empty an officer's PIN",
    posts: ['security_admin'],
    body: z.strictObject({}),
    answer: ended,
    status: 200,
    problems: ['post_required', 'not_found', 'pin_unset', 'second_person_required'],
    run: (ctx, { params }) => resetPin(ctx, params.id ?? ''),
  }),
]
