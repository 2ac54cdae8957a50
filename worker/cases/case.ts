import type { CauseCode, RequestAction, RequestStatus, Track } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { holds } from '../identity/index.ts'
import type { Row } from '../platform/index.ts'

/** A row of the `cases` view: a request with its live grant and what happened to it. */
export type Case = {
  id: string
  number: string
  township: string
  personId: string
  submittedBy: string
  causeCode: CauseCode
  track: Track
  askedFen: number | null
  submittedAt: string
  dueAt: string
  status: RequestStatus
  householdId: string | null
  acceptedBy: string | null
  kin: boolean
  /** The county has an exception to answer. */
  exceptionWaits?: boolean
  /** What stands against a grant is something that an exception lifts. */
  exceptionHelps?: boolean
  /** Who proposed last what the county should grant. */
  countyProposer: string | null
  grant: null | {
    id: string
    number: string
    fen: number
    channel: 'transfer' | 'cash'
    approvedBy: string
    /** From the county's own fund (N-20). */
    byCounty: boolean
    payoutId: string
    payout: number
    /** Where the fen of the stage in hand lie; null once every stage is paid. */
    payoutPlace: 'bank.held' | 'cash.held' | 'bank.sent' | null
    /** When who approved leaves his post; null: he holds none any more. */
    approverUntil: string | null
    handedBy: string | null
    dueOn: string | null
    filing: number | null
    filedBy: string | null
    returned: boolean
  }
}

export function caseOf(row: Row): Case {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return {
    id: String(row.id),
    number: String(row.number),
    township: String(row.township_code),
    personId: String(row.person_id),
    submittedBy: String(row.submitted_by),
    causeCode: row.cause_code as CauseCode,
    track: (row.grant_track ?? row.track) as Track,
    askedFen: typeof row.asked_fen === 'number' ? row.asked_fen : null,
    submittedAt: String(row.submitted_at),
    dueAt: String(row.due_at),
    status: row.status as RequestStatus,
    householdId: text(row.household_id),
    acceptedBy: text(row.accepted_by),
    kin: row.kin === 1,
    countyProposer: text(row.county_proposer),
    grant:
      typeof row.grant_id !== 'string'
        ? null
        : {
            id: row.grant_id,
            number: String(row.grant_number),
            fen: Number(row.grant_fen),
            channel: row.channel === 'cash' ? 'cash' : 'transfer',
            approvedBy: String(row.approved_by),
            byCounty: row.by_county === 1,
            payoutId: String(row.payout_id),
            payout: Number(row.payout),
            payoutPlace: text(row.payout_place) as NonNullable<Case['grant']>['payoutPlace'],
            approverUntil: text(row.approver_until),
            handedBy: text(row.handed_by),
            dueOn: text(row.due_on),
            filing: typeof row.filing === 'number' ? row.filing : null,
            filedBy: text(row.filed_by),
            returned: text(row.returned_at) !== null,
          },
  }
}

/** What this caller may do next with this case. Phone and desk draw these and copy no rule; the schema still decides. */
export function actionsFor(caller: Caller, file: Case, now: Date): RequestAction[] {
  const me = caller.personId
  const own = [file.personId, file.submittedBy].includes(me)
  const officer = (...kinds: Parameters<typeof holds>[1][number][]) =>
    holds(caller, kinds, file.township) && file.personId !== me
  const { status, grant } = file
  const undecided = ['submitted', 'accepted', 'escalated'].includes(status)
  const filer = own || officer('caseworker', 'cashier', 'deputy_leader', 'leader')
  const lies = grant?.payoutPlace ?? null
  const handed = grant?.handedBy ?? null
  const payer = grant !== null && grant.approvedBy !== me
  const approverGone = grant !== null && (grant.approverUntil ?? '') <= now.toISOString()
  // the county pays and checks what it granted, the township what is its own
  const cashier = grant?.byCounty ? officer('county_finance') : officer('cashier')
  const checks = grant?.byCounty
    ? officer('county_assistance', 'county_leader')
    : officer('caseworker', 'finance_reviewer', 'deputy_leader', 'leader')
  const county = status === 'escalated' && officer('county_assistance', 'county_leader')
  const may: [RequestAction, boolean][] = [
    ['accept', ['submitted', 'escalated'].includes(status) && file.acceptedBy === null && officer('caseworker')],
    ['proposeCounty', status === 'escalated' && file.acceptedBy !== null && officer('county_assistance')],
    ['confirmCounty', county && file.countyProposer !== null && file.countyProposer !== me && officer('county_leader')],
    ['handBack', county && !file.kin],
    ['grant', status === 'accepted' && officer('deputy_leader', 'leader')],
    ['askException', status === 'accepted' && file.exceptionHelps === true && officer('caseworker', 'deputy_leader', 'leader')],
    ['answerException', file.exceptionWaits === true && undecided && holds(caller, ['county_assistance'], null) && file.personId !== me],
    ['escalate', ['submitted', 'accepted'].includes(status) && officer('caseworker', 'deputy_leader', 'leader')],
    ['refuse', county || (['submitted', 'accepted'].includes(status) && officer('caseworker', 'deputy_leader', 'leader'))],
    ['setPayee', (status === 'submitted' && own) || (undecided && officer('caseworker'))],
    ['addPhotos', undecided && filer],
    ['withdraw', undecided && own],
    [
      'cancelGrant',
      status === 'granted' && handed === null && (grant?.approvedBy === me || (approverGone && (grant?.byCounty ? officer('county_leader') : officer('deputy_leader', 'leader')))),
    ],
    ['send', lies === 'bank.held' && payer && file.acceptedBy !== me && cashier],
    [
      'pay',
      payer &&
        ((lies === 'bank.sent' && file.acceptedBy !== me && cashier) ||
          (lies === 'cash.held' && handed === null && officer('cashier', 'caseworker'))),
    ],
    [
      'countersign',
      lies === 'cash.held' &&
        payer &&
        handed !== null &&
        handed !== me &&
        officer('cashier', 'caseworker', 'finance_reviewer'),
    ],
    ['voidSlip', lies === 'cash.held' && handed !== null && (handed === me || officer('deputy_leader', 'leader'))],
    ['fileExplanation', grant !== null && file.track !== 'standard' && !['closed', 'recovering'].includes(status) && filer],
    [
      'acceptExplanation',
      status === 'explained' &&
        grant?.filedBy !== me &&
        checks,
    ],
    [
      'returnExplanation',
      status === 'explained' &&
        grant?.filedBy !== me &&
        checks,
    ],
  ]
  return may.flatMap(([action, yes]) => (yes ? [action] : []))
}
