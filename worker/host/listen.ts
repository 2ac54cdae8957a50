import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { addressProblem } from './cannot-start.ts'

export type Listening = { url: string; answerWith(house: Hono): void; close(): Promise<void> }

/** Takes the address first, so that a taken one is known before anything is made; who answers may change later. */
export function listen(first: Hono, { port, host }: { port: number; host: string }): Promise<Listening> {
  let house = first
  return new Promise((resolve, reject) => {
    const fetch: Hono['fetch'] = (request, env) => house.fetch(request, env)
    const server = serve({ fetch, port, hostname: host }, (address) =>
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
        answerWith: (next) => {
          house = next
        },
        close: () => close(server),
      }),
    )
    server.once('error', (error) => reject(addressProblem(error, host, port)))
  })
}

/** Requests under way finish: under ten seconds. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => ('closeAllConnections' in server ? server.closeAllConnections() : undefined), 8_000).unref()
  })
}
