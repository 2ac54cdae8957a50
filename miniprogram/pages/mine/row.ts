/** One request as a line of a list: the same words for the applicant and the official. */
import { causeLabels, statusLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { RequestRow } from '../../../worker/contract/requests.ts'
import type { RequestStatus } from '../../../worker/contract/terms.ts'
import { dayWords, msUntil, shortWords, spanWords } from '../../clock/beijing.ts'
import { rowSays, rowWords } from '../../labels/rows.ts'

export type Tone = 'owed' | 'late' | 'good' | 'plain'
export interface Row {
  id: string
  who: string
  cause: string
  status: string
  tone: Tone
  when: string
  number: string
  sum: string
  clock: string
  clockTone: Tone
  due: string
  dueTone: Tone
  photos: string
  before: string
  urgent: boolean
}

const tones: Record<RequestStatus, Tone> = {
  submitted: 'owed', accepted: 'owed', granted: 'plain', sent: 'plain', paid: 'good', explained: 'plain',
  closed: 'good', recovering: 'late',
  refused: 'late', withdrawn: 'plain', escalated: 'owed',
}
export const toneOf = (status: RequestStatus): Tone => tones[status]

export function rowOf(row: RequestRow, now = Date.now()): Row {
  const open = row.status === 'submitted' || row.status === 'accepted'
  const left = msUntil(row.dueAt, now)
  return {
    id: row.id,
    who: [row.name ?? rowWords.noName, row.village ?? row.townshipName].join(' '),
    cause: causeLabels[row.causeCode],
    status: statusLabels[row.status], tone: toneOf(row.status),
    when: shortWords(row.submittedAt), number: row.number,
    sum: row.grantedFen !== null ? `${formatFen(row.grantedFen)} ${rowWords.yuan}`
      : row.askedFen !== null ? rowSays.asked(formatFen(row.askedFen)) : '',
    clock: open ? clockWords(left, row.track === 'urgent') : '',
    clockTone: left < 0 ? 'late' : 'owed',
    due: row.explanationDueOn && row.daysLeft !== null && row.status !== 'closed'
      ? rowSays.due(dayWords(row.explanationDueOn), daysWords(row.daysLeft)) : '',
    dueTone: (row.daysLeft ?? 0) < 0 ? 'late' : 'owed',
    photos: row.photoCount > 0 ? rowSays.photos(row.photoCount) : '',
    before: row.grantsThisYear > 0 ? rowSays.before(row.grantsThisYear) : '',
    urgent: open && row.track === 'urgent',
  }
}

/** 急 23小时41分; past it, 超时 2小时05分. */
export function clockWords(left: number, urgent: boolean): string {
  if (left < 0) return rowSays.overtime(spanWords(-left))
  return urgent ? rowSays.urgent(spanWords(left)) : rowSays.left(spanWords(left))
}

export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return rowWords.today
  return daysLeft > 0 ? rowSays.days(daysLeft) : rowSays.daysOver(-daysLeft)
}
