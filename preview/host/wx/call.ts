import { guarded, report } from '../errors.ts'

/** What every asynchronous wx function takes besides its own options. */
export interface Callbacks<T> {
  success?: (result: T) => void
  fail?: (problem: { errMsg: string; errno?: number; errCode?: number }) => void
  complete?: (result: unknown) => void
}

/** A refusal in WeChat's form: the part after "fail", and perhaps a number. */
export class WxFail extends Error {
  readonly code: number | undefined

  constructor(message: string, code?: number) {
    super(message)
    this.code = code
  }
}

/** An asynchronous wx function: it answers callbacks if there are any, and a promise otherwise. */
export function wxCall<O extends object, T extends object | void>(
  name: string, act: (options: O) => T | Promise<T>,
): (options?: O & Callbacks<T>) => Promise<T & { errMsg: string }> | undefined {
  return (options) => {
    const given = (options ?? {}) as O & Callbacks<T>
    const work = settle(name, async () => act(given))
    const called = Boolean(given.success ?? given.fail ?? given.complete)
    if (!called) return work
    work.then(
      (result) => answer(name, [given.success, given.complete], result),
      (problem: { errMsg: string }) => answer(name, [given.fail, given.complete], problem),
    )
    return undefined
  }
}

async function settle<T extends object | void>(name: string, act: () => Promise<T>): Promise<T & { errMsg: string }> {
  try {
    const result = await act()
    return { ...result, errMsg: `${name}:ok` } as T & { errMsg: string }
  } catch (error) {
    if (!(error instanceof WxFail)) report(error, `wx.${name}`)
    throw failure(name, error)
  }
}

/** The object that `fail` gets, also thrown from promises. */
export function failure(name: string, error: unknown): { errMsg: string; errno?: number; errCode?: number } {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof WxFail ? error.code : undefined
  return { errMsg: `${name}:fail ${message}`, ...(code !== undefined && { errno: code, errCode: code }) }
}

/** Calls back into the mini-program; what it throws is its own error, not wx's. */
export function answer<T>(name: string, callbacks: (((value: T) => void) | undefined)[], value: T): void {
  for (const callback of callbacks) if (callback) guarded(`callback of wx.${name}`, () => callback(value))
}

/** A list of listeners behind wx.onSomething and wx.offSomething. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>()
  private readonly name: string

  constructor(name: string) {
    this.name = name
  }

  on = (listener: (value: T) => void): void => void this.all.add(listener)

  off = (listener?: (value: T) => void): void => {
    if (listener) this.all.delete(listener)
    else this.all.clear()
  }

  tell(value: T): void {
    this.all.forEach((listener) => answer(this.name, [listener], value))
  }

  get size(): number {
    return this.all.size
  }
}
