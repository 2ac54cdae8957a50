import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf, done } from '../../support/crew.ts'
import type { Phone } from '../../support/phone.ts'
import { listFile, listQuery, newList } from '../../support/programs.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const wang: [string, string] = ['王秀兰', '990101197001010036']
const li: [string, string] = ['李建国', '990101195001010010']
const zhao: [string, string] = ['赵不识', '99010119491231001X']

async function start() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, there, assistant] = await Promise.all([crewOf(county), crewOf(county, 2), county.phone('county-jiuzhu')])
  const request = await crew.accepted({ name: wang[0], idNumber: wang[1] })
  const household = ((await crew.caseworker.get(`/requests/${request}`)).body.household as { id: string }).id
  const chain = async (from: Crew = crew) =>
    (await done(from.caseworker.get(`/households/${household}/chain`))).body as { items: Record<string, unknown>[]; recognised: object[] }
  const events = async () => (await chain()).items.filter(({ event }) => String(event).endsWith('listed')).map(({ event, program }) => `${event} ${program}`)
  return { county, crew, there, assistant, request, household, chain, events }
}
const checked = async (phone: Phone, file: Uint8Array, wish = {}) => (await done(phone.file(`/programs/lists/check?${listQuery(wish)}`, file))).body

it('who is on the list is recognised, to the day that it says, and it stands on the household’s chain (N-05, C-07)', async () => {
  const { county, crew, assistant, household, chain, events } = await start()
  const file = listFile([wang, zhao])
  const list = await newList(assistant, file)
  await journaled(county, 'programs.import', list, 'county-jiuzhu')
  expect((await chain()).recognised).toEqual([{ program: 'DIBAO', fromOn: '2026-09-01', toOn: '2027-08-31' }])
  expect(await events()).toEqual(['listed DIBAO'])
  county.setClock('2027-09-01T02:00:00.000Z')
  await crew.caseworker.signInAgain()
  expect((await crew.caseworker.get(`/households/${household}/chain`)).body.recognised).toEqual([])
})

it('looking at it keeps nothing, and says what would change', async () => {
  const { county, assistant } = await start()
  const before = await county.rows('SELECT count(*) AS n FROM journal')
  expect(await checked(assistant, listFile([wang, zhao]))).toMatchObject({ rows: 2, good: 2, fresh: 2, ended: 0, same: 0, known: 1, already: false, faults: [] })
  expect(await county.rows('SELECT count(*) AS n FROM journal')).toEqual(before)
  const file = listFile([wang, zhao])
  await newList(assistant, file)
  expect(await checked(assistant, file)).toMatchObject({ fresh: 0, ended: 0, same: 2, already: true })
  expect(await checked(assistant, listFile([wang, li]))).toMatchObject({ fresh: 1, ended: 1, same: 1, already: false })
  // another programme has a list of its own
  expect(await checked(assistant, listFile([wang]), { program: 'TEKUN' })).toMatchObject({ fresh: 1, ended: 0, same: 0 })
})

it('a newer list takes the place of the older: who is left out has ended, who stays is said once', async () => {
  const { county, assistant, chain, events } = await start()
  for (const [hour, people] of [[3, [wang, zhao]], [4, [wang]], [5, [zhao]]] as const) {
    county.setClock(`2026-09-28T0${hour}:00:00.000Z`)
    await newList(assistant, listFile([...people]))
  }
  expect(await events()).toEqual(['delisted DIBAO', 'listed DIBAO'])
  expect((await chain()).recognised).toEqual([])
  const { items } = (await done(assistant.get('/programs/lists'))).body as { items: { state: string; people: number }[] }
  expect(items.map(({ state, people }) => `${state} ${people}`)).toEqual(['current 1', 'replaced 1', 'replaced 2'])
})

it('an import that was wrong is undone, once: the list before it counts again', async () => {
  const { county, assistant, chain, events } = await start()
  await newList(assistant, listFile([wang]))
  county.setClock('2026-09-28T03:00:00.000Z')
  const wrong = await newList(assistant, listFile([zhao]))
  expect((await chain()).recognised).toEqual([])
  county.setClock('2026-09-28T04:00:00.000Z')
  const because = { reason: '选错了文件' }
  await repeatable(county, (body, key) => assistant.post(`/programs/lists/${wrong}/undoing`, body, key), because)
  await journaled(county, 'programs.undo', wrong, 'county-jiuzhu')
  await refused(county, 'list_undone', () => assistant.post(`/programs/lists/${wrong}/undoing`, because))
  await refused(county, 'not_found', () => assistant.post('/programs/lists/lis_0000000000000000/undoing', because))
  expect([(await chain()).recognised.length, await events()]).toEqual([1, ['listed DIBAO']])
  const { items } = (await done(assistant.get('/programs/lists'))).body as { items: object[] }
  expect(items).toMatchObject([{ state: 'undone', reason: because.reason, actions: [] }, { state: 'current', actions: ['undo'] }])
})

it('the same file again changes nothing; another file than the one looked at is not taken', async () => {
  const { county, assistant } = await start()
  const file = listFile([wang])
  const path = `/programs/lists?${listQuery({}, file)}`
  await repeatable(county, (_, key) => assistant.file(path, file, key), {})
  await refused(county, 'list_known', () => assistant.file(path, file))
  await refused(county, 'sheet_changed', () => assistant.file(path, listFile([zhao])))
  // of other days it is another list
  await done(assistant.file(`/programs/lists?${listQuery({ toOn: '2027-07-31' }, file)}`, file))
})

it('each fault is told with its rows; what is right is imported, and where nothing is right nothing is', async () => {
  const { county, assistant } = await start()
  const rows = [
    '姓名,身份证号,开始日期,截止日期', wang.join(','), `李建国,${li[1]}`, `李建国,${li[1]}`, ',99010119491231001X', '无号,', '坏号,990101194912310010', '短号,9901',
    '科学,9.90101E+17', `错名,${'99010119491231001X'},下个月`, `错期,99010119491231001X,2026-09-01,2026-08-01`, '远期,99010119491231001X,2020-01-01,2027-01-01',
  ]
  const file = Buffer.from(rows.join('\n'))
  expect(await checked(assistant, file)).toMatchObject({
    rows: 11, good: 3,
    faults: [
      { reason: '身份证号和前面的行重复', count: 1, rows: [4] }, { reason: '没有姓名', count: 1, rows: [5] }, { reason: '没有身份证号', count: 1, rows: [6] },
      { reason: '身份证号最后一位对不上,请再看一遍', rows: [7] }, { reason: '身份证号应为 18 位(旧证 15 位),现在是 4 位', rows: [8] },
      { reason: '身份证号存成了数字,后几位已丢失', rows: [9] }, { reason: '开始日期看不懂', rows: [10] }, { reason: '截止日期在开始日期之前', rows: [11] },
    ],
  })
  await newList(assistant, file)
  expect(await county.rows('SELECT row, from_on, until_on FROM listed_people ORDER BY row')).toEqual([
    { row: 2, from_on: '2026-09-01', until_on: '2027-08-31' }, { row: 3, from_on: '2026-09-01', until_on: '2027-08-31' }, { row: 12, from_on: '2026-01-01', until_on: '2027-01-01' },
  ])
  const bad = Buffer.from('姓名,身份证号\n王秀兰,1')
  const { problem } = await assistant.file(`/programs/lists?${listQuery({}, bad)}`, bad)
  expect(problem.code).toBe('sheet_empty')
  expect(await county.rows('SELECT id FROM program_lists WHERE id NOT IN (SELECT list_id FROM program_list_closings)')).toHaveLength(1)
})

it('a number whose owner we know by another name gives nobody a standing', async () => {
  const { assistant, chain } = await start()
  const file = listFile([['王秀蓝', wang[1]], zhao])
  expect(await checked(assistant, file)).toMatchObject({ good: 1, faults: [{ reason: '姓名和系统里登记的不一样', rows: [3] }] })
  await newList(assistant, file)
  expect((await chain()).recognised).toEqual([])
})

it('a township brings its own list, of its own households; next door it tells nothing', async () => {
  const { county, crew, there, chain } = await start()
  const elsewhere = await newList(there.caseworker, listFile([wang]), { townshipCode: there.township })
  expect((await chain()).recognised).toEqual([])
  await newList(crew.caseworker, listFile([wang]), { townshipCode: crew.township })
  expect((await chain()).recognised).toHaveLength(1)
  const file = listFile()
  await refused(county, 'out_of_scope', () => crew.caseworker.file(`/programs/lists?${listQuery({ townshipCode: there.township }, file)}`, file))
  await refused(county, 'post_required', () => crew.caseworker.file(`/programs/lists?${listQuery({}, file)}`, file))
  expect((await crew.caseworker.file(`/programs/lists/check?${listQuery({ townshipCode: there.township })}`, file)).problem.code).toBe('out_of_scope')
  expect((await crew.caseworker.file(`/programs/lists/check?${listQuery()}`, file)).problem.code).toBe('post_required')
  await refused(county, 'out_of_scope', () => crew.caseworker.post(`/programs/lists/${elsewhere}/undoing`, { reason: '选错了文件' }))
  const { items, scopes } = (await done(crew.caseworker.get('/programs/lists'))).body as { items: { townshipName: string }[]; scopes: { townshipCode: string }[] }
  expect([items.length, scopes.map(({ townshipCode }) => townshipCode)]).toEqual([1, [crew.township]])
})

it('days are refused with their field, and what is no list with the way out', async () => {
  const { county, assistant } = await start()
  const check = (wish: object, file = listFile()) => () => assistant.file(`/programs/lists/check?${listQuery(wish)}`, file)
  for (const [wish, field] of [[{ toOn: '2027-09-02' }, 'toOn'], [{ toOn: '2026-08-31' }, 'toOn'], [{ program: 'CHARITY' }, 'program'], [{ fromOn: '2026-02-30' }, 'fromOn'], [{ extra: '1' }, 'extra']] as const)
    expect((await refused(county, 'input', check(wish))).problem.fields?.map((one) => one.field)).toEqual([field])
  await refused(county, 'aid_later', check({ fromOn: '2026-09-29' }))
  await refused(county, 'sheet_headers', check({}, Buffer.from('电话\n1')))
  await refused(county, 'sheet_unreadable', check({}, Buffer.from('%PDF-1.4')))
  await refused(county, 'sheet_too_large', check({}, new Uint8Array(20 * 1024 * 1024 + 1)))
})

it('the row that ends an import says as many as were written, by who began it, once', async () => {
  const { county, assistant } = await start()
  const open = await newList(assistant, listFile([wang]))
  const [list] = await county.rows('SELECT * FROM program_lists WHERE id = ?', open)
  expect(list).toMatchObject({ program: 'DIBAO', township_code: null })
  // the closing row alone: nothing written, not as many as written, closed already
  const insert = (people: number, id: string) => county.services.db.write([], () => ({ answer: undefined, statements: [{
    sql: 'INSERT INTO program_list_closings (list_id, people, closed_by, closed_at, journal_id) SELECT ?, ?, person_id, at, id FROM journal WHERE object = ? LIMIT 1', args: [id, people, open],
  }] }))
  await expect(insert(1, open)).rejects.toThrow(/append_only/)
  await expect(insert(1, 'lis_none')).rejects.toThrow(/list_unfinished/)
})

it('no name and no number of a list lies in the database', async () => {
  const { county, assistant } = await start()
  await newList(assistant, listFile([zhao]))
  const cells = JSON.stringify(await county.rows('SELECT l.*, p.* FROM program_lists l JOIN listed_people p ON p.list_id = l.id'))
  for (const own of zhao) expect(cells).not.toContain(own)
})

it('of two who import at once the second is told, and nothing of his counts', async () => {
  const { county, assistant } = await start()
  const other = listFile([wang])
  // between the first rows and the last of this one, another of the same programme is imported
  const reader = county.services.sheets!
  county.services.sheets = async function* slow(bytes, columns) {
    county.services.sheets = reader
    yield* reader(bytes, columns)
    county.setClock('2026-09-28T02:10:00.000Z')
    await newList(assistant, other)
  }
  const mine = listFile([zhao])
  expect((await assistant.file(`/programs/lists?${listQuery({}, mine)}`, mine)).problem.code).toBe('list_moved')
  expect(await county.rows('SELECT people FROM current_lists')).toEqual([{ people: 1 }])
})
