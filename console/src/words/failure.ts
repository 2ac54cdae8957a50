import { Refused, type Failure } from '../api/call.ts'

/** What went wrong, in one sentence a person can act on. */
export function failureWords(failure: Failure): string {
  return failure instanceof Refused ? failure.problem.title : '连不上服务器,请稍后再试。'
}
