/** A household: who lives there and what changed. */
import { householdStepLabels } from '../../worker/contract/labels-household.ts'

export const householdWords = {
  members: '现在这一户的人',
  nobody: '这一户现在没有人',
  changes: '这一户的变动',
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
  change: (day: string, who: string, what: string) => `${day} ${who} ${what}`,
  why: (reason: string, by: string) => [reason, by ? `经办 ${by}` : ''].filter((part) => part).join(',') ,
} as const

export const householdFaults = {
  step: '请选择怎么变',
  who: '请选择是谁',
  name: '请写姓名',
  relation: '请写关系',
  reason: '请写明理由,至少 4 个字',
} as const
