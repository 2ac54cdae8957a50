/** The Node host: one county on an embedded libSQL file. `npm start` builds phone and desk, then runs this. */
import { CannotStart } from './host/cannot-start.ts'
import { readConfig } from './host/config.ts'
import type { Running } from './host/serve.ts'
import { startServer } from './host/serve.ts'

let running: Running | null = null
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    // nothing was promised yet, and a half-made demo is made anew
    if (!running) process.exit(0)
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}

try {
  running = await startServer(readConfig(process.env))
  const first = running.founded ? '' : '\n  这个县还没有开通:请在浏览器里打开开始页,填上面的设置码'
  const demo = running.services.demo ? `\n  手机小程序  ${running.url}/phone\n  演示县,人物都是虚构的` : ''
  process.stdout.write(
    `先救已启动\n  开始页      ${running.url}/\n  财务工作台  ${running.url}/desk\n  接口        ${running.url}/api/openapi.json${demo}${first}\n`,
  )
} catch (error) {
  const why = error instanceof CannotStart ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`没有启动:${why}\n`)
  process.exit(1)
}
