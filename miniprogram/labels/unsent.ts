/** Acts that have not had the server's word yet. Never a word of success here. */
import { actionLabels } from '../../worker/contract/labels.ts'

export const sentWords = {
  ask: (name?: string) => (name ? `${name}的求助` : '求助'),
  accept: (who: string) => `受理 ${who}`,
  refuse: (who: string) => `不予救助 ${who}`,
  withdraw: actionLabels.withdraw,
  photos: '后传的照片',
  notice: (who: string) => `告知 ${who}`,
  escalate: (who: string) => `报县级 ${who}`,
  askException: (who: string) => `申请例外 ${who}`,
  answerException: (who: string) => `答复例外 ${who}`,
  payee: (holder: string) => `收款账户 ${holder}`,
  grant: (who: string, sum: string) => `批准 ${who} ${sum} 元`,
  cancel: (who: string) => `撤销批准 ${who}`,
  voidSlip: (who: string) => `作废签领单 ${who}`,
  send: (who: string) => `已发付款指令 ${who}`,
  pay: (who: string) => `登记到账 ${who}`,
  countersign: (who: string) => `签认 ${who}`,
  explain: (who: string) => `补充说明 ${who}`,
  acceptExplanation: (who: string) => `通过说明 ${who}`,
  confirm: (what: string) => `复核${what}`,
  dismiss: (what: string) => `退回${what}`,
  proposeCounty: (who: string) => `县级意见 ${who}`,
  confirmCounty: (who: string, sum: string) => `县级批准 ${who} ${sum} 元`,
  handBack: (who: string) => `退回乡镇 ${who}`,
  returnExplanation: (who: string) => `退回补充 ${who}`,
} as const

export const unsentWords = {
  later: '有网时自动再发。',
  now: '现在再发',
  drop: '不发了',
  keep: '留着',
  sending: '正在发…',
  dropAsk: '刚才可能已经发出。不发了,请再看列表。',
  ok: '知道了',
} as const

export const unsentSays = {
  some: (count: number) => `${count} 件还没发出`,
  done: (what: string) => `已发出:${what}`,
  refused: (what: string) => `没有办成:${what}`,
} as const
