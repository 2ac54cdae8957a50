/** `npm test`: builds what the browser tests look at, runs everything, and ends with `N passed, N failed`. */
import { execFileSync } from 'node:child_process'
import { startVitest } from 'vitest/node'

const filters = process.argv.slice(2)
execFileSync(process.execPath, ['--no-warnings', 'preview/build/run.ts'], { stdio: 'inherit' })
const vitest = await startVitest('test', filters, { run: true, watch: false, reporters: [process.env.CI ? 'dot' : 'default'] })
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
const broken = vitest.state.getTestModules().filter((module) => module.errors().length > 0).length + vitest.state.getUnhandledErrors().length
const failed = tests.filter((test) => test.result().state === 'failed').length + broken
const passed = tests.filter((test) => test.result().state === 'passed').length
await vitest.close()
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
