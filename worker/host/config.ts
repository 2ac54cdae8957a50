import * as z from 'zod'
import { fieldCipher } from '../platform/index.ts'
import { CannotStart } from './cannot-start.ts'

/** Every setting of the Node host, and what is said of a wrong one; README.md has the table. */
const settings = z.object({
  PORT: z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().max(65535)).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DEMO: z.enum(['0', '1']).default('1'),
  CRYPTO_SUITE: z.enum(['aes', 'sm']).default('aes'),
  FIELD_KEYS: z.string().refine(areKeys).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  CHECKPOINT_KEY_FILE: z.string().min(1).optional(),
  CHECKPOINT_DIR: z.string().min(1).optional(),
  TICK_SECONDS: z.string().regex(/^\d{1,4}$/).transform(Number).pipe(z.number().max(3600)).default(60),
  WECHAT_BASE: z.url({ protocol: /^https?$/ }).optional(),
  WECHAT_APPID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
})
const wanted: Record<string, string> = {
  PORT: '要写成 0 到 65535 的整数',
  HOST: '要写成地址,如 127.0.0.1',
  DATA_DIR: '要写成文件夹',
  DEMO: '只能写 0 或 1',
  CRYPTO_SUITE: '只能写 aes 或 sm',
  FIELD_KEYS: '要写成 k1:BASE64,每把 32 字节(国密的写 s1:)',
  BACKUP_DIR: '要写成文件夹',
  CHECKPOINT_KEY_FILE: '要写成密钥文件的路径',
  CHECKPOINT_DIR: '要写成文件夹',
  TICK_SECONDS: '要写成 0 到 3600 的整数,0 是不办定时的事',
  WECHAT_BASE: '要写成 http 或 https 网址',
}

export type Config = {
  port: number
  host: string
  dataDir: string
  demo: boolean
  fieldKeys: string | null
  /** What seals: AES, or 国密 SM4 and SM3. */
  suite?: 'aes' | 'sm'
  /** Where the nightly backups go; null: `backups` beside the data. */
  backupDir?: string | null
  /** What signs the day's checkpoint, and where it is laid; null: a demo's own key, `checkpoints` beside the data. */
  checkpoints?: { keyFile: string | null; folder: string | null }
  /** How often the clock makes its round; 0 never, for a process that leaves it to another. */
  tickSeconds: number
  wechat: { base: string | null; appId: string | null; secret: string | null }
}

/** Reads the environment once. A county without demo must name its WeChat account and its keys. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = settings.safeParse(env)
  if (!result.success) throw new CannotStart(wrong(result.error))
  const read = result.data
  const demo = read.DEMO === '1'
  const missing = demo ? [] : (['FIELD_KEYS', 'WECHAT_APPID', 'WECHAT_SECRET'] as const).filter((name) => !read[name])
  if (missing.length > 0)
    throw new CannotStart(`不是演示(DEMO=0)时必须设置:${missing.join('、')}。说明见 README.zh-CN.md 的环境变量表。`)
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: read.DATA_DIR,
    demo,
    fieldKeys: requireSuite(read.FIELD_KEYS ?? null, read.CRYPTO_SUITE),
    suite: read.CRYPTO_SUITE,
    backupDir: read.BACKUP_DIR ?? null,
    checkpoints: { keyFile: read.CHECKPOINT_KEY_FILE ?? null, folder: read.CHECKPOINT_DIR ?? null },
    tickSeconds: read.TICK_SECONDS,
    wechat: { base: read.WECHAT_BASE ?? null, appId: read.WECHAT_APPID ?? null, secret: read.WECHAT_SECRET ?? null },
  }
}

/** The first key seals, so it is of the suite that is asked for. */
function requireSuite(keys: string | null, suite: 'aes' | 'sm'): string | null {
  const letter = suite === 'sm' ? 's' : 'k'
  if (keys !== null && !keys.trim().startsWith(letter))
    throw new CannotStart(`CRYPTO_SUITE=${suite} 要用 ${letter} 开头的密钥封存,请把它放在 FIELD_KEYS 最前面。换密钥用 npm run rekey。`)
  return keys
}

/** Names every wrong setting, never a value: one of them is a key. */
function wrong({ issues }: z.ZodError): string {
  const names = new Set(issues.map(({ path }) => String(path[0])))
  return `${[...names].map((name) => `${name} ${wanted[name] ?? '不对'}`).join(';')}。`
}

function areKeys(keys: string): boolean {
  try {
    fieldCipher(keys)
    return true
  } catch {
    return false
  }
}
