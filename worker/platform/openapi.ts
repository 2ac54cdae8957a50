import * as z from 'zod'
import { problems } from '../contract/index.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of the route table. A served route that is missing here cannot exist: both come from the same rows. */
export function openapi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Xianjiu 先救',
      version: '1',
      description: 'Aid first, papers after. Sums in whole fen, instants in UTC, days in Beijing.',
    },
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema() },
    },
    paths,
  }
}

function operation(route: Route): Json {
  const codes = new Map<number, string[]>()
  for (const code of [
    'input' as const,
    ...(route.posts === 'public' ? [] : ['signed_out' as const]),
    ...route.problems,
  ]) {
    codes.set(problems[code].status, [...(codes.get(problems[code].status) ?? []), code])
  }
  return {
    operationId: route.action,
    summary: route.summary,
    'x-posts': route.posts,
    ...(route.posts === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: parameters(route),
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: bodyContent(route.body) } }),
    responses: {
      [route.status]: { description: 'Done', content: answerContent(route.answer) },
      ...Object.fromEntries(
        [...codes].map(([status, names]) => [
          status,
          {
            description: names.join(', '),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  }
}

function parameters(route: Route): Json[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const query = route.query
    ? (schemaOf(route.query, 'input') as { properties?: Record<string, Json>; required?: string[] })
    : {}
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query.required?.includes(name) ?? false,
    schema,
  }))
  const key =
    route.method === 'GET' || route.keyless
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 8, maxLength: 255 },
          },
        ]
  return [...inPath, ...inQuery, ...key]
}

function bodyContent(body: z.ZodType | 'photo' | 'sheet'): Json {
  if (body === 'sheet') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  const bytes = { schema: { type: 'string', format: 'binary' } }
  if (body === 'photo') {
    return {
      'image/*': bytes,
      'multipart/form-data': { schema: { type: 'object', properties: { file: bytes.schema }, required: ['file'] } },
    }
  }
  return { 'application/json': { schema: schemaOf(body, 'input') } }
}

function answerContent(answer: z.ZodType | 'photo'): Json {
  if (answer === 'photo') return { 'image/*': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: schemaOf(answer, 'output') } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return json
}

function problemSchema(): Json {
  return {
    type: 'object',
    required: ['type', 'code', 'status', 'title', 'rules', 'requestId'],
    properties: {
      type: { type: 'string' },
      code: { enum: Object.keys(problems) },
      status: { type: 'integer' },
      title: { type: 'string' },
      rules: { type: 'array', items: { type: 'string' } },
      requestId: { type: 'string' },
      offer: { type: 'string' },
      limitFen: { type: 'integer' },
      waitSeconds: { type: 'integer' },
      fields: {
        type: 'array',
        items: {
          type: 'object',
          properties: { field: { type: 'string' }, label: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  }
}
