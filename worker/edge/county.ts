import { createClient } from '@libsql/client/http'
import { openRemote } from '../../db/remote.ts'
import type { Cipher, Services } from '../platform/index.ts'
import { fieldCipher } from '../platform/index.ts'
import type { Settings } from './env.ts'
import { readEnv } from './env.ts'
import { requireCounty } from './migrations.ts'
import { r2Files } from './r2-files.ts'

/** Kept for the life of an isolate: words and keys only. Workers forbid sharing anything that does I/O. */
type Known = { env: unknown; settings: Settings; cipher: Cipher; checked: boolean }

/** Longer than the database keeps a write waiting for its turn. */
const patienceMs = 12_000
let known: Known | null = null

/** One request's services. Refuses behind; throws what is wrong with the Worker's settings or keys. */
export async function countyOf(env: unknown): Promise<Services> {
  const county = known !== null && known.env === env ? known : learn(env)
  const services = open(county)
  if (!county.checked) {
    await requireCounty(services.db, county.cipher)
    county.checked = true
  }
  return services
}

function learn(env: unknown): Known {
  const settings = readEnv(env)
  const learned = { env, settings, cipher: fieldCipher(settings.FIELD_KEYS), checked: false }
  known = learned
  return learned
}

function open({ settings, cipher }: Known): Services {
  const client = createClient({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN, fetch: askDatabase })
  return {
    db: openRemote(client),
    files: r2Files(settings.FILES),
    cipher,
    clock: () => new Date(),
    demo: null,
    onServer: true,
    log,
    wechat: { base: settings.WECHAT_BASE, appId: settings.WECHAT_APPID, secret: settings.WECHAT_SECRET },
  }
}

/** A phone is only told `busy`; whoever runs the Worker reads here why. */
async function askDatabase(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) log({ at: new Date().toISOString(), did: 'asked the database', status: response.status })
    return response
  } catch (error) {
    log({ at: new Date().toISOString(), did: 'asked the database', error: String(error) })
    throw error
  }
}

/** One JSON line; Cloudflare collects what a Worker prints. */
export function log(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line))
}
