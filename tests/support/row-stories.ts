import { paper } from './afterwards.ts'
import { done } from './crew.ts'
import type { Story } from './ledger-stories.ts'

/** `moves`: with the row an entry was written; it is taken out first. */
export type RowStory = { table: string; who: string; when: string; moves?: boolean; written: (story: Story) => Promise<unknown> }

const because = { reason: '登记有误' }
const withdrawal = (story: Story) => done(story.crew.cashier.post(`/funds/${story.crew.fund}/withdrawals`, { amountFen: 100, bankSerial: paper(), ...because }))
const proposal = async (story: Story) => `/funds/${story.crew.fund}/proposals/${String((await withdrawal(story)).body.proposalId)}`
export const filed = async ({ crew }: Story) => {
  const file = await crew.paid({ track: 'urgent' })
  await done(crew.caseworker.put(`/grants/${file.grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '药费' }] }))
  return `/grants/${file.grant}/explanation`
}

/** Rows that somebody writes in his own name, apart from the entries. */
export const rows: RowStory[] = [
  { table: 'proposals', who: 'made_by', when: 'made_at', written: withdrawal },
  {
    table: 'proposal_dismissals', who: 'dismissed_by', when: 'dismissed_at',
    written: async (story) => done(story.crew.reviewer.post(`${await proposal(story)}/dismissal`, because)),
  },
  {
    table: 'proposal_confirmations', who: 'confirmed_by', when: 'confirmed_at',
    written: async (story) => done(story.crew.reviewer.post(`${await proposal(story)}/confirmation`, {})),
  },
  { table: 'closings', who: 'closed_by', when: 'closed_at', written: ({ crew }) => done(crew.reviewer.post(`/funds/${crew.fund}/closings`, { untilOn: '2026-08-31' })) },
  { table: 'claims', who: 'made_by', when: 'made_at', written: ({ life }) => life.claim() },
  { table: 'claim_confirmations', who: 'confirmed_by', when: 'confirmed_at', written: ({ life }) => life.claimed() },
  {
    table: 'claim_dismissals', who: 'dismissed_by', when: 'dismissed_at',
    written: async ({ life, crew }) => done(crew.reviewer.post(`${(await life.claim()).claim}/dismissal`, because)),
  },
  { table: 'grants', who: 'approved_by', when: 'granted_at', written: ({ crew }) => crew.granted() },
  {
    table: 'cancellations', who: 'cancelled_by', when: 'cancelled_at', moves: true,
    written: async ({ crew }) => done(crew.deputy.post(`/grants/${(await crew.granted()).grant}/cancellation`, because)),
  },
  {
    table: 'payout_cancellations', who: 'cancelled_by', when: 'cancelled_at', moves: true,
    written: async ({ crew }) =>
      done(crew.deputy.post(`/grants/${(await crew.granted({ payouts: [{ amountFen: 20_000 }, { amountFen: 30_000 }] })).grant}/payouts/2/cancellation`, because)),
  },
  { table: 'cash_slips', who: 'handed_by', when: 'handed_at', written: ({ crew }) => crew.handed() },
  {
    table: 'slip_voidings', who: 'voided_by', when: 'voided_at',
    written: async ({ crew }) => done(crew.leader.post(`${(await crew.handed()).payout}/slip-voiding`, because)),
  },
  { table: 'filings', who: 'filed_by', when: 'filed_at', written: filed },
  {
    table: 'filing_acceptances', who: 'accepted_by', when: 'accepted_at', moves: true,
    written: async (story) => done(story.crew.reviewer.post(`${await filed(story)}/acceptance`, {})),
  },
  { table: 'filing_returns', who: 'returned_by', when: 'returned_at', written: async (story) => done(story.crew.reviewer.post(`${await filed(story)}/return`, because)) },
]
