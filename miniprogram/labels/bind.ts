/** Binding a post with the code that the security administrator gave. */
import { postLabels } from '../../worker/contract/labels.ts'
import type { PostKind } from '../../worker/contract/terms.ts'

export const bindWords = {
  lead: '安全管理员当面给您 12 位绑定码。输入后,岗位就归这个微信。',
  code: '12 位绑定码',
  wrong: '要 12 位数字',
  bind: '绑定岗位',
  busy: '正在办…',
  keep: '请用您本人的微信。换了岗位或手机,找安全管理员。',
  again: '再绑一个',
} as const

export const bindSays = {
  done: (kind: PostKind) => `已绑定:${postLabels[kind]}`,
} as const
