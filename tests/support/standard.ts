import type { CheckMeans, SubmitRequest, SurveyHome } from '../../worker/contract/index.ts'
import type { Crew } from './crew.ts'
import { done } from './crew.ts'
import { idOf, pixel } from './steps.ts'

let photos = 0
/** A photo nobody has seen yet, of the caseworker. */
export async function photoOf(crew: Crew): Promise<string> {
  photos += 1
  return idOf(await crew.caseworker.photo(Uint8Array.from([...pixel, 9, photos % 256, photos >> 8])), 'evidenceId')
}

export const seen = (photo: string, change: Partial<SurveyHome> = {}): SurveyHome => ({
  people: 3, housing: '砖房三间', income: '务工,去年人均 9,000 元', hardship: '长期透析,自付部分每月两千元', officialKin: false, needFen: 250_000,
  photoIds: [photo], ...change,
})
export const report = (change: object = {}): CheckMeans =>
  ({ basis: 'report', incomeWithin: true, propertyWithin: true, paper: '核对〔2026〕118 号', untilOn: '2027-03-31', ...change }) as CheckMeans
export const recognised: CheckMeans = { basis: 'recognised', recognised: 'dibao', paper: '低保证 0311', untilOn: '2026-12-31' }

/** Accepted, authorised, checked, surveyed by two: ready for the notice. */
export async function surveyed(crew: Crew, change: Partial<SubmitRequest> = {}, check = report()): Promise<string> {
  const request = await crew.accepted({ causeCode: 'MEDICAL', askedFen: 200_000, ...change })
  const signed = { consentVersion: '2026-07', signers: ['王秀兰', '王建国'], paperEvidenceId: await photoOf(crew) }
  await done(crew.caseworker.post(`/requests/${request}/authorisation`, signed))
  await done(crew.caseworker.post(`/requests/${request}/check`, check))
  await done(crew.caseworker.post(`/requests/${request}/survey`, seen(await photoOf(crew))))
  await done(crew.coordinator.post(`/requests/${request}/survey/signature`, {}))
  return request
}

export type OnTheWay = { crew: Crew; request: string; notice: string }

/** ... and the notice hangs out. */
export async function onTheWay(crew: Crew, amountFen = 200_000, change: Partial<SubmitRequest> = {}): Promise<OnTheWay> {
  const request = await surveyed(crew, change)
  const notice = idOf(await done(crew.caseworker.post(`/requests/${request}/publication`, { amountFen })), 'noticeId')
  return { crew, request, notice }
}

/** Somebody telephones; the village meets; the leader gives less. */
export async function amended({ crew, notice }: OnTheWay): Promise<string> {
  const said = { words: '他家有两份工资', caller: { name: '李四' } }
  const objection = idOf(await done(crew.caseworker.post(`/notices/${notice}/objections`, said)), 'objectionId')
  await done(crew.caseworker.post(`/objections/${objection}/hearing`, { ayes: 9, noes: 2, minutes: '到会十一人,同意降低金额' }))
  await done(crew.leader.post(`/objections/${objection}/result`, { result: 'amended', amendedFen: 150_000, reason: '一份工资属实' }))
  return objection
}
