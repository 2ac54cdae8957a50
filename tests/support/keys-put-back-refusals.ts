/**
 * By table and column: what another row's key, the next number, sum or day is refused with, among rows of every kind. `accepted`:
 * as many others would do as well (a cancellation of another grant that may be cancelled is another right cancellation).
 */
export const refusedKeys: Record<string, Record<string, string>> = {
  proposals: {
    fund_code: 'fund_frozen, post_required',
    fen: '2 accepted',
  },
  proposal_dismissals: {
    proposal_id: 'post_required, proposal_closed',
  },
  proposal_confirmations: {
    proposal_id: 'post_required, proposal_closed',
  },
  closings: {
    fund_code: 'fund_frozen, period_closed, post_required',
    until_on: 'CHECK',
  },
  claims: {
    fund_code: 'fund_frozen, post_required',
  },
  claim_confirmations: {
    claim_id: 'claim_closed',
    n: 'chain_stale',
  },
  claim_dismissals: {
    claim_id: 'claim_closed',
  },
  grants: {
    request_id: 'county_turn, request_not_accepted, request_not_open',
    township_code: 'request_not_accepted',
    fund_code: 'not_escalated, request_not_accepted',
    household_id: 'request_not_accepted',
    person_id: 'request_not_accepted',
    year: 'CHECK',
    fen: '2 accepted',
    payee_id: 'payee_changed',
    explanation_days: 'policy_changed',
    policy_version: 'policy_changed',
  },
  cancellations: {
    grant_id: '3 accepted, cannot_cancel, not_your_decision, request_not_open',
  },
  payout_cancellations: {
    payout_id: '1 accepted, cannot_cancel, not_your_decision, request_not_open',
  },
  cash_slips: {
    payout_id: 'chain_stale, place_overdrawn, request_not_open',
    n: 'chain_stale',
    evidence_id: 'evidence_unknown, evidence_used',
  },
  slip_voidings: {
    payout_id: 'slip_missing',
  },
  filings: {
    grant_id: 'chain_stale, explanation_accepted',
    n: 'chain_stale',
  },
  filing_acceptances: {
    grant_id: '1 accepted, explanation_accepted, explanation_not_due, post_required',
    n: 'explanation_not_filed',
  },
  filing_returns: {
    grant_id: '6 accepted, explanation_accepted, post_required',
    n: 'explanation_not_filed',
    due_on: 'calendar_missing',
    provisional: 'CHECK, calendar_missing',
  },
  payouts: {
    grant_id: 'append_only',
    n: 'CHECK',
    fund_code: 'place_overdrawn',
    fen: '1 accepted, place_overdrawn',
  },
  grant_goods: {
    grant_id: 'append_only',
    ordinal: '1 accepted, append_only',
    quantity: 'CHECK, 1 accepted',
  },
  explanations: {
    grant_id: 'append_only',
    prefilled: 'CHECK, 1 accepted',
  },
  explanation_dues: {
    payout_id: 'explanation_not_due',
    seq: 'explanation_not_due',
    grant_id: 'explanation_not_due',
    paid_on: 'calendar_missing',
    due_on: 'calendar_missing',
    provisional: 'CHECK, calendar_missing',
  },
  filing_items: {
    grant_id: 'append_only',
    n: 'append_only',
    ordinal: '2 accepted',
  },
  filing_photos: {
    grant_id: 'append_only',
    n: 'append_only',
    ordinal: '1 accepted',
    evidence_id: '5 accepted, evidence_unknown',
  },
  claim_items: {
    claim_id: 'append_only',
    payout_id: '3 accepted, not_claimable',
    fen: 'not_claimable',
  },
  closing_balances: {
    fund_code: 'append_only',
    place: 'append_only',
    fen: 'append_only',
  },
}
