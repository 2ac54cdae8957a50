/**
 * The words of the house, once: zod, SQL checks, glossary, phone and desk read them from here.
 * Plain `as const` tuples, so that the phone can take them without a validator.
 */

/** Sudden causes (急难型, RULEBOOK C-01). */
export const emergencyCauses = [
  'FIRE',
  'EXPLOSION',
  'TRAFFIC',
  'DROWNING',
  'INJURY',
  'MINE',
  'ILLNESS',
  'DEATH',
  'VIOLENCE',
  'LOSS_OF_INCOME',
  'STRANDED',
  'DISASTER_GAP',
  'EPIDEMIC',
  'LIFE_RISK',
  'WAITING',
  'OTHER',
] as const

/** Causes of lasting cost (支出型, RULEBOOK C-02): always the standard track. */
export const expenditureCauses = ['MEDICAL', 'EDUCATION', 'CARE', 'DISABILITY', 'HOUSING', 'BASIC_COST'] as const

export const causeCodes = [...emergencyCauses, ...expenditureCauses] as const

/** 小额快救 / 先行救助 / 一般程序 (RULEBOOK 1.4, tracks A, B, C). */
export const tracks = ['small', 'urgent', 'standard'] as const

/** How the money reaches the person (RULEBOOK C-04, N-41). */
export const channels = ['transfer', 'cash'] as const

/** 银行卡 / 存折 (F-1, D-03). */
export const payeeKinds = ['card', 'passbook'] as const

/** Whose account it is; anything but `self` needs an authority (D-03, N-42). */
export const payeeRelations = ['self', 'spouse', 'parent', 'child', 'sibling', 'guardian', 'other'] as const

/** What lets another person's account receive the money. */
export const payeeAuthorities = ['household_head', 'letter', 'guardianship'] as const

/** Who files for somebody else (N-14). */
export const proxyRelations = ['coordinator', 'family', 'neighbour', 'unit'] as const

/** Posts (岗位, DESIGN 6), of a township and of the county. Anyone without a post is an applicant. */
export const townshipPosts = ['grid_worker', 'coordinator', 'caseworker', 'finance_reviewer', 'cashier', 'deputy_leader', 'leader'] as const
export const countyPosts = ['county_leader', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin'] as const
export const postKinds = [...townshipPosts, ...countyPosts] as const

/** Where fen can be (DESIGN 3): the ledger's accounts. */
export const places = [
  'bank.available',
  'bank.held',
  'bank.sent',
  'bank.unknown',
  'cash.available',
  'cash.held',
  'awaiting',
  'overdue',
  'cleared',
  'claimed',
  'recoverable',
  'county',
  'suspense',
] as const

/** What can happen to a fen (DESIGN 3). An entry is one event; legal pairs of places are rows of `moves`. */
export const events = [
  'allocate',
  'return',
  'withdraw',
  'deposit',
  'interest',
  'fee',
  'receive',
  'identify',
  'reserve',
  'release',
  'send',
  'reject',
  'paid',
  'bounce',
  'accept',
  'lapse',
  'disallow',
  'recover',
  'write_off',
  'reclaim',
  'late_return',
  'claim',
  'reopen',
  'replenish',
  'settle',
  'undo',
] as const

/** Moves of the fund's own money that a person orders by hand. */
export const fundOrders = [
  'allocate',
  'return',
  'withdraw',
  'deposit',
  'interest',
  'fee',
  'receive',
  'identify',
  'undo',
] as const

/** Moves of one payout that a person orders by hand; the others are steps of its case. */
export const payoutOrders = ['reject', 'bounce', 'disallow', 'recover', 'write_off', 'reclaim', 'late_return'] as const

/** Moves of a whole claim that a person orders by hand. */
export const claimOrders = ['reopen', 'replenish', 'settle'] as const

/** Every order: what may wait for a second person. */
export const ledgerOrders = [...fundOrders, ...payoutOrders, ...claimOrders] as const

/** Where a claim stands; `claimed` = confirmed by all three and not paid yet. */
export const claimStates = ['waiting', 'claimed', 'replenished', 'settled', 'reopened', 'dismissed'] as const

/** What the gap between quota and entrusted money is made of: the events that move the county's side. */
export const imprestParts = [
  'allocate',
  'return',
  'interest',
  'fee',
  'write_off',
  'settle',
  'reclaim',
  'late_return',
] as const

/** What happens to what is left at the year's end. */
export const yearEndRules = ['carry_over', 'return'] as const

/** Grounds for 不予救助 (RULEBOOK N-51). */
export const refusalCodes = [
  'NOT_URGENT',
  'OWN_MEANS',
  'LIABLE_PARTY_PAYS',
  'SUPPORTER_ABLE',
  'FACTS_FALSE',
  'INVESTIGATION_REFUSED',
  'SAME_CAUSE',
  'OTHER_PROGRAMME',
  'BANNED_ACTIVITY',
] as const

/** Why a request goes to the county. */
export const escalationCodes = ['OVER_CEILING', 'FUND_SHORT', 'KIN', 'FREQUENCY', 'STANDARD', 'OTHER'] as const

/** What an explanation is made of (F-6, N-17). `NARRATIVE` is words, `RECEIPT` the proof of receipt. */
export const explanationKinds = ['EVENT_PROOF', 'NARRATIVE', 'RECEIPT', 'IDENTITY', 'NOTICE', 'OTHER'] as const

/** Where a payout stands; `cash_handed` waits for the second officer, `bounced` came back and waits to be paid again. */
export const payoutSteps = [
  'held',
  'sent',
  'cash_handed',
  'paid',
  'bounced',
  'recovering',
  'recovered',
  'released',
] as const

/** Where an explanation stands. */
export const explanationStates = ['owed', 'filed', 'returned', 'accepted'] as const

/** Where a request stands; derived from the rows, never stored. */
export const requestStatuses = [
  'submitted',
  'accepted',
  'granted',
  'sent',
  'paid',
  'explained',
  'recovering',
  'closed',
  'refused',
  'withdrawn',
  'escalated',
] as const

/** What the caller may do next with a request. */
export const requestActions = [
  'accept',
  'refuse',
  'withdraw',
  'escalate',
  'setPayee',
  'addPhotos',
  'grant',
  'askException',
  'answerException',
  'cancelGrant',
  'send',
  'pay',
  'countersign',
  'voidSlip',
  'fileExplanation',
  'acceptExplanation',
  'returnExplanation',
  'giveNotice', 'proposeCounty', 'confirmCounty', 'handBack',
] as const

/** Lists a person works from. */
export const queues = ['mine', 'accept', 'decide', 'pay', 'explain', 'check', 'notice', 'county', 'all'] as const

/** What the to-do badge counts. */
export const todoKinds = [
  'new_urgent',
  'clock_near',
  'to_accept',
  'to_decide',
  'to_pay',
  'to_countersign',
  'to_explain',
  'explanation_due',
  'to_check',
  'to_confirm',
  'fund_low',
  'fund_short',
  'county_turn', 'notice_owed', 'letter_ends',
] as const

/** Steps on the applicant's timeline. */
export const timelineSteps = [
  'submitted',
  'accepted',
  'payee_set',
  'granted',
  'cancelled',
  'sent',
  'cash_handed',
  'paid',
  'rejected',
  'bounced',
  'explanation_filed',
  'explanation_accepted',
  'explanation_returned',
  'refused',
  'withdrawn',
  'escalated', 'county_proposed', 'handed_back',
] as const

/** What the clock does by itself once a day, in this order. */
export const clockTasks = ['lapse', 'checkpoint', 'verify', 'backup'] as const

/** 5 MB a photo; the phone compresses to far less. */
export const evidenceBytesMax = 5 * 1024 * 1024

export type CauseCode = (typeof causeCodes)[number]
export type Track = (typeof tracks)[number]
export type Channel = (typeof channels)[number]
export type PayeeKind = (typeof payeeKinds)[number]
export type PayeeRelation = (typeof payeeRelations)[number]
export type PayeeAuthority = (typeof payeeAuthorities)[number]
export type ProxyRelation = (typeof proxyRelations)[number]
export type PostKind = (typeof postKinds)[number]
export type Place = (typeof places)[number]
export type LedgerEvent = (typeof events)[number]
export type FundOrder = (typeof fundOrders)[number]
export type PayoutOrder = (typeof payoutOrders)[number]
export type ClaimOrder = (typeof claimOrders)[number]
export type LedgerOrder = (typeof ledgerOrders)[number]
export type ClaimState = (typeof claimStates)[number]
export type ImprestPart = (typeof imprestParts)[number]
export type YearEndRule = (typeof yearEndRules)[number]
export type RefusalCode = (typeof refusalCodes)[number]
export type EscalationCode = (typeof escalationCodes)[number]
export type ExplanationKind = (typeof explanationKinds)[number]
export type PayoutStepTerm = (typeof payoutSteps)[number]
export type ExplanationState = (typeof explanationStates)[number]
export type RequestStatus = (typeof requestStatuses)[number]
export type RequestAction = (typeof requestActions)[number]
export type Queue = (typeof queues)[number]
export type TodoKind = (typeof todoKinds)[number]
export type TimelineStep = (typeof timelineSteps)[number]
export type ClockTaskName = (typeof clockTasks)[number]
