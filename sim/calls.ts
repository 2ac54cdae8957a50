import { pixel } from '../tests/support/steps.ts'
import { fundCode } from './people.ts'
import type { Act } from './step.ts'

export type Call = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: object }
/** What the county calls what the trace calls `R12`, `G15`, `C20`, `P21`. */
export type Ids = Record<string, string>

const fund = `/funds/${fundCode}`
const reason = '随机一步'

/** `G15.1` -> the payout's path. */
function payoutPath(ids: Ids, name: string): string {
  const [grant = '', n = ''] = name.split('.')
  return `/grants/${ids[grant]}/payouts/${n}`
}
export function payoutId(ids: Ids, name: string): string {
  const [grant = '', n = ''] = name.split('.')
  return `${ids[grant]}.${n}`
}

const told = { items: [{ kind: 'NARRATIVE', text: '情况属实' }] }
const dated = (on: string | null) => (on === null ? {} : { on })
const paths: Record<string, string> = {
  allocate: 'allocations', return: 'returns', withdraw: 'withdrawals', deposit: 'deposits', interest: 'interests', fee: 'fees',
  receive: 'receipts', identify: 'identifications', reject: 'rejection', bounce: 'return', disallow: 'disallowance',
  recover: 'recovery', write_off: 'write-off', reclaim: 'reclaim', late_return: 'late-return',
  cancelStage: 'cancellation', send: 'sending', countersign: 'countersignature', voidSlip: 'slip-voiding',
  acceptExplanation: 'explanation/acceptance', sendBack: 'explanation/return',
}
/** A card of each request's own: one account takes the money of two households at most (N-42). */
const payeeOf = (request: string) => ({
  kind: 'card', holder: '王秀兰', bank: '示范县农村信用社', relation: 'other', authority: 'letter',
  account: `6217${[...request].map((char) => String(char.charCodeAt(0)).padStart(3, '0')).join('').slice(0, 24).padStart(12, '0')}`,
})
const looks = {
  requests: '/requests?queue=all', fund, entries: `${fund}/entries?limit=100`, claims: `${fund}/claims`, funds: '/funds', todo: '/todo',
}

const relationOf = (who: Act['who']) => (who === 'coordinator' ? 'coordinator' : 'neighbour')

/** What a phone sends for a step. */
export function callOf(step: Act, ids: Ids): Call {
  const post = (path: string, body: object = {}): Call => ({ method: 'POST', path, body })
  switch (step.do) {
    case 'submit': return post('/requests', {
      causeCode: step.cause, story: '家里出了急事,没有钱', townshipCode: '990101004', village: `云台村${step.name}组`,
      askedFen: step.fen, commitmentVersion: '2026-07',
      ...(step.self ? {} : { name: '王秀兰', onBehalf: { relation: relationOf(step.who), reason: '他没有手机' } }),
    })
    case 'accept': return post(`/requests/${ids[step.request]}/acceptance`, {
      kin: step.kin ? { name: '李四', relation: '兄弟', post: '民政经办' } : 'none', ...(step.payee ? { payee: payeeOf(step.request) } : {}),
      household: step.household === null ? { newBecause: '另立一户' } : { householdId: ids[step.household] },
    })
    case 'refuse': return post(`/requests/${ids[step.request]}/refusal`,
      { code: 'NOT_URGENT', facts: '入户核实过了', reason: '不符合急难条件' })
    case 'withdraw': return post(`/requests/${ids[step.request]}/withdrawal`, { reason })
    case 'escalate': return post(`/requests/${ids[step.request]}/escalation`, { code: 'OTHER', reason: '请县里办理' })
    case 'setPayee': return post(`/requests/${ids[step.request]}/payee`, payeeOf(step.request))
    case 'grant': return post(`/requests/${ids[step.request]}/grant`, {
      track: step.track, amountFen: step.fen, channel: step.channel, reason: '情况属实',
      ...(step.stages ? { payouts: step.stages.map((amountFen) => ({ amountFen })) } : {}),
    })
    case 'cancelGrant': return post(`/grants/${ids[step.grant]}/cancellation`, { reason })
    case 'acceptExplanation': return post(`/grants/${ids[step.grant]}/${paths[step.do]}`)
    case 'sendBack': return post(`/grants/${ids[step.grant]}/${paths[step.do]}`, { reason })
    case 'file': return { ...post(`/grants/${ids[step.grant]}/explanation`, told), method: 'PUT' }
    case 'send': case 'countersign': return post(`${payoutPath(ids, step.payout)}/${paths[step.do]}`)
    case 'cancelStage': case 'voidSlip': case 'reject': return post(`${payoutPath(ids, step.payout)}/${paths[step.do]}`, { reason })
    case 'pay': return post(`${payoutPath(ids, step.payout)}/payment`,
      { ...(step.serial === null ? {} : { bankSerial: step.serial }), ...(step.on === null ? {} : { paidOn: step.on }) })
    case 'hand': return post(`${payoutPath(ids, step.payout)}/payment`, step.photo === null ? {} : { slipEvidenceId: ids[photoName(step)] })
    case 'order': return post(`${fund}/${paths[step.event]}`, { amountFen: step.fen, bankSerial: step.serial, reason, ...dated(step.on) })
    case 'bounce': return post(`${payoutPath(ids, step.payout)}/return`, { bankSerial: step.serial, reason, ...dated(step.on) })
    case 'recover': case 'late_return':
      return post(`${payoutPath(ids, step.payout)}/${paths[step.do]}`, { amountFen: step.fen, bankSerial: step.serial, reason, ...dated(step.on) })
    case 'disallow': case 'write_off': case 'reclaim':
      return post(`${payoutPath(ids, step.payout)}/${paths[step.do]}`, { amountFen: step.fen, decisionNumber: step.number, reason })
    case 'claim': return post(`${fund}/claims`, step.payouts === null ? {} : { payoutIds: step.payouts.map((name) => payoutId(ids, name)) })
    case 'confirmClaim': return post(`/claims/${ids[step.claim]}/confirmation`)
    case 'dismissClaim': return post(`/claims/${ids[step.claim]}/dismissal`, { reason })
    case 'replenish': return post(`/claims/${ids[step.claim]}/replenishment`, { bankSerial: step.serial, reason, ...dated(step.on) })
    case 'settle': return post(`/claims/${ids[step.claim]}/settlement`, { decisionNumber: step.number, reason })
    case 'reopen': return post(`/claims/${ids[step.claim]}/reopening`, { reason })
    case 'undo': return post(`${fund}/undos`, { entrySeq: step.seq ?? 0, reason })
    case 'confirm': return post(`${fund}/proposals/${ids[step.proposal]}/confirmation`)
    case 'dismiss': return post(`${fund}/proposals/${ids[step.proposal]}/dismissal`, { reason })
    case 'close': return post(`${fund}/closings`, { untilOn: step.until })
    case 'look': return { method: 'GET', path: step.at === 'request' ? `/requests/${ids[step.request ?? '']}` : looks[step.at] }
    case 'signIn': return post('/sessions', { code: codeOf(step) })
  }
}

const faults = {
  none: '', busy: 'error--1', limit: 'error-45011', 'wrong-code': 'error-40029', 'used-code': 'error-40163', html: 'error-html502', unreachable: '',
}
const codeOf = (step: Extract<Act, { do: 'signIn' }>): string => faults[step.fault] || `demo-${step.who}`

export const photoName = (step: Extract<Act, { do: 'hand' }>): string => `photo ${step.photo} of ${step.payout} by ${step.who}`
export const photoBytes = (photo: number): Uint8Array => Uint8Array.from([...pixel, photo % 256, photo >> 8])
