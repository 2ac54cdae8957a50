import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { peopleSeeds } from '../../db/seed/people.ts'
import { sandboxAppId, sandboxSecret, wechatSandbox } from '../../preview/wechat-sandbox.ts'

export const sandboxAccount = { appId: sandboxAppId, secret: sandboxSecret }

/** WeChat's sandbox on loopback, one for the whole test process: the product asks it as it would ask WeChat. */
const server = createServer(getRequestListener(wechatSandbox({ people: peopleSeeds }).fetch))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
server.unref()

export function sandboxAddress(): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sandbox does not listen')
  return `http://127.0.0.1:${address.port}`
}

/** Asks the sandbox for what only a sandbox does: a fresh code, tokens withdrawn (preview/wechat-sandbox.ts). */
export async function tellSandbox(what: 'login' | 'phone-code' | 'tokens', body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${sandboxAddress()}/preview/${what}`, { method: 'POST', body: JSON.stringify(body) })
  return (await answer.json()) as Record<string, unknown>
}
