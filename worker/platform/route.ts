import type * as z from 'zod'
import type { PostKind, ProblemCode } from '../contract/index.ts'
import type { Context } from './context.ts'

/** `public`: no login. `anyone`: signed in; the verb looks at whose case it is. A list: one of these posts. */
export type Posts = 'public' | 'anyone' | readonly PostKind[]

export type Input<Body = unknown, Query = unknown> = { params: Record<string, string>; body: Body; query: Query }

/** One row of the table that feeds mounting, OpenAPI, the permission matrix and the tests (DESIGN 5). */
export type Route = {
  method: 'GET' | 'POST' | 'PUT'
  /** Under `/api`, with `:name` for parameters. */
  path: string
  /** `requests.accept`: the verb, and the journal's action. */
  action: string
  /** What it does, in a plain English line for the API document. */
  summary: string
  posts: Posts
  query?: z.ZodType
  body?: z.ZodType | 'photo' | 'sheet'
  answer: z.ZodType | 'photo'
  status: 200 | 201
  problems: readonly ProblemCode[]
  /** Only with the second factor (D-08): marked in one place, `identity/second-acts.ts`, and held by the schema. */
  second?: boolean
  /** No Idempotency-Key: signing in, where WeChat's code is itself used once, and looking through a file, which changes nothing. */
  keyless?: boolean
  run(ctx: Context, input: Input): Promise<unknown>
}

type Typed<Body extends z.ZodType | 'photo' | 'sheet' | undefined, Query extends z.ZodType | undefined> = Omit<
  Route,
  'run' | 'body' | 'query'
> & {
  body?: Body
  query?: Query
  run(
    ctx: Context,
    input: Input<
      Body extends z.ZodType ? z.infer<Body> : Body extends 'photo' | 'sheet' ? Uint8Array : undefined,
      Query extends z.ZodType ? z.infer<Query> : undefined
    >,
  ): Promise<unknown>
}

/** Lets a route's `run` see its own body and query as typed. */
export function route<
  Body extends z.ZodType | 'photo' | 'sheet' | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
>(typed: Typed<Body, Query>): Route {
  return typed as unknown as Route
}
