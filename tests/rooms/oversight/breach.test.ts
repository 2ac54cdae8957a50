import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { breachReport } from '../../../worker/oversight/breach.ts'
import { fieldKeys, newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'

const program = fileURLToPath(new URL('../../../worker/breach.ts', import.meta.url))
const always = { since: '1970-01-01T00:00:00.000Z', until: '9999-12-31T00:00:00.000Z' }

async function told() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const { request } = await crew.granted({}, { phone: '13900000021' })
  await there.accepted()
  const { personId } = (await crew.caseworker.get(`/requests/${request}`)).body as { personId: string }
  county.setClock('2026-09-28T03:00:00.000Z')
  await crew.cashier.post(`/persons/${personId}/reveals`, { field: 'phone', reason: '约时间领款' })
  return { county, personId }
}

it('names who looked and why, who handled the case, and who could open it; of this person alone', async () => {
  const { county, personId } = await told()
  const report = breachReport(county.path, county.services.cipher, { ...always, person: personId })
  expect(report.looks).toEqual([expect.objectContaining({ at: '2026-09-28T03:00:00.000Z', post: '出纳', person: '王秀兰', field: '电话', reason: '约时间领款' })])
  expect(report.handled.map(({ post }) => post).toSorted()).toEqual(['分管领导', '协理员', '民政经办'].toSorted())
  expect(new Set(report.handled.map(({ person }) => person))).toEqual(new Set(['王秀兰']))
  expect(new Set(report.could.map(({ place }) => place))).toEqual(new Set(['青山镇', '示范县']))
  expect(report.people).toBe(1)
})

it('a span holds what happened in it, to the instant', async () => {
  const { county } = await told()
  const span = (since: string, until: string) => breachReport(county.path, county.services.cipher, { person: null, since, until })
  expect(span('2026-09-28T03:00:00.000Z', '2026-09-28T03:00:00.001Z')).toMatchObject({ looks: [{}], handled: [] })
  const before = span('2026-09-28T02:00:00.000Z', '2026-09-28T03:00:00.000Z')
  expect(before.looks).toEqual([])
  expect(before.handled.length).toBeGreaterThan(4)
})

it('the command prints the list, and says what is missing', async () => {
  const { county, personId } = await told()
  const run = (...args: string[]) => new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['--no-warnings', program, '--data', county.dataDir, ...args], { env: { ...process.env, FIELD_KEYS: fieldKeys } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }))
  })
  const { code, said } = await run('--person', personId)
  expect([code, said]).toEqual([0, expect.stringMatching(/一、看过完整信息\(1 次\)\n2026-09-28 11:00 {2}出纳 .* 看了 王秀兰.*的电话 {2}理由:约时间领款/)])
  expect((await run('--since', '2026-09-29')).said).toContain('看过完整信息(0 次)')
  expect(await run()).toEqual({ code: 1, said: '没有做成清单:请写 --person 编号(查一个人),或 --since 2026-11-01(查一段时间)。\n' })
  expect((await run('--since', 'gestern')).said).toContain('日期要写成 2026-11-01 这样')
})
