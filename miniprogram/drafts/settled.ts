/** What a late answer changes on the phone: a sent request's draft and photos have done their work. */
import { clearAlbum, moveUnsent } from '../evidence/album.ts'
import { rememberTownship } from '../api/identity.ts'
import type { Submitted } from '../../worker/contract/requests.ts'
import { explanationKinds } from '../../worker/contract/terms.ts'
import { dropDraft } from './drafts.ts'
import { rememberSeen } from './store.ts'

/** The slot of an act says whose draft it was: `ask|self`, `explanation|grt_1`, `payee|req_1`. */
export function settle(slot: string, data: unknown, body: unknown): void {
  const [noun, place] = slot.split('|')
  if (noun === 'ask') {
    rememberSeen('sent', data)
    rememberTownship((body as { townshipCode: string }).townshipCode)
    moveUnsent(`ask|${place}`, `late|${(data as Submitted).id}`)
  }
  if (noun === 'explanation') explanationKinds.forEach((kind) => clearAlbum(`explanation|${place}|${kind}`))
  if (noun === 'ask' || noun === 'explanation' || noun === 'payment' || noun === 'acceptance' || noun === 'refusal'
    || noun === 'payee') {
    dropDraft(`${noun}|${place}`)
    clearAlbum(`${noun}|${place}`)
  }
}
