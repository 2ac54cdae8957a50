/** By table and word: the bends of a row that are refused. What is not named is accepted: that post may do it too. */
export const refused: Record<string, Record<string, string>> = {
  proposals: {
    post_required:
      'by the coordinator, by the caseworker, by the finance_reviewer, by the deputy_leader, by the leader, by the county_assistance, ' +
      'by the county_finance, by the auditor, by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, ' +
      'by the leader next door, the post just over, the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act, again',
  },
  proposal_dismissals: {
    post_required:
      'by the coordinator, by the caseworker, by the county_assistance, by the county_finance, by the auditor, by the cashier next door, ' +
      'by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act',
    proposal_closed: 'again',
  },
  proposal_confirmations: {
    post_required:
      'by the coordinator, by the caseworker, by the county_assistance, by the county_finance, by the auditor, by the cashier next door, ' +
      'by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, the post not yet',
    second_person_required: 'by the cashier',
    append_only: 'in the name of another, in no act, an hour later than its act',
    proposal_closed: 'again',
  },
  closings: {
    post_required:
      'by the coordinator, by the caseworker, by the cashier, by the deputy_leader, by the leader, by the county_assistance, by the county_finance, ' +
      'by the auditor, by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, ' +
      'the post just over, the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act',
    period_closed: 'again',
  },
  claims: {
    post_required:
      'by the coordinator, by the deputy_leader, by the leader, by the county_assistance, by the county_finance, by the auditor, ' +
      'by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, ' +
      'the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act, again',
  },
  claim_confirmations: {
    not_your_turn:
      'by the coordinator, by the caseworker, by the deputy_leader, by the leader, by the auditor, by the cashier next door, ' +
      'by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, the post not yet',
    second_person_required: 'by the cashier, by the finance_reviewer, by the county_assistance',
    append_only: 'in the name of another, in no act, an hour later than its act',
    claim_closed: 'again',
  },
  claim_dismissals: {
    post_required:
      'by the coordinator, by the caseworker, by the deputy_leader, by the leader, by the auditor, by the cashier next door, ' +
      'by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act',
    claim_closed: 'again',
  },
  grants: {
    post_required:
      'by the coordinator, by the caseworker, by the cashier, by the finance_reviewer, by the county_assistance, by the county_finance, ' +
      'by the auditor, by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, ' +
      'the post just over, the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act, again',
  },
  cancellations: {
    not_your_decision:
      'by the coordinator, by the caseworker, by the cashier, by the finance_reviewer, by the leader, by the county_assistance, by the county_finance, ' +
      'by the auditor, by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, by the leader next door',
    append_only: 'in the name of another, in no act, an hour later than its act',
    request_not_open: 'again',
  },
  payout_cancellations: {
    not_your_decision:
      'by the coordinator, by the caseworker, by the cashier, by the finance_reviewer, by the leader, by the county_assistance, by the county_finance, ' +
      'by the auditor, by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, by the leader next door',
    append_only: 'in the name of another, in no act, an hour later than its act',
    request_not_open: 'again',
  },
  cash_slips: {
    post_required:
      'by the coordinator, by the finance_reviewer, by the leader, by the county_assistance, by the county_finance, by the auditor, ' +
      'by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, ' +
      'the post not yet',
    cashier_is_reviewer: 'by the deputy_leader',
    append_only: 'in the name of another, in no act, an hour later than its act',
    slip_waiting: 'again',
  },
  slip_voidings: {
    post_required:
      'by the coordinator, by the caseworker, by the finance_reviewer, by the county_assistance, by the county_finance, by the auditor, ' +
      'by the cashier next door, by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, ' +
      'the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act',
    slip_missing: 'again',
  },
  filings: {
    post_required:
      'by the finance_reviewer, by the county_assistance, by the county_finance, by the auditor, by the cashier next door, ' +
      'by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, the post not yet',
    append_only: 'in the name of another, in no act, an hour later than its act',
    chain_stale: 'again',
  },
  filing_acceptances: {
    post_required:
      'by the coordinator, by the cashier, by the county_assistance, by the county_finance, by the auditor, by the cashier next door, ' +
      'by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, the post not yet',
    same_person: 'by the caseworker',
    append_only: 'in the name of another, in no act, an hour later than its act',
    explanation_accepted: 'again',
  },
  filing_returns: {
    post_required:
      'by the coordinator, by the cashier, by the county_assistance, by the county_finance, by the auditor, by the cashier next door, ' +
      'by the finance_reviewer next door, by the deputy_leader next door, by the leader next door, the post just over, the post not yet',
    same_person: 'by the caseworker',
    append_only: 'in the name of another, in no act, an hour later than its act',
    explanation_not_filed: 'again',
  },
}
