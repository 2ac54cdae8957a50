import { expect, it } from 'vitest'
import { nightlyVerify } from '../../worker/host/nightly-verify.ts'
import { leaseMs, takeLease } from '../../worker/rounds/lease.ts'
import { tick } from '../../worker/rounds/index.ts'
import { fieldKeys, newCounty } from '../support/county.ts'

const at = (ms: number) => new Date(Date.parse('2026-09-28T02:00:00.000Z') + ms)

it('a lease that is kept runs on, one that is left is free at once, one that ran out is somebody else’s', async () => {
  const county = await newCounty()
  const first = await takeLease(county.services)
  county.setClock(at(leaseMs - 1))
  expect(await takeLease(county.services)).toBeNull()
  expect(await first?.keep()).toBe(true)
  county.setClock(at(2 * leaseMs - 2))
  expect(await takeLease(county.services)).toBeNull()
  await first?.leave()
  county.setClock(at(-3_600_000))
  const second = await takeLease(county.services)
  expect(second).not.toBeNull()
  expect(await first?.keep()).toBe(false)
  county.setClock(at(leaseMs))
  expect(await takeLease(county.services)).not.toBeNull()
  expect(await second?.keep()).toBe(false)
  await second?.leave()
  expect(await takeLease(county.services)).toBeNull()
})

it('of eight that ask at once one gets it', async () => {
  const county = await newCounty()
  const leases = await Promise.all(Array.from({ length: 8 }, () => takeLease(county.services)))
  expect(leases.filter((lease) => lease !== null)).toHaveLength(1)
})

it('a round that is told to leave off ends its program, writes nothing down, and gives the lease back', async () => {
  const county = await newCounty()
  const services = { ...county.services, log: (line: Record<string, unknown>) => { county.logged.push(line) } }
  const stop = new AbortController()
  const verify = nightlyVerify({ dataDir: county.dataDir, fieldKeys }, async () => {})
  const interrupted = { ...verify, run: ((...args) => { setImmediate(() => stop.abort()); return verify.run(...args) }) as typeof verify.run }
  expect(await tick(services, [interrupted, verify], stop.signal)).toEqual([])
  expect(county.logged.map(({ error }) => String(error))).toEqual([expect.stringContaining('AbortError')])
  expect(await county.rows('SELECT 1 FROM rounds')).toEqual([])
  expect((await tick(services, [verify]))?.[0]?.outcome).toBe('done')
})
