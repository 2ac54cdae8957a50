/** The reserve fund, read only on the phone: its moves are the desk's. */
import type { EntryPage, Funds, FundView } from '../../worker/contract/fund.ts'
import { query, read } from './http.ts'

export const listFunds = () => read<Funds>('/funds')
export const getFund = (code: string) => read<FundView>(`/funds/${encodeURIComponent(code)}`)
export const listEntries = (code: string, after?: string) =>
  read<EntryPage>(`/funds/${encodeURIComponent(code)}/entries${query({ after })}`)
