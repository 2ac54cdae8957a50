import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * Stands between phone and server. What is asked arrives; while `deaf()` says so, the answer is swallowed and the line cut,
 * as when a phone loses the network after the tap.
 */
export async function deafProxy(to: string, deaf: () => boolean): Promise<string> {
  const { port } = new URL(to)
  const sockets = new Set<Socket>()
  const server = createServer((phone) => {
    const county = connect(Number(port), '127.0.0.1')
    for (const [socket, other] of [[phone, county], [county, phone]] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
    phone.pipe(county)
    county.on('data', (answer) => {
      if (deaf()) phone.destroy()
      else phone.write(answer)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
