import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildDesk } from './desk.ts'
import { buildMiniprogram } from './miniprogram.ts'
import { buildPreview } from './preview.ts'
import { BuildProblem } from './problem.ts'
import { kilobytes } from './sizes.ts'
import { projectPaths } from './paths.ts'
import { buildServer } from './server.ts'
import { watchSources } from './watch.ts'

/** `npm run build`: the mini-program as DevTools takes it, its preview for the browser, the desk, and the server. */
async function run(): Promise<void> {
  const start = performance.now()
  if (existsSync(join(projectPaths.source, 'app.json'))) {
    const sizes = await buildMiniprogram(projectPaths)
    await buildPreview(projectPaths)
    const packages = Object.entries(sizes.packages).map(([name, bytes]) => `${name} ${kilobytes(bytes)}`)
    console.log(`mini-program: main ${kilobytes(sizes.main)}, ${packages.join(', ') || 'no subpackages'},`
      + ` whole ${kilobytes(sizes.whole)}`)
  } else {
    console.log('mini-program: no miniprogram/app.json yet')
  }
  if (await buildDesk(projectPaths.root)) console.log('desk: dist/desk')
  await buildServer(projectPaths.root)
  console.log(`built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

const report = (error: unknown): void => {
  console.error(error instanceof BuildProblem ? `build failed:\n${error.message}` : error)
  process.exitCode = 1
}

await run().catch(report)
if (process.argv.includes('--watch')) watchSources(projectPaths.source, () => run().catch(report))
