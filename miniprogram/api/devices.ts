/** Desks that ask to be let in, and the sessions of this person. */
import type { DeskAnswered, DeskLook } from '../../worker/contract/desk.ts'
import type { Ended, OpenSessions } from '../../worker/contract/signin.ts'
import type { DeskAnswer } from '../../worker/contract/terms-signin.ts'
import { read, write } from './http.ts'
import { newKey } from './key.ts'

export const lookAtDesk = (proof: string) => write<DeskLook>('POST', '/desk-sign-ins/look', newKey(), { proof })
/** Good for two minutes only: it is tried now or not at all, never kept for later. */
export const answerDesk = (id: string, answer: DeskAnswer) =>
  write<DeskAnswered>('POST', `/desk-sign-ins/${id}/answer`, newKey(), { answer })

export const listSessions = () => read<OpenSessions>('/sessions')
export const endSession = (id: string) => write<Ended>('POST', `/sessions/${id}/end`, newKey(), {})
export const endEverywhere = () => write<Ended>('POST', '/session/end-everywhere', newKey(), {})
