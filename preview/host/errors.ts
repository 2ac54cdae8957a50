/** One thing that went wrong in the mini-program's own code. */
export interface PhoneError {
  where: string
  message: string
  stack?: string
}

/** Everything that went wrong since the start; tests read it as `__mpErrors`. */
export const phoneErrors: PhoneError[] = []

/** Keeps an error for the tests and says on the console where it happened. */
export function report(error: unknown, where: string): void {
  const known = isError(error) ? error : new Error(typeof error === 'object' ? JSON.stringify(error) : String(error))
  phoneErrors.push({ where, message: known.message, ...(known.stack ? { stack: known.stack } : {}) })
  console.error(`[${where}]`, known)
}

/** Runs a piece of the mini-program; what it throws is reported and does not stop the phone. */
export function guarded<T>(where: string, act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    report(error, where)
    return undefined
  }
}

/** Errors of another window are errors too. */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value
}
