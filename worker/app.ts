import { Hono } from 'hono'
import type { Context as Http } from 'hono'
import { caseRoutes } from './cases/routes.ts'
import { fieldLabel, problems } from './contract/index.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { explanationRoutes } from './explanations/routes.ts'
import { fundRoutes } from './fund/routes.ts'
import { grantRoutes } from './grants/routes.ts'
import { deskRoutes } from './identity/desk-routes.ts'
import { withSecondFactor } from './identity/index.ts'
import { letterRoutes } from './identity/letter-routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { secondRoutes } from './identity/second-routes.ts'
import { checked, jsonResponse, problemOf, readJson, readPhoto, readSheetFile } from './platform/http.ts'
import type { Context, Input, Route, Services } from './platform/index.ts'
import { newId, ProblemError, refusalOf, sha256 } from './platform/index.ts'
import { allowedMethods } from './platform/methods.ts'
import { openapi } from './platform/openapi.ts'
import { calendarRoutes } from './policy/calendar-routes.ts'
import { policyRoutes } from './policy/routes.ts'
import { oversightRoutes } from './oversight/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { programRoutes } from './programs/routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { standardRoutes } from './standard/routes.ts'
import { settlementRoutes } from './settlement/routes.ts'
import { roundRoutes } from './rounds/routes.ts'

/** Every route of the API, as data: mounting, OpenAPI, permission tests and types are fed from here. */
export const routes: Route[] = [
  ...identityRoutes,
  ...deskRoutes,
  ...secondRoutes,
  ...letterRoutes,
  ...policyRoutes,
  ...calendarRoutes,
  ...evidenceRoutes,
  ...requestRoutes,
  ...programRoutes,
  ...fundRoutes,
  ...explanationRoutes,
  ...standardRoutes,
  ...grantRoutes,
  ...caseRoutes,
  ...settlementRoutes,
  ...privacyRoutes,
  ...oversightRoutes,
  ...roundRoutes,
].map(withSecondFactor)

/** `services` resolves the county of a request (host name or configured default). Knows no host and no driver. */
export type AppOptions = {
  services: (http: Http) => Services
  /** Holds every answer against its schema: for tests. */
  checkAnswers?: boolean
}

const keyForm = /^[\x21-\x7e]{8,255}$/
const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

/** The API as one Hono app: mounts the rooms’ routes, maps refusals to problems. Runs on both hosts unchanged. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono()
  for (const one of routes) app.on(one.method, `/api${one.path}`, (http) => serve(http, one, options))
  app.get('/api/openapi.json', (http) => http.json(openapi(routes)))
  app.all('/api/*', (http) => refuseAddress(http, options.services(http)))
  return app
}

async function serve(http: Http, one: Route, options: AppOptions): Promise<Response> {
  const county = options.services(http)
  // one time for the whole request: a day that ends meanwhile cannot fall between two of its lines
  const now = county.clock()
  const services = { ...county, clock: () => now }
  const requestId = newId('rid', now)
  try {
    const { ctx, input } = await open(http, one, services, requestId)
    const answer = await one.run(ctx, input)
    if (one.answer === 'photo') return photoResponse(answer as { type: string; bytes: Uint8Array })
    if (options.checkAnswers) one.answer.parse(answer)
    return jsonResponse(answer, one.status, { ...noStore, ...(ctx.replayed ? { 'idempotent-replayed': 'true' } : {}) })
  } catch (error) {
    return refuse(http, services, requestId, error)
  }
}

async function open(
  http: Http,
  one: Route,
  services: Services,
  requestId: string,
): Promise<{ ctx: Context; input: Input }> {
  const request = http.req.raw
  const token = /^Bearer (\S{20,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (one.posts !== 'public' && !token) throw new ProblemError('signed_out')
  const mutation = one.method !== 'GET'
  const key = request.headers.get('idempotency-key')
  if (mutation && !one.keyless && (!key || !keyForm.test(key))) throw new ProblemError('key_missing')
  const body = await bodyOf(request, one)
  const query = one.query ? checked(one.query, queryOf(http)) : undefined
  const written = body instanceof Uint8Array ? sha256(body) : JSON.stringify(body ?? null)
  const ctx: Context = {
    ...services,
    requestId,
    action: one.action,
    posts: one.posts,
    tokenHash: token ? sha256(token) : null,
    device: request.headers.get('x-device')?.replace(/[^\w .()-]/g, '').slice(0, 40) || null,
    key: mutation ? key : null,
    replayed: false,
    macs: mutation && !one.keyless ? services.cipher.macs(`${one.method} ${http.req.path}${one.body === 'sheet' ? new URL(request.url).search : ''}\n${written}`) : [],
  }
  return { ctx, input: { params: http.req.param() as Record<string, string>, body, query } }
}

async function bodyOf(request: Request, one: Route): Promise<unknown> {
  if (one.body === undefined) return undefined
  if (one.body === 'photo') return readPhoto(request)
  if (one.body === 'sheet') return readSheetFile(request)
  return checked(one.body, await readJson(request))
}

/** One value a name: `?id=a&id=b` is refused (ASVS V15.3.7). */
function queryOf(http: Http): Record<string, string> {
  const many = Object.entries(http.req.queries()).find(([, values]) => values.length > 1)
  if (many)
    throw new ProblemError('input', { fields: [{ field: many[0], label: fieldLabel([many[0]]), message: '同一个参数只能写一次' }] })
  return http.req.query()
}

function photoResponse({ type, bytes }: { type: string; bytes: Uint8Array }): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      ...noStore,
      'content-type': type,
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=600',
    },
  })
}

/** No verb stands here: the address is unknown, or it is known and asked in a wrong way. */
function refuseAddress(http: Http, services: Services): Response {
  const allow = allowedMethods([...routes, { method: 'GET', path: '/openapi.json' }], http.req.path)
  const refusal = new ProblemError(allow.length > 0 ? 'method_wrong' : 'not_found')
  const response = refuse(http, services, newId('rid', services.clock()), refusal)
  if (allow.length > 0) response.headers.set('allow', allow.join(', '))
  return response
}

/** What the machine said when it refused: the office reads a sentence, whoever runs the server the disk's own word. */
function causeOf({ code, cause }: ProblemError): { cause?: string } {
  if (problems[code].status !== 503 || !(cause instanceof Error)) return {}
  return { cause: [cause.message, 'code' in cause ? String(cause.code) : ''].join(' ').trim() }
}

function refuse(http: Http, services: Services, requestId: string, thrown: unknown): Response {
  const error = refusalOf(thrown)
  const known = error instanceof ProblemError
  const code = known ? error.code : 'internal'
  const problem = problemOf(code, known ? error.details : {}, requestId)
  services.log({
    at: services.clock().toISOString(),
    requestId,
    method: http.req.method,
    path: http.req.routePath,
    code,
    ...(known
      ? causeOf(error)
      : { error: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error) }),
  })
  const seconds = problem.waitSeconds ?? (problems[code].status === 503 ? 2 : null)
  const wait: Record<string, string> = seconds === null ? {} : { 'retry-after': String(seconds) }
  return jsonResponse(problem, problem.status, {
    ...noStore,
    ...wait,
    'content-type': 'application/problem+json; charset=utf-8',
  })
}
