/** Signing in at a desk, and where one is signed in. */
import { deskAnswerLabels } from '../../worker/contract/labels-signin.ts'

export const deskWords = {
  title: '登录电脑工作台',
  lead: '电脑打开财务工作台,会出现二维码和 6 位数字。',
  scan: '扫电脑上的码',
  or: '或者写数字',
  code: '电脑上的 6 位数字',
  next: '下一步',
  wrong: '要 6 位数字',
  asks: '这台电脑要用您的名字登录',
  warn: '只确认您面前的电脑',
  warnText: '不认得,或者别人叫您扫的,请点"不是我"。',
  yes: deskAnswerLabels.confirmed,
  no: deskAnswerLabels.refused,
  busy: '正在办…',
  done: '电脑已登录',
  doneText: '15 分钟不用会自动退出。',
  refused: '已拒绝,那台电脑没有登录',
} as const

export const devicesWords = {
  title: '登录的设备',
  here: '正在用的这台',
  end: '退出',
  endAll: '全部退出',
  endAllAsk: '全部退出?',
  endAllText: '包括这台手机。没发出的会从这台手机删掉。',
  endAllYes: '都退出',
  endAllNo: '不退出',
  ended: '已退出',
  unknown: '没有设备名',
} as const

export const devicesSays = {
  asked: (moment: string) => `${moment} 打开`,
  since: (moment: string) => `${moment} 登录`,
  seen: (moment: string) => `最近用过 ${moment}`,
  end: (device: string) => `退出 ${device}`,
} as const
