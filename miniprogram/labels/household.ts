/** A household: who lives there and what changed. */
import { householdStepLabels } from '../../worker/contract/labels-household.ts'

export const householdWords = {
  members: '现在这一户的人',
  nobody: '这一户现在没有人',
  change: '登记变动',
  step: '怎么变?',
  who: '是谁?',
  name: '姓名',
  relation: '和户主的关系',
  idNumber: '身份证号',
  idHint: '填了就从他原来那一户转过来',
  reason: '为什么变',
  reasonHint: '看过什么材料,比如户口本',
  split: '他自己另立一户,以前的救助仍跟着他算。',
  left: '他不再属于这一户。',
  send: '登记这个变动',
  sending: '正在登记…',
  done: '已登记',
  noName: '没有姓名',
  back: '返回',
  chain: '一户一条救助链',
  chainNone: '还没有记录',
  recognised: '现在的身份',
  aid: '登记别处的救助',
  aidProgram: '哪一种救助?',
  aidSum: '金额',
  yuan: '元',
  aidFrom: '从哪天起',
  aidTo: '到哪天',
  aidToHint: '最长一年,比如 2027-09-30',
  aidFromHint: '写成 2026-09-30 这样',
  aidWords: '谁给的、看过什么材料',
  aidSend: '登记这笔救助',
  look: '看这一户的人',
} as const

export const householdSteps = {
  join: householdStepLabels.join,
  move: '分出去另立一户',
  leave: householdStepLabels.leave,
} as const

export const householdSays = {
  since: (day: string) => `${day}起`,
  act: (place: string) => `${place}一户的变动`,
  aid: (place: string) => `${place}一户的别处救助`,
  event: (...parts: string[]) => parts.filter((part) => part).join(' '),
  span: (from: string, to: string) => `${from}至${to}`,
  sum: (sum: string) => `${sum} 元`,
} as const

export const householdFaults = {
  step: '请选择怎么变',
  who: '请选择是谁',
  name: '请写姓名',
  relation: '请写关系',
  reason: '请写明理由,至少 4 个字',
  program: '请选择哪一种救助',
  fromOn: '日期要写成 2026-09-30 这样',
  toOn: '这一种要写到哪天为止',
  note: '请写谁给的,至少 2 个字',
} as const
