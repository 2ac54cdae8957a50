import * as z from 'zod'
import type { Bucket } from './r2-files.ts'

const has = (value: unknown, ...names: string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'function')

/** What a Worker must be given: `wrangler.toml` binds, `wrangler secret put` hides. README.md has the table. */
export type Env = {
  LIBSQL_URL: string
  LIBSQL_AUTH_TOKEN?: string
  FIELD_KEYS: string
  WECHAT_BASE?: string
  WECHAT_APPID: string
  WECHAT_SECRET: string
  FILES: Bucket
  /** The built desk; without it the Worker serves the API alone. */
  ASSETS?: { fetch(request: Request): Promise<Response> }
}

const settings = z.object({
  LIBSQL_URL: z.url({ protocol: /^(https?|libsql)$/ }),
  LIBSQL_AUTH_TOKEN: z.string().min(1).optional(),
  FIELD_KEYS: z.string().min(1),
  WECHAT_BASE: z.url().default('https://api.weixin.qq.com'),
  WECHAT_APPID: z.string().min(1),
  WECHAT_SECRET: z.string().min(1),
  FILES: z.custom<Bucket>((value) => has(value, 'put', 'get'), '要绑定 R2 存储桶'),
})

export type Settings = z.infer<typeof settings>

/** Throws with every name that is missing or wrong; never with a value. */
export function readEnv(env: unknown): Settings {
  const read = settings.safeParse(env)
  if (read.success) return read.data
  throw new Error(
    `Worker 的设置不对:${read.error.issues.map((issue) => `${issue.path.join('.')}(${issue.message})`).join('、')}`,
  )
}
