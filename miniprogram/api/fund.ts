/** The reserve fund. The desk orders its moves; on the phone the second person confirms them or sends them back. */
import type { Dismissed, EntryPage, Funds, FundView, Ordered } from '../../worker/contract/fund.ts'
import { sentWords } from '../labels/unsent.ts'
import { query, read } from './http.ts'
import { act } from './unsent.ts'

const pathOf = (code: string) => `/funds/${encodeURIComponent(code)}`

export const listFunds = () => read<Funds>('/funds')
export const getFund = (code: string) => read<FundView>(pathOf(code))
export const listEntries = (code: string, after?: string) =>
  read<EntryPage>(`${pathOf(code)}/entries${query({ after })}`)

export const confirmProposal = (code: string, id: string, what: string) => act<Ordered>({
  slot: `confirmation|${id}`, what: sentWords.confirm(what), method: 'POST',
  path: `${pathOf(code)}/proposals/${id}/confirmation`, body: {},
})

export const dismissProposal = (code: string, id: string, what: string, reason: string) => act<Dismissed>({
  slot: `dismissal|${id}`, what: sentWords.dismiss(what), method: 'POST',
  path: `${pathOf(code)}/proposals/${id}/dismissal`, body: { reason },
})
