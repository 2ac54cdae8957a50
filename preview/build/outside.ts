import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BuildProblem } from './problem.ts'
import { filesUnder } from './files.ts'

/** Fails when a template or a sheet would fetch something from the outside: offline it would be a hole. */
export function holdNoOutside(folder: string): void {
  for (const file of filesUnder(folder)) {
    if (!/\.(wxml|wxss)$/.test(file)) continue
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('http://www.w3.org/', '')
    const hit = /(?:src=["']|url\(\s*["']?)(https?:)?\/\/[^"')\s]+/.exec(text)
    if (hit) throw new BuildProblem(`${file} reaches outside: ${hit[0]}`)
  }
}
