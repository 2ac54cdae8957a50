/** 一般程序, as the phone calls it. */
import type {
  NoticePage, ObjectionRaised, RaiseObjection, StandardView, SurveySigned, UnsignedSurveys,
} from '../../worker/contract/standard.ts'
import type { StandardAction } from '../../worker/contract/terms-standard.ts'
import { standardActionLabels } from '../../worker/contract/labels-standard.ts'
import { noticeWords } from '../labels/standard.ts'
import { query, read, readOpen } from './http.ts'
import { act } from './unsent.ts'

export const getStandard = (requestId: string) => read<StandardView>(`/requests/${requestId}/standard`)
export const listUnsigned = () => read<UnsignedSurveys>('/surveys')
export const listNotices = (after?: string) => readOpen<NoticePage>(`/notices${query({ after })}`)

/** Which address takes which step; `on` is the request, the notice or the objection. */
const paths: Record<StandardAction, (on: string) => string> = {
  authorise: (on) => `/requests/${on}/authorisation`,
  checkMeans: (on) => `/requests/${on}/check`,
  surveyHome: (on) => `/requests/${on}/survey`,
  signSurvey: (on) => `/requests/${on}/survey/signature`,
  postNotice: (on) => `/requests/${on}/publication`,
  recordObjection: (on) => `/notices/${on}/objections`,
  holdHearing: (on) => `/objections/${on}/hearing`,
  settleObjection: (on) => `/objections/${on}/result`,
}

export const takeStep = (action: StandardAction, on: string, body: unknown) => act<SurveySigned>({
  slot: `${action}|${on}`, what: standardActionLabels[action], method: 'POST', path: paths[action](on), body,
})

export const raiseObjection = (noticeId: string, body: RaiseObjection) => act<ObjectionRaised>({
  slot: `objection|${noticeId}`, what: noticeWords.send, method: 'POST', path: `/notices/${noticeId}/objections`, body,
})
