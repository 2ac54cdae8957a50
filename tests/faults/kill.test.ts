import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { until } from '../support/host.ts'
import type { Told } from './support/approving.ts'
import { approve, atOnce, phonesAt, wishesOf } from './support/approving.ts'
import { keptOf, sound } from './support/kept.ts'
import { prepared } from './support/prepared.ts'
import { serverOn } from './support/server.ts'
import { chance, tell, timeout, times } from './support/strength.ts'

const writers = 16
const rounds = times(5, 200)

it(`kill -9 under ${writers} writers, ${rounds} rounds: what was acknowledged is there, a retried key is one grant`, { timeout }, async () => {
  const random = chance()
  const count = { rounds: 0, acknowledged: 0, 'recorded but unacknowledged': 0, lost: 0, doubled: 0 }
  while (count.rounds < rounds) {
    const round = await killed(Math.floor(random() * times(400, 1_200)))
    count.rounds += 1
    count.acknowledged += round.acknowledged
    count['recorded but unacknowledged'] += round.replayed
    count.lost += round.kept.lost.length
    count.doubled += round.kept.doubled.length
    expect(round.kept, `round ${count.rounds}`).toMatchObject(sound)
  }
  tell('kill -9', count)
})

async function killed(afterMs: number) {
  const county = await prepared(640)
  const wishes = wishesOf(county)
  const told: Told = new Map()
  const unanswered: typeof wishes = []
  const first = serverOn(county.dataDir)
  const phones = phonesAt(await first.url(), county)
  let dead = false
  const writing = atOnce(writers, wishes, async (wish) => {
    if (!(await approve(phones, wish, told))) unanswered.push(wish)
  }, () => dead)
  await until(() => (told.size > 0 ? true : undefined))
  await pause(afterMs)
  first.signal('SIGKILL')
  dead = true
  await Promise.all([writing, first.ended])
  const acknowledged = told.size
  const second = serverOn(county.dataDir)
  const again = phonesAt(await second.url(), county)
  const replies = await Promise.all(unanswered.map((wish) => approve(again, wish, told)))
  expect(replies.map((reply) => reply?.status)).toEqual(replies.map(() => 201))
  second.signal('SIGTERM')
  expect(await second.ended).toBe(0)
  const kept = keptOf(county.path, told)
  expect(kept.grants).toBe(told.size)
  return { acknowledged, replayed: replies.filter((reply) => reply?.headers.get('idempotent-replayed')).length, kept }
}
