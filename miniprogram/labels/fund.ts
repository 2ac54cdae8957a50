/** The reserve fund, and what waits there for a second person. */
import { placeLabels } from '../../worker/contract/labels.ts'

export const fundWords = {
  available: '可用',
  cash: placeLabels['cash.available'],
  held: '已批未到账',
  quota: '定额',
  yuan: '元',
  low: '储备金偏低,请申请补足',
  frozen: '这个账查出不符,已冻结',
  frozenText: '查清之前不能批准和付款。请马上联系县里。',
  short: '已批准的钱,储备金不够付',
  places: '钱在哪里',
  entries: '账目',
  none: '还没有账目',
  running: '可用',
  pick: '选择乡镇',
  stale: '下面是上次看到的。',
} as const

export const proposalWords = {
  title: '等第二人复核',
  turnedDown: '您提出的,被退回',
  confirm: '复核',
  dismiss: '退回',
  takeBack: '收回',
  mine: '您提出的,要由另一个人复核。',
  others: '等有权的人复核。',
  notYet: '再看看',
  sending: '正在登记…',
  done: '已复核,已入账',
} as const

export const proposalSays = {
  sum: (order: string, sum: string) => `${order} ${sum} 元`,
  serial: (serial: string) => `银行流水号 ${serial}`,
  undoes: (seq: number, title: string) => `冲正第 ${seq} 笔${title ? `(${title})` : ''}`,
  turnedDown: (who: string, when: string) => `${who} ${when} 退回`,
  made: (who: string, when: string) => `${who} ${when} 提出`,
  why: (reason: string) => `理由:${reason}`,
  ask: (what: string) => `复核${what}?`,
  text: (paper: string) => `${paper ? `${paper}。` : ''}复核后马上入账。`,
  sure: (what: string) => `确认${what}`,
  waiting: (label: string, count: number, place: string) => `${place ? `${place} ` : ''}${label} ${count} 笔`,
} as const
