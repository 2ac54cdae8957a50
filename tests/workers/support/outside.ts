import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hrana } from '../../../db/hrana.ts'
import { hrana } from '../../../db/hrana.ts'
import { migrate, migrations } from '../../../db/migrate.ts'
import { peopleSeeds } from '../../../db/seed/people.ts'
import { wechatSandbox } from '../../../preview/wechat-sandbox.ts'
import { foundTestCounty } from './found.ts'

/** A county's database as the Worker sees it: `http://<name>.county.test`, made when it is first asked for. */
type House = { hrana: Hrana; asked: number; loseWrites: boolean }

const sandbox = wechatSandbox({ people: peopleSeeds })
const folder = mkdtempSync(join(tmpdir(), 'xianjiu-workers-'))
const houses = new Map<string, Promise<House>>()
let base: Promise<string> | null = null

process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Everything outside the Worker under test, in this process: no port, no other program. */
export async function outside(request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (url.hostname === 'wechat.test') return sandbox.fetch(request)
  const name = /^([a-z]+)\.county\.test$/.exec(url.hostname)?.[1]
  if (!name) return new Response(`nothing outside is called ${url.hostname}`, { status: 502 })
  const house = await houseOf(name)
  if (url.pathname === '/told') return told(house, url.searchParams)
  house.asked += 1
  const said = await request.clone().text()
  const writes = said.includes('COMMIT') && !said.includes('READONLY')
  const response = await house.hrana.handle(request)
  return writes && house.loseWrites ? new Response('the answer was lost on its way', { status: 502 }) : response
}

/** What a test asks of the outside: how often the database was asked since, and to lose the answers to writes. */
function told(house: House, wish: URLSearchParams): Response {
  const { asked } = house
  house.asked = 0
  if (wish.has('lose')) house.loseWrites = wish.get('lose') === 'writes'
  return Response.json({ asked })
}

function houseOf(name: string): Promise<House> {
  const known = houses.get(name) ?? openHouse(name)
  houses.set(name, known)
  return known
}

async function openHouse(name: string): Promise<House> {
  const path = join(folder, `${name}.db`)
  if (name === 'behind') migrate(path, new Date(), migrations().slice(0, -1))
  else if (name !== 'empty') copyFileSync(await (base ??= foundTestCounty(join(folder, 'base.db'))), path)
  return { hrana: hrana(path, { token: 'test-token' }), asked: 0, loseWrites: false }
}
