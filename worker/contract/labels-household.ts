/** The Chinese word for each term of a household's chain. */
import type { AidProgram, ChainEvent, DuplicateTie, ExceptionCode, HouseholdStep, ListState } from './terms-household.ts'

export const householdStepLabels = {
  join: '加入这一户',
  move: '转到另一户',
  leave: '离开这一户',
} satisfies Record<HouseholdStep, string>

export const exceptionLabels = {
  RECURRENT_INFECTION: '传染病反复住院',
  EPIDEMIC: '疫情',
  OTHER_HARDSHIP: '其他特别困难',
  SHARED_PAYEE: '多户共用一个账户',
  STILL_IN_NEED: '跨年仍困难',
} satisfies Record<ExceptionCode, string>

export const duplicateLabels = {
  person: '同一个人',
  member: '同一户的人',
  account: '收款账户一样',
  phone: '电话一样',
  name: '同村同名',
  near_name: '同村,名字差一个字',
} satisfies Record<DuplicateTie, string>

export const aidLabels = {
  DIBAO: '低保',
  TEKUN: '特困供养',
  DIBAO_EDGE: '低保边缘',
  RIGID_SPENDING: '刚性支出困难',
  RELAPSE_WATCH: '防返贫监测',
  MEDICAL_AID: '医疗救助',
  EDUCATION_AID: '教育救助',
  HOUSING_AID: '住房救助',
  JOB_AID: '就业救助',
  DISASTER_AID: '受灾救助',
  DISABLED_AID: '残联帮扶',
  JUDICIAL_AID: '司法救助',
  ORPHAN_AID: '孤儿和无人抚养儿童',
  CHARITY: '慈善',
  OTHER_AID: '其他帮扶',
} satisfies Record<AidProgram, string>

export const chainLabels = {
  submitted: '申请',
  accepted: '受理',
  granted: '批准',
  cancelled: '撤销批准',
  refused: '不予救助',
  withdrawn: '撤回申请',
  escalated: '报县级',
  aid: '别处的救助',
  aid_withdrawn: '别处的救助登记有误',
  listed: '列入名单',
  delisted: '移出名单',
  ...householdStepLabels,
} satisfies Record<ChainEvent, string>

export const listStateLabels = {
  current: '现在用的',
  replaced: '已被新名单代替',
  undone: '已撤销',
  unfinished: '没有导完',
} satisfies Record<ListState, string>
