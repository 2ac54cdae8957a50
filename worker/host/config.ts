import * as z from 'zod'

/** Every setting of the Node host; README.md has the table. */
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DEMO: z.enum(['0', '1']).default('1'),
  FIELD_KEYS: z.string().optional(),
  WECHAT_BASE: z.url().optional(),
  WECHAT_APPID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
})

export type Config = {
  port: number
  host: string
  dataDir: string
  demo: boolean
  fieldKeys: string | null
  wechat: { base: string | null; appId: string | null; secret: string | null }
}

/** Reads the environment once. A county without demo must name its WeChat account and its keys. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = settings.parse(env)
  const demo = read.DEMO === '1'
  const missing = demo ? [] : (['FIELD_KEYS', 'WECHAT_APPID', 'WECHAT_SECRET'] as const).filter((name) => !read[name])
  if (missing.length > 0)
    throw new Error(`不是演示(DEMO=0)时必须设置:${missing.join('、')}。说明见 README.zh-CN.md 的环境变量表。`)
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: read.DATA_DIR,
    demo,
    fieldKeys: read.FIELD_KEYS ?? null,
    wechat: { base: read.WECHAT_BASE ?? null, appId: read.WECHAT_APPID ?? null, secret: read.WECHAT_SECRET ?? null },
  }
}
