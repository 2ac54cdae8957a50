import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { addressProblem } from './cannot-start.ts'

export type Listening = { url: string; answerWith(house: Hono): void; close(): Promise<void> }

/**
 * Takes the address first, so that a taken one is known before anything is made; who answers may change later. `waiting`
 * answers before the house is open and after it was told to close.
 */
export function listen(waiting: Hono, { port, host }: { port: number; host: string }): Promise<Listening> {
  let house = waiting
  return new Promise((resolve, reject) => {
    const fetch: Hono['fetch'] = (request, env) => house.fetch(request, env)
    const server = serve({ fetch, port, hostname: host }, (address) =>
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
        answerWith: (next) => {
          house = next
        },
        close: () => {
          house = waiting
          return close(server)
        },
      }),
    )
    server.once('error', (error) => reject(addressProblem(error, host, port)))
  })
}

/** Requests under way finish: under ten seconds. */
function close(server: ServerType): Promise<void> {
  const http = 'closeIdleConnections' in server ? server : null
  // a kept connection would go on being served: it is closed as soon as it has its answer
  const sweep = setInterval(() => http?.closeIdleConnections(), 20)
  setTimeout(() => http?.closeAllConnections(), 8_000).unref()
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep)
      resolve()
    })
  })
}
