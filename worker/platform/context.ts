import type { Database } from '../../db/database.ts'
import type { Cipher } from './cipher.ts'
import type { Clock } from './clock.ts'
import type { Files } from './files.ts'
import type { SheetReader } from './sheet.ts'

/** The address and secret of WeChat, or of the sandbox that answers like it. */
export type WeChat = { base: string; appId: string; secret: string }

export type DemoPerson = { openid: string; name: string; about: string; phone?: string }

/** One county's services. Rooms get these and never see another county's. */
export type Services = {
  db: Database
  files: Files
  /** Missing where nothing can read a file of rows (Workers). */
  sheets?: SheetReader
  cipher: Cipher
  clock: Clock
  wechat: WeChat
  /** The people of a demo county; null in production, where sandbox and switcher do not exist. */
  demo: DemoPerson[] | null
  /** The PIN of a demo's people. */
  demoPin?: string
  /** The county's file lies with a database server: to check it and back it up is that server's affair. */
  onServer?: boolean
  log(line: Record<string, unknown>): void
}

/** One request, as far as the rooms need to know it. */
export type Context = Services & {
  requestId: string
  action: string
  posts: 'public' | 'anyone' | readonly string[]
  tokenHash: string | null
  device: string | null
  /** Idempotency-Key and HMAC of method, path and body. */
  key: string | null
  macs: readonly string[]
  /** Set when the answer is a stored receipt. */
  replayed: boolean
}
