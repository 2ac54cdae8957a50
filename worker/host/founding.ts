import dayDetails from 'chinese-days'
import type { PersonSeed } from '../../db/seed/people.ts'
import { demoPin, peopleSeeds } from '../../db/seed/people.ts'
import type { TownshipSeed } from '../../db/seed/places.ts'
import { countyQuotaFen, countySeed, quotaFen, townshipSeeds } from '../../db/seed/places.ts'
import { samplePolicy } from '../contract/index.ts'
import { policyInserts } from '../policy/index.ts'
import { costOfDemo, sealedPin } from '../identity/index.ts'
import type { Services, Statement } from '../platform/index.ts'
import { addDays, beijingDay, headOf, journalHead, journalInsert, newCanary, newId, ProblemError, rowsHash, statement } from '../platform/index.ts'

/** Founds a demo county: places, people with posts, policy, calendar, empty funds. `at` lies before everything that is seeded. */
export async function foundCounty(services: Services, at: Date): Promise<void> {
  const people = await Promise.all(peopleSeeds.map(async (seed) => {
    const id = newId('per', at)
    const hash = seed.posts.length > 0 ? await sealedPin(services.cipher, id, demoPin, costOfDemo) : null
    return { seed, id, hash }
  }))
  await founding(services, at, countySeed.name, (journalId) => [
    countyInsert(services, at, { ...countySeed, demo: true }),
    countyFundInsert(townshipSeeds.map(({ code }) => code), at, journalId),
    ...townshipSeeds.flatMap((seed) => {
      const fen = quotaFen(seed.population)
      return townshipInserts({ ...seed, quotaFen: fen, openingFen: fen }, at, journalId)
    }),
    ...people.flatMap(({ seed, id }) => personInserts(services, seed, id, at, journalId)),
    ...people.flatMap(({ id, hash }) => hash === null ? [] : [
      statement('INSERT INTO pins (id, hash_cipher, set_at, journal_id) VALUES (?, ?, ?, ?)', id, hash, at.toISOString(), journalId),
    ]),
    ...policyInserts(1, at.toISOString().slice(0, 10), samplePolicy, journalId),
    ...calendarInserts(at, journalId),
  ])
}

/** The first act of a county: nobody's, with everything in it or nothing. Refuses: already_founded. */
export async function founding(services: Services, at: Date, name: string, rowsOf: (journalId: string) => Statement[]): Promise<void> {
  const there = statement('SELECT 1 FROM county')
  await services.db.write([journalHead(statement("'county'")), there], ([head, county = []]) => {
    if (county.length > 0) throw new ProblemError('already_founded')
    const journalId = newId('jrn', at)
    const rows = rowsOf(journalId)
    const journal = journalInsert(
      {
        id: journalId,
        chain: 'county',
        at: at.toISOString(),
        personId: null,
        post: null,
        device: null,
        action: 'county.found',
        object: name,
        problem: null,
        afterHash: rowsHash(rows),
        requestId: journalId,
      },
      headOf(head?.[0]),
    )
    return { answer: undefined, statements: [journal, ...rows] }
  })
}

export function countyInsert(services: Services, at: Date, county: { name: string; phone: string; demo: boolean }): Statement {
  return statement(
    'INSERT INTO county (id, name, phone, demo, opened_at, canary) VALUES (1, ?, ?, ?, ?, ?)',
    county.name,
    county.phone,
    county.demo ? 1 : 0,
    at.toISOString(),
    newCanary(services.cipher),
  )
}

/** The county's own fund (N-20), empty until it is filled; its code is the area's with no township. */
export function countyFundInsert(townships: readonly string[], at: Date, journalId: string): Statement {
  return statement(
    'INSERT INTO funds (code, township_code, quota_fen, opened_at, journal_id) VALUES (?, ?, ?, ?, ?)',
    `F${(townships[0] ?? '').slice(0, 6)}000`,
    null,
    countyQuotaFen,
    at.toISOString(),
    journalId,
  )
}

/** A township with its fund: the quota, and what the fund is said to hold when it begins. */
export function townshipInserts(seed: TownshipSeed & { quotaFen: number; openingFen: number }, at: Date, journalId: string): Statement[] {
  return [
    statement(
      'INSERT INTO townships (code, name, phone, population, villages) VALUES (?, ?, ?, ?, ?)',
      seed.code,
      seed.name,
      seed.phone,
      seed.population,
      JSON.stringify(seed.villages),
    ),
    statement(
      'INSERT INTO funds (code, township_code, quota_fen, opened_at, journal_id) VALUES (?, ?, ?, ?, ?)',
      `F${seed.code}`,
      seed.code,
      BigInt(seed.quotaFen),
      at.toISOString(),
      journalId,
    ),
    statement(
      'INSERT INTO opening_balances (fund_code, fen, day, journal_id) VALUES (?, ?, ?, ?)',
      `F${seed.code}`,
      BigInt(seed.openingFen),
      beijingDay(at),
      journalId,
    ),
  ]
}

function personInserts({ cipher, wechat }: Services, seed: PersonSeed, id: string, at: Date, journalId: string): Statement[] {
  const seal = (column: string, text?: string) => (text ? cipher.seal(text, `persons.${column}:${id}`) : null)
  const index = (kind: string, text?: string) => (text ? cipher.index(kind, text) : null)
  return [
    statement(
      `INSERT INTO persons (id, openid_index, openid_cipher, name_cipher, holder_index, phone_cipher, phone_index, id_number_cipher, id_number_index, journal_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      cipher.index('openid', `${wechat.appId}:${seed.openid}`),
      seal('openid', `${wechat.appId}:${seed.openid}`),
      seal('name', seed.name),
      index('holder', seed.name),
      seal('phone', seed.phone),
      index('phone', seed.phone),
      seal('id_number', seed.idNumber),
      index('id_number', seed.idNumber),
      journalId,
    ),
    ...seed.posts.map((post) =>
      statement(
        'INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
        newId('pos', at),
        id,
        post.kind,
        post.townshipCode,
        at.toISOString(),
        journalId,
      ),
    ),
  ]
}

/** chinese-days has no list for the years ahead and does not say so: those days are weekends only, and provisional. */
export function calendarInserts(at: Date, journalId: string): Statement[] {
  const first = `${at.getUTCFullYear() - 1}-01-01`
  const last = `${at.getUTCFullYear() + 3}-12-31`
  const statements: Statement[] = []
  let official = false
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (day.endsWith('-01-01')) official = dayDetails.getDayDetail(`${day.slice(0, 4)}-10-01`).name.includes(',')
    statements.push(
      statement(
        'INSERT INTO calendar_days (day, working, official, journal_id) VALUES (?, ?, ?, ?)',
        day,
        dayDetails.getDayDetail(day).work ? 1 : 0,
        official ? 1 : 0,
        journalId,
      ),
    )
  }
  return statements
}
