import { report } from './errors.ts'

type AppObject = Record<string, unknown>

let instance: AppObject | undefined

/** The global function App: keeps the one application object. */
export function App(definition: AppObject): void {
  instance = definition
}

/** The global function getApp. Before App was called it is an empty object, so that a kit can ask. */
export function getApp(): AppObject {
  return instance ?? {}
}

/** Calls one of the application's own functions. */
export function callApp(name: string, ...args: unknown[]): void {
  const act = instance?.[name]
  if (typeof act !== 'function') return
  try {
    const answer = (act as (...args: unknown[]) => unknown).apply(instance, args)
    if (answer instanceof Promise) answer.catch((error: unknown) => report(error, `app.js ${name}`))
  } catch (error) {
    report(error, `app.js ${name}`)
  }
}
