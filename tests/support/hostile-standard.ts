import { list2027 } from './calendar.ts'
import { done } from './crew.ts'
import type { Crew } from './crew.ts'
import type { Target } from './hostile-money.ts'
import { onTheWay, photoOf, recognised, seen, surveyed } from './standard.ts'
import { idOf } from './steps.ts'

const said = { words: '他家有两份工资' }
const objection = async (crew: Crew): Promise<string> =>
  idOf(await done(crew.grid.post(`/notices/${(await onTheWay(crew)).notice}/objections`, said)), 'objectionId')
const list = async ({ county }: Crew): Promise<string> =>
  idOf(await done((await county.phone('county-jiuzhu')).post('/calendar/lists', list2027())), 'listId')

/** The steps of 一般程序 and the calendar: a right body, and somebody who does not take the step with it. */
export const standardTargets: Record<string, (crew: Crew) => Promise<Target>> = {
  'policy.importCalendar': async (crew) => ({ phone: crew.leader, path: '/calendar/lists', body: list2027() }),
  'policy.confirmCalendar': async (crew) => ({ phone: crew.leader, path: `/calendar/lists/${await list(crew)}/confirmation`, body: {} }),
  'standard.authorise': async (crew) => ({
    phone: crew.leader, path: `/requests/${await crew.accepted()}/authorisation`,
    body: { consentVersion: '2026-07', signers: ['王秀兰'], paperEvidenceId: await photoOf(crew) },
  }),
  'standard.check': async (crew) => ({ phone: crew.leader, path: `/requests/${await crew.accepted()}/check`, body: recognised }),
  'standard.survey': async (crew) => ({ phone: crew.leader, path: `/requests/${await crew.accepted()}/survey`, body: seen(await photoOf(crew)) }),
  'standard.signSurvey': async (crew) => ({ phone: crew.leader, path: `/requests/${await surveyed(crew)}/survey/signature`, body: {} }),
  'standard.postNotice': async (crew) => ({ phone: crew.cashier, path: `/requests/${await surveyed(crew)}/publication`, body: { amountFen: 100_000 } }),
  'standard.object': async (crew) => ({
    phone: crew.cashier, path: `/notices/${(await onTheWay(crew)).notice}/objections`, body: { ...said, caller: { name: '李四' } },
  }),
  'standard.hear': async (crew) => ({
    phone: crew.cashier, path: `/objections/${await objection(crew)}/hearing`, body: { ayes: 9, noes: 2, minutes: '到会十一人' },
  }),
  'standard.settle': async (crew) => ({
    phone: crew.caseworker, path: `/objections/${await objection(crew)}/result`, body: { result: 'dismissed', reason: '核实后不属实' },
  }),
}
