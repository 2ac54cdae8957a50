/** Personal data in full, for an officer, with a reason; and who looked at one's own. A look is never kept to be sent later. */
import type { MakeReveal, OwnReveals, Revealed } from '../../worker/contract/privacy.ts'
import { read, write } from './http.ts'
import { newKey } from './key.ts'

export const revealPerson = (personId: string, body: MakeReveal) =>
  write<Revealed>('POST', `/persons/${personId}/reveals`, newKey(), body)
export const getOwnReveals = () => read<OwnReveals>('/own/reveals')
