import * as z from 'zod'
import {
  askPhone as askPhoneShape,
  demoPeople as demoPeopleShape,
  me,
  phoneAnswer,
  session,
  shapes,
  signIn as signInShape,
  townships,
} from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { askPhone } from './ask-phone.ts'
import { demoPeople } from './demo.ts'
import { whoAmI } from './me.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { listTownships } from './township.ts'

/** Paths under `/api`. */
export const identityRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/sessions',
    action: 'identity.signIn',
    summary: 'Sign in with a WeChat login code',
    posts: 'public',
    keyless: true,
    body: signInShape,
    answer: session,
    status: 201,
    problems: ['wechat_code', 'wechat_barred', 'wechat_busy', 'wechat_setup', 'wechat_down'],
    run: (ctx, { body }) => signIn(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/session',
    action: 'identity.whoAmI',
    summary: 'The caller and the posts held now',
    posts: 'anyone',
    answer: me,
    status: 200,
    problems: [],
    run: (ctx) => whoAmI(ctx),
  }),
  route({
    method: 'POST',
    path: '/session/end',
    action: 'identity.signOut',
    summary: 'End the session',
    posts: 'anyone',
    body: z.strictObject({}),
    answer: z.strictObject({ endedAt: shapes.at }),
    status: 200,
    problems: [],
    run: (ctx) => signOut(ctx),
  }),
  route({
    method: 'POST',
    path: '/session/phone',
    action: 'identity.askPhone',
    summary: "The telephone number behind WeChat's one-use code",
    posts: 'anyone',
    keyless: true,
    body: askPhoneShape,
    answer: phoneAnswer,
    status: 200,
    problems: ['phone_code', 'wechat_busy', 'wechat_setup', 'wechat_down'],
    run: (ctx, { body }) => askPhone(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/townships',
    action: 'identity.listTownships',
    summary: 'Townships and their villages',
    posts: 'public',
    answer: townships,
    status: 200,
    problems: [],
    run: (ctx) => listTownships(ctx),
  }),
  route({
    method: 'GET',
    path: '/demo/people',
    action: 'identity.demoPeople',
    summary: 'People of a demo county',
    posts: 'public',
    answer: demoPeopleShape,
    status: 200,
    problems: ['demo_only'],
    run: (ctx) => demoPeople(ctx),
  }),
]
