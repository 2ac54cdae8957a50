import type { Crew } from './crew.ts'
import type { Rule } from './rule.ts'
import { each, officers, readers } from './rule.ts'
import { listFile, listQuery, newList } from './programs.ts'
import { idOf } from './steps.ts'

const aid = { program: 'CHARITY', amountFen: 200_000, fromOn: '2026-09-01', note: '镇慈善会' }
const householdOf = async (crew: Crew) => ((await crew.caseworker.get(`/requests/${await crew.accepted()}`)).body.household as { id: string }).id

/** A list of the whole county: a caseworker brings that of the own township (tests/rooms/programs). */
const ofCounty = (outcome: number) => ({ may: { county_assistance: outcome, caseworker: 'post_required' }, elsewhere: 'post_required' }) as const

/** Who may do what with a household, its other aid, lists of other programmes, and the exceptions to how often. */
export const householdRules: Record<string, Rule> = {
  'requests.household': {
    call: async (crew) => ({ path: `/households/${await householdOf(crew)}` }),
    may: each(readers, 200),
    elsewhere: 'not_found',
    others: 'not_found',
  },
  'requests.changeHousehold': {
    call: async (crew) => ({
      path: `/households/${await householdOf(crew)}/changes`,
      body: { reason: '新生儿落户', changes: [{ step: 'join', name: '王小宝', relation: '儿子' }] },
    }),
    may: { caseworker: 201 },
  },
  'programs.lists': { call: () => ({ path: '/programs/lists' }), may: each(readers, 200), elsewhere: 200 },
  'programs.check': { call: () => ({ path: `/programs/lists/check?${listQuery()}`, body: listFile() }), ...ofCounty(200) },
  'programs.import': {
    call: () => {
      const file = listFile()
      return { path: `/programs/lists?${listQuery({}, file)}`, body: file }
    },
    ...ofCounty(201),
  },
  'programs.undo': {
    call: async (crew) => ({ path: `/programs/lists/${await newList(await crew.county.phone('county-jiuzhu'))}/undoing`, body: { reason: '选错了文件' } }),
    ...ofCounty(201),
  },
  'requests.enterAid': {
    call: async (crew) => ({ path: `/households/${await householdOf(crew)}/aid`, body: aid }),
    may: { caseworker: 201 },
  },
  'requests.withdrawAid': {
    call: async (crew) => {
      const household = `/households/${await householdOf(crew)}/aid`
      return { path: `${household}/${idOf(await crew.caseworker.post(household, aid))}/withdrawal`, body: { reason: '登记错了' } }
    },
    may: { caseworker: 201 },
  },
  'requests.askException': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/exceptions`, body: { code: 'EPIDEMIC', reason: '疫情反复' } }),
    may: each(officers, 201),
  },
  'requests.answerException': {
    call: async (crew) => {
      const request = await crew.accepted()
      await crew.caseworker.post(`/requests/${request}/exceptions`, { code: 'EPIDEMIC', reason: '疫情反复' })
      return { path: `/requests/${request}/exceptions/1/answer`, body: { consent: true, reason: '同意' } }
    },
    may: { county_assistance: 201 },
  },
}
