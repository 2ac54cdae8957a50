import { randomBytes } from 'node:crypto'

/** Error words as WeChat sends them; the `rid` at the end is what its support asks for. */
const words: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40226: 'code blocked',
  40243: 'appsecret is frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  50002: 'user limited',
  87014: 'risky content',
}

/** An error in WeChat's form. WeChat says it with status 200. */
export function refusal(errcode: number, more = ''): { errcode: number; errmsg: string } {
  const rid = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
  return { errcode, errmsg: `${words[errcode] ?? 'error'}${more ? ` ${more}` : ''} rid: ${rid}` }
}

/** The session interface answers JSON under the type text/plain; clients have fallen over it. */
export function plainJson(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'text/plain' } })
}

/** All other interfaces. */
export function json(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json; encoding=utf-8' } })
}

/** A body that is not JSON counts as none. */
export async function readBody(request: { json(): Promise<unknown> }): Promise<Record<string, unknown> | undefined> {
  const body = await request.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? body as Record<string, unknown> : undefined
}
