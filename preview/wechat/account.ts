import { randomBytes } from 'node:crypto'

const codeLifeMs = 5 * 60_000
const tokenLifeMs = 7200_000

/** Somebody with a WeChat account in the sandbox. */
export interface SandboxPerson {
  openid: string
  phone?: string
}

/** How a sandbox is set up. */
export interface SandboxSetup {
  people: SandboxPerson[]
  now?: () => number
  appid?: string
  secret?: string
}

/** The mini-program's account at WeChat, as much as its servers keep of it. */
export class SandboxAccount {
  readonly appid: string
  readonly secret: string
  readonly now: () => number
  private readonly people: Map<string, SandboxPerson>
  private readonly codes = new Map<string, { openid: string; until: number; used: boolean }>()
  private readonly refusals = new Set<string>()
  private tokens = new Map<string, number>()
  private tokenFault: number | null = null
  /** How often a token was asked for, and how often a number: who keeps a token asks once. */
  readonly asked = { tokens: 0, phones: 0 }

  constructor({ people, now = Date.now, appid = sandboxAppId, secret = sandboxSecret }: SandboxSetup) {
    this.people = new Map(people.map((person) => [person.openid, person]))
    this.now = now
    this.appid = appid
    this.secret = secret
  }

  person(openid: string): SandboxPerson | undefined {
    return this.people.get(openid)
  }

  /** What wx.login gives: good once, for five minutes. */
  freshCode(openid: string): string {
    const code = `0${randomBytes(15).toString('base64url')}`
    this.codes.set(code, { openid, until: this.now() + codeLifeMs, used: false })
    return code
  }

  /** What the phone-number button gives: good once, for five minutes. */
  freshPhoneCode(openid: string): string {
    return `phone-once-${this.freshCode(openid)}`
  }

  /** Whose number a phone code stands for: the fixed one of each person, or one that is used up by asking. */
  phoneOf(code: string): string | undefined {
    const once = /^phone-once-(.+)$/.exec(code)?.[1]
    const redeemed = once === undefined ? { openid: code.slice('phone-'.length) } : this.redeem(once)
    return 'openid' in redeemed ? this.people.get(redeemed.openid)?.phone : undefined
  }

  /** Whose code it is, or why it is not good. */
  redeem(code: string): { openid: string } | { errcode: number } {
    const fixed = code.startsWith('demo-') ? this.people.get(code.slice('demo-'.length)) : undefined
    if (fixed) return { openid: fixed.openid }
    const kept = this.codes.get(code)
    if (!kept) return { errcode: 40029 }
    if (kept.used) return { errcode: 40163 }
    if (kept.until < this.now()) return { errcode: 40029 }
    kept.used = true
    return { openid: kept.openid }
  }

  /** A token for server calls. Asking again without need gives the same one while it lives. */
  token(fresh: boolean): { access_token: string; expires_in: number } {
    const living = [...this.tokens].find(([, until]) => until > this.now())
    const [token, until] = !fresh && living ? living : [randomBytes(48).toString('base64url'), this.now() + tokenLifeMs]
    this.tokens.set(token, until)
    return { access_token: token, expires_in: Math.floor((until - this.now()) / 1000) }
  }

  /** As if somebody had made a new token elsewhere: those given so far are good no more. */
  forgetTokens(): void {
    this.tokens.clear()
  }

  /** From now on no token is given, but this number; null ends it. */
  failTokens(errcode: number | null): void {
    this.tokenFault = errcode
  }

  get tokenTrouble(): number | null {
    return this.tokenFault
  }

  /** 0 for a living token, WeChat's error code otherwise. */
  checkToken(token: string | undefined): number {
    if (!token) return 41001
    const until = this.tokens.get(token)
    if (until === undefined) return 40001
    return until > this.now() ? 0 : 42001
  }

  /** The person takes back the consent to messages, or gives it again. */
  setRefusal(openid: string, refuses: boolean): void {
    if (refuses) this.refusals.add(openid)
    else this.refusals.delete(openid)
  }

  refuses(openid: string): boolean {
    return this.refusals.has(openid)
  }
}

/** The AppID of the sandbox: no real account has it. */
export const sandboxAppId = 'wx0000000000000000'

/** The AppSecret of the sandbox. It protects nothing. */
export const sandboxSecret = 'sandbox-secret'
