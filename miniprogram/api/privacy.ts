/** Personal data in full, for an officer, with a reason; and who looked at one's own. A look is never kept to be sent later. */
import type {
  ConsentWithdrawn, GiveNotice, MakeReveal, NoticeGiven, OwnConsents, OwnData, OwnReveals, Revealed,
} from '../../worker/contract/privacy.ts'
import { read, write } from './http.ts'
import { sentWords } from '../labels/unsent.ts'
import { newKey } from './key.ts'
import { act } from './unsent.ts'

export const revealPerson = (personId: string, body: MakeReveal) =>
  write<Revealed>('POST', `/persons/${personId}/reveals`, newKey(), body)
export const getOwnReveals = () => read<OwnReveals>('/own/reveals')
export const getOwnConsents = () => read<OwnConsents>('/own/consents')
export const withdrawConsent = (id: string) =>
  write<ConsentWithdrawn>('POST', `/own/consents/${id}/withdrawal`, newKey(), {})
export const giveNotice = (id: string, who: string, body: GiveNotice) => act<NoticeGiven>({
  slot: `notice|${id}`, what: sentWords.notice(who), method: 'POST', path: `/requests/${id}/notice`, body,
})
export const getOwnData = () => read<OwnData>('/own/data')
