import type * as z from 'zod'
import type { FieldProblem, Problem, ProblemCode } from '../contract/index.ts'
import { evidenceBytesMax, fieldLabel, problems } from '../contract/index.ts'
import type { ProblemDetails } from './problem.ts'
import { ProblemError } from './problem.ts'
import { sheetLimits } from './sheet.ts'

/** Words and numbers only: 64 KB is a thousand times a long story's share. */
const jsonBytesMax = 64 * 1024
/** A little more than a photo: multipart adds its frame. */
const photoBytesMax = evidenceBytesMax + 64 * 1024

/** Where no number can be hidden that is not plain and whole, nothing needs to be looked at twice. */
const maybeNotWhole = /\d[.eE]|\d{17}/

/** Reads a JSON body; a number must be written as a plain whole number (`1e3` and `1.0` are refused, not rounded). */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request)
  const wrong: FieldProblem[] = []
  const refuse = (key: string, source: string) =>
    wrong.push({ field: key, label: fieldLabel([key]), message: `要写成整数,不能写成 ${source.slice(0, 20)}` })
  try {
    if (!maybeNotWhole.test(text)) return JSON.parse(text || '{}')
    const body: unknown = JSON.parse(text || '{}', (key: string, value: unknown, context?: { source?: string }) => {
      if (typeof value === 'number' && context?.source !== undefined && !/^-?\d{1,16}$/.test(context.source))
        refuse(key, context.source)
      return value
    })
    if (wrong.length > 0) throw new ProblemError('input', { fields: wrong })
    return body
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause
    throw new ProblemError('body_unreadable', {}, cause)
  }
}

/** A body that says its length is read at once; one that does not is counted as it comes. */
async function readText(request: Request): Promise<string> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (length <= jsonBytesMax) return request.text()
  return new TextDecoder().decode(await readBytes(request, jsonBytesMax, 'body_too_large'))
}

/** One photo: raw bytes, or the `file` part that `wx.uploadFile` sends. */
export async function readPhoto(request: Request): Promise<Uint8Array> {
  const bytes = await readBytes(request, photoBytesMax, 'evidence_size')
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return bytes
  const file = await formFile(bytes, type)
  if (!file)
    throw new ProblemError('input', { fields: [{ field: 'file', label: '照片', message: '没有收到照片,请重新选择' }] })
  return new Uint8Array(await file.arrayBuffer())
}

/** One file of rows: raw bytes, whatever its name says. */
export async function readSheetFile(request: Request): Promise<Uint8Array> {
  return readBytes(request, sheetLimits.bytes, 'sheet_too_large')
}

async function formFile(bytes: Uint8Array, type: string): Promise<Blob | null> {
  try {
    const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    return file instanceof Blob ? file : null
  } catch (cause) {
    throw new ProblemError('body_unreadable', {}, cause)
  }
}

const tooMuch = {
  body_too_large: { field: 'body', label: '内容', message: '文字太长,请写短一些' },
  evidence_size: { field: 'file', label: '照片', message: '照片要在 5 MB 以内' },
  sheet_too_large: { field: 'file', label: '文件', message: '文件要在 20 MB 以内,请分成几个' },
}

async function readBytes(request: Request, max: number, code: keyof typeof tooMuch): Promise<Uint8Array> {
  const tooLarge = () => new ProblemError(code, { fields: [tooMuch[code]] })
  if (Number(request.headers.get('content-length') ?? 0) > max) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > max) throw tooLarge()
    parts.push(part)
  }
  return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Buffer.concat(parts)
}

/** Holds an input against its schema; every wrong field is named in Chinese, with what to do. */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const result = schema.safeParse(input, { error: plainChinese })
  if (result.success) return result.data
  const fields = result.error.issues.flatMap(fieldsOf)
  throw new ProblemError('input', { fields: fields.filter((one, index) => fields.findIndex(({ field }) => field === one.field) === index) })
}

function fieldsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const field = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [field, key].filter(Boolean).join('.'),
      label: fieldLabel([...issue.path, key]),
      message: `不认识的内容:${key.slice(0, 40)}`,
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest = [...issue.errors].sort((left, right) => depth(right) - depth(left))[0] ?? []
    if (depth(deepest) > 0)
      return deepest.flatMap((inner) =>
        fieldsOf({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue),
      )
  }
  return [{ field, label: fieldLabel(issue.path), message: issue.message }]
}

/** What zod says where a schema says nothing: no type names, no patterns, only what a person can do about it. */
function plainChinese(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return '请填写这一项'
  if (issue.code === 'invalid_value') return '请从给出的选项里选'
  if (issue.code === 'too_big') return '太长或太大,请检查'
  if (issue.code === 'too_small') return '太短或太小,请检查'
  return '格式不对,请重新填写'
}

const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length))

/** RFC 9457. Never a stack, never a value that was sent. */
export function problemOf(code: ProblemCode, details: ProblemDetails, requestId: string): Problem {
  const { status, title, rules } = problems[code]
  return {
    type: `urn:xianjiu:problem:${code}`,
    code,
    status,
    rules,
    requestId,
    ...details,
    title: details.title ?? title,
  }
}

/** A JSON answer with its length and charset said. */
export function jsonResponse(body: unknown, status: number, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}
