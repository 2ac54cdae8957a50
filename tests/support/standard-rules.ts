import { list2027 } from './calendar.ts'
import type { Rule } from './rule.ts'
import { each, officers, readers } from './rule.ts'
import { onTheWay, photoOf, recognised, report, seen, surveyed } from './standard.ts'
import { done } from './crew.ts'
import { idOf } from './steps.ts'
import type { Crew } from './crew.ts'

const unknownPhoto = 'evi_0000000000000000'

async function objected(crew: Crew): Promise<string> {
  const { notice } = await onTheWay(crew)
  return idOf(await done(crew.grid.post(`/notices/${notice}/objections`, { words: '我不同意这一户' })), 'objectionId')
}

const wanted = each(['county_assistance', 'county_finance'], 201)
/** Who keeps the calendar: the county, one after the other. */
export const calendarRules: Record<string, Rule> = {
  'policy.viewCalendar': { call: () => ({ path: '/calendar?year=2027' }), others: 200 },
  'policy.importCalendar': { call: () => ({ path: '/calendar/lists', body: list2027() }), may: wanted },
  'policy.confirmCalendar': {
    call: async ({ county }) => {
      const [next] = await county.rows('SELECT min(substr(day, 1, 4)) AS year FROM calendar_days WHERE official = 0')
      const list = { ...list2027(), year: Number(next?.year), holidays: [`${String(next?.year)}-01-01`], makeUpDays: [] }
      const reply = await done((await county.phone('county-jiuzhu')).post('/calendar/lists', list))
      return { path: `/calendar/lists/${idOf(reply, 'listId')}/confirmation`, body: {} }
    },
    may: { county_assistance: 'second_person_required', county_finance: 201 },
  },
}

/** Who may do which step of 一般程序, written by hand. */
export const standardRules: Record<string, Rule> = {
  'standard.view': {
    call: async (crew) => ({ path: `/requests/${await surveyed(crew)}/standard` }),
    may: each([...readers, 'coordinator', 'grid_worker'], 200),
    elsewhere: 'not_found',
    others: 'not_found',
  },
  'standard.authorise': {
    call: async (crew) => ({
      path: `/requests/${await crew.accepted()}/authorisation`,
      body: { consentVersion: '2026-07', signers: ['王秀兰'], paperEvidenceId: unknownPhoto },
    }),
    may: { caseworker: 'evidence_unknown' },
  },
  'standard.check': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/check`, body: recognised }),
    may: { caseworker: 201 },
  },
  'standard.survey': {
    call: async (crew) => ({ path: `/requests/${await crew.accepted()}/survey`, body: seen(await photoOf(crew)) }),
    may: { caseworker: 201 },
  },
  'standard.signSurvey': {
    call: async (crew) => {
      const request = await crew.accepted()
      await done(crew.caseworker.post(`/requests/${request}/survey`, seen(await photoOf(crew))))
      return { path: `/requests/${request}/survey/signature`, body: {} }
    },
    may: { caseworker: 'second_person_required', coordinator: 201, grid_worker: 201 },
  },
  'standard.listUnsigned': { call: () => ({ path: '/surveys' }), may: each(['caseworker', 'coordinator', 'grid_worker'], 200), elsewhere: 200 },
  'standard.postNotice': {
    call: async (crew) => ({ path: `/requests/${await surveyed(crew, {}, report())}/publication`, body: { amountFen: 100_000 } }),
    may: each(officers, 201),
  },
  'standard.listNotices': { call: () => ({ path: '/notices' }), others: 200, nobody: 200 },
  // by telephone it is the office that writes it down; for himself anybody may
  'standard.object': {
    call: async (crew) => ({
      path: `/notices/${(await onTheWay(crew)).notice}/objections`,
      body: { words: '他家有两份工资', caller: { name: '李四' } },
    }),
    may: each(officers, 201),
    elsewhere: 'post_required',
  },
  'standard.hear': {
    call: async (crew) => ({
      path: `/objections/${await objected(crew)}/hearing`,
      body: { ayes: 9, noes: 2, minutes: '到会十一人' },
    }),
    may: each(officers, 201),
  },
  'standard.settle': {
    call: async (crew) => ({
      path: `/objections/${await objected(crew)}/result`,
      body: { result: 'dismissed', reason: '核实后不属实' },
    }),
    may: each(['deputy_leader', 'leader'], 201),
  },
}
