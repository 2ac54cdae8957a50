import { createRequire } from 'node:module'
import { filesUnder } from './files.ts'

type Wcc = (folder: string, files: string[], wxs: string[], options: { maxBuffer: number }) => string
type Wcsc = (folder: string, files: string[], options: { maxBuffer: number }) => object

const options = { maxBuffer: 64 * 1024 * 1024 }

/**
 * Runs WeChat's own template and style compilers (wcc, wcsc) over a folder and returns what they object to.
 * Undefined where their binaries do not run, for example on Linux for ARM.
 */
export function wechatObjections(folder: string): string[] | undefined {
  if (process.platform === 'linux' && process.arch !== 'x64') return undefined
  const require = createRequire(import.meta.url)
  const wcc = require('miniprogram-compiler/src/wcc') as Wcc
  const wcsc = require('miniprogram-compiler/src/wcsc') as Wcsc
  const files = filesUnder(folder)
  const named = (suffix: string): string[] =>
    files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -5))
  return [
    ...objection('wcc', named('.wxml'),
      (names) => wcc(folder, names, files.filter((file) => file.endsWith('.wxs')), options)),
    ...objection('wcsc', named('.wxss'), (names) => wcsc(folder, names, options)),
  ]
}

/** wcc throws what it objects to, wcsc returns it. */
function objection(name: string, files: string[], run: (files: string[]) => unknown): string[] {
  if (files.length === 0) return []
  try {
    const result = run(files)
    return result instanceof Error ? [`${name}: ${result.message}`] : []
  } catch (error) {
    return [`${name}: ${(error as Error).message}`]
  }
}
