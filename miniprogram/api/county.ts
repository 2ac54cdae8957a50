/** What the township may not decide: proposed, confirmed or handed back by the county. */
import type { ConfirmCounty, CountyProposed, HandedBack, ProposeCounty } from '../../worker/contract/county.ts'
import type { Granted } from '../../worker/contract/grants.ts'
import { formatFen } from '../../worker/contract/money.ts'
import { sentWords } from '../labels/unsent.ts'
import { act } from './unsent.ts'

export const proposeCounty = (id: string, who: string, body: ProposeCounty) => act<CountyProposed>({
  slot: `county-proposal|${id}`, what: sentWords.proposeCounty(who), method: 'POST',
  path: `/requests/${id}/county-proposal`, body,
})

export const confirmCounty = (id: string, who: string, fen: number, body: ConfirmCounty) => act<Granted>({
  slot: `county-grant|${id}`, what: sentWords.confirmCounty(who, formatFen(fen)), method: 'POST',
  path: `/requests/${id}/county-grant`, body,
})

export const handBack = (id: string, who: string, reason: string) => act<HandedBack>({
  slot: `hand-back|${id}`, what: sentWords.handBack(who), method: 'POST', path: `/requests/${id}/hand-back`,
  body: { reason },
})
