/** The Chinese word for each term: the same on phone, desk, message and paper (LOOK, Words). */
import type {
  CauseCode, Channel, ClaimState, ClockTaskName, EscalationCode, ExplanationKind, ExplanationState, ImprestPart, LedgerEvent, PayeeAuthority,
  PayeeKind, PayeeRelation, PayoutStepTerm, Place, PostKind, ProxyRelation, Queue, RefusalCode, RequestAction, RequestStatus, TimelineStep, TodoKind,
  Track, YearEndRule,
} from './terms.ts'

export const causeLabels = {
  FIRE: '火灾',
  EXPLOSION: '爆炸',
  TRAFFIC: '车祸',
  DROWNING: '溺水',
  INJURY: '受伤',
  MINE: '矿难',
  ILLNESS: '突发重病',
  DEATH: '顶梁柱去世或重残',
  VIOLENCE: '家庭暴力',
  LOSS_OF_INCOME: '断了收入',
  STRANDED: '在外地遇困',
  DISASTER_GAP: '灾后仍困难',
  EPIDEMIC: '疫情',
  LIFE_RISK: '有生命危险',
  WAITING: '等别的救助时揭不开锅',
  OTHER: '其他急事',
  MEDICAL: '看病花销大',
  EDUCATION: '上学花销大',
  CARE: '照料护理',
  DISABILITY: '残疾康复',
  HOUSING: '住房困难',
  BASIC_COST: '生活花销增加',
} as const satisfies Record<CauseCode, string>

export const trackLabels = { small: '小额快救', urgent: '先行救助', standard: '一般程序' } as const satisfies Record<
  Track,
  string
>

export const channelLabels = { transfer: '转账', cash: '现金' } as const satisfies Record<Channel, string>

export const payeeKindLabels = { card: '银行卡', passbook: '存折' } as const satisfies Record<PayeeKind, string>

export const payeeRelationLabels = {
  self: '本人',
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  guardian: '监护人',
  other: '其他人',
} as const satisfies Record<PayeeRelation, string>

export const payeeAuthorityLabels = {
  household_head: '户主代领',
  letter: '有委托书',
  guardianship: '监护关系',
} as const satisfies Record<PayeeAuthority, string>

export const proxyRelationLabels = {
  coordinator: '村级协理员或网格员',
  family: '家人',
  neighbour: '邻居',
  unit: '单位',
} as const satisfies Record<ProxyRelation, string>

export const postLabels = {
  grid_worker: '网格员',
  coordinator: '协理员',
  caseworker: '民政经办',
  finance_reviewer: '财政所',
  cashier: '出纳',
  deputy_leader: '分管领导',
  leader: '主要领导',
  county_leader: '分管县领导',
  county_assistance: '县救助股',
  county_finance: '县财政',
  auditor: '审计',
  system_admin: '系统管理员', security_admin: '安全管理员', audit_admin: '审计管理员',
} as const satisfies Record<PostKind, string>

export const placeLabels = {
  'bank.available': '银行可用',
  'bank.held': '已批待付',
  'bank.sent': '付款在途',
  'bank.unknown': '待查款',
  'cash.available': '现金可用',
  'cash.held': '现金待发',
  awaiting: '待补说明',
  overdue: '逾期未补',
  cleared: '已补待核销',
  claimed: '已核销待补足',
  recoverable: '应追回',
  county: '县级拨入',
  suspense: '待查来源',
} as const satisfies Record<Place, string>

export const eventLabels = {
  allocate: '拨入',
  return: '上缴',
  withdraw: '提现',
  deposit: '存回',
  interest: '利息',
  fee: '手续费',
  receive: '收到待查款',
  identify: '查明待查款',
  reserve: '批准',
  release: '撤销批准',
  send: '已发指令',
  reject: '银行拒付',
  paid: '已到账',
  bounce: '退票',
  accept: '说明通过',
  lapse: '说明逾期',
  disallow: '不予认可',
  recover: '追回',
  write_off: '核销损失',
  reclaim: '补足后追回',
  late_return: '补足后退票',
  claim: '核销',
  reopen: '退回核销',
  replenish: '补足',
  settle: '核销不补足',
  undo: '冲正',
} as const satisfies Record<LedgerEvent, string>

export const claimStateLabels = {
  waiting: '等确认',
  claimed: '已核销待补足',
  replenished: '已补足',
  settled: '已核销不补足',
  reopened: '已退回',
  dismissed: '未通过',
} as const satisfies Record<ClaimState, string>

export const imprestPartLabels = {
  allocate: '县级拨入',
  return: '上缴县级',
  interest: '利息收入',
  fee: '银行手续费',
  write_off: '核销损失',
  settle: '核销不补足',
  reclaim: '补足后应追回',
  late_return: '补足后退回',
} as const satisfies Record<ImprestPart, string>

export const yearEndLabels = { carry_over: '结转下年', return: '上缴县级' } as const satisfies Record<YearEndRule, string>

export const refusalLabels = {
  NOT_URGENT: '不属于紧急困难',
  OWN_MEANS: '自己有能力渡过难关',
  LIABLE_PARTY_PAYS: '应由责任方赔付',
  SUPPORTER_ABLE: '赡养抚养人有能力',
  FACTS_FALSE: '情况与事实不符',
  INVESTIGATION_REFUSED: '不配合核实',
  SAME_CAUSE: '同一事由已救助',
  OTHER_PROGRAMME: '应由其他救助办理',
  BANNED_ACTIVITY: '因违法活动致困',
} as const satisfies Record<RefusalCode, string>

export const escalationLabels = {
  OVER_CEILING: '超过乡镇上限',
  FUND_SHORT: '储备金不够',
  KIN: '涉及经办人亲属',
  FREQUENCY: '今年已救助过',
  STANDARD: '需要先公示',
  OTHER: '情况特殊',
} as const satisfies Record<EscalationCode, string>

export const explanationKindLabels = {
  EVENT_PROOF: '事由证明',
  NARRATIVE: '情况说明',
  RECEIPT: '收款凭证',
  IDENTITY: '身份证明',
  NOTICE: '事后告知',
  OTHER: '其他材料',
} as const satisfies Record<ExplanationKind, string>

export const payoutStepLabels = {
  held: '待付款',
  sent: '已发付款指令',
  cash_handed: '现金已发,等第二人签认',
  paid: '已到账',
  bounced: '退票,待重付',
  recovering: '应追回',
  recovered: '已追回',
  released: '已撤销',
} as const satisfies Record<PayoutStepTerm, string>

export const explanationStateLabels = {
  owed: '待补说明',
  filed: '等待审核',
  returned: '已退回,请补充',
  accepted: '已通过',
} as const satisfies Record<ExplanationState, string>

export const statusLabels = {
  submitted: '待受理',
  accepted: '待审批',
  granted: '已批准,待付款',
  sent: '已批准,钱在路上',
  paid: '钱已到账',
  explained: '说明待审核',
  recovering: '正在追回',
  closed: '已办结',
  refused: '不予救助',
  withdrawn: '已撤回',
  escalated: '已报县级',
} as const satisfies Record<RequestStatus, string>

export const actionLabels = {
  accept: '受理',
  refuse: '不予救助',
  withdraw: '撤回申请',
  escalate: '报县级审批',
  setPayee: '填写收款账户',
  addPhotos: '补照片',
  grant: '批准',
  askException: '申请例外',
  answerException: '答复例外',
  cancelGrant: '撤销批准',
  send: '已发付款指令',
  pay: '登记到账',
  countersign: '第二人签认',
  voidSlip: '作废签领单',
  fileExplanation: '补充说明',
  acceptExplanation: '通过说明',
  returnExplanation: '退回补充',
  giveNotice: '告知信息怎么用', proposeCounty: '提出县级意见', confirmCounty: '县级批准', handBack: '退回乡镇',
} as const satisfies Record<RequestAction, string>

export const queueLabels = {
  mine: '我的申请',
  accept: '待受理',
  decide: '待审批',
  pay: '待付款',
  explain: '待补说明',
  check: '待审核',
  notice: '待告知',
  county: '县级办理',
  all: '全部',
} as const satisfies Record<Queue, string>

export const todoLabels = {
  new_urgent: '新的急难申请',
  clock_near: '办理时限快到',
  to_accept: '待受理',
  to_decide: '待审批',
  to_pay: '待付款',
  to_countersign: '等您签认',
  to_explain: '待补说明',
  explanation_due: '说明快到期',
  to_check: '待审核说明',
  to_confirm: '等您复核',
  fund_low: '储备金偏低',
  fund_short: '储备金不够付',
  county_turn: '待县级办理',
  notice_owed: '还没告知信息怎么用',
  letter_ends: '委托书快到期',
} as const satisfies Record<TodoKind, string>

export const timelineLabels = {
  submitted: '已收到申请',
  accepted: '已受理',
  payee_set: '已登记收款账户',
  granted: '已批准',
  cancelled: '已撤销,重新审批',
  sent: '钱在路上',
  cash_handed: '现金已发,等第二人签认',
  paid: '钱已到账',
  rejected: '银行没有付出,会重新付款',
  bounced: '钱被银行退回,会重新付款',
  explanation_filed: '已交说明',
  explanation_accepted: '说明已通过',
  explanation_returned: '说明需补充',
  refused: '不予救助',
  withdrawn: '已撤回',
  escalated: '已报县级审批', county_proposed: '县救助股已提出意见', handed_back: '县里已退回乡镇办理',
} as const satisfies Record<TimelineStep, string>

export const clockTaskLabels = {
  lapse: '说明逾期登记',
  checkpoint: '每日存证',
  verify: '每夜核账',
  backup: '每夜备份',
} as const satisfies Record<ClockTaskName, string>
