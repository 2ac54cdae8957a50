/**
 * Every refusal the house can give: HTTP status, Chinese sentence, and the rules it comes from (RULEBOOK ids).
 * A schema trigger refuses with the same word (`RAISE(ABORT, 'small_cap')`), so the database and the wire agree.
 */
export const problems = {
  // who is asking
  signed_out: { status: 401, title: '请重新登录', rules: [] },
  wechat_code: { status: 401, title: '微信登录没有成功,请再试一次', rules: [] },
  wechat_down: { status: 503, title: '微信登录暂时连不上,请稍后再试', rules: [] },
  wechat_busy: { status: 429, title: '登录的人太多,请一分钟后再试', rules: [] },
  wechat_barred: { status: 401, title: '微信不让这个账号登录,请打电话或到乡镇办理', rules: [] },
  wechat_setup: { status: 503, title: '微信登录没有设好,请打电话或到乡镇办理', rules: [] },
  phone_code: { status: 422, title: '没有拿到微信里的号码,请自己填写', rules: [] },
  post_required: { status: 403, title: '您的岗位不能办这件事', rules: ['A-12'] },
  out_of_scope: { status: 403, title: '这件事不归您的辖区', rules: [] },
  not_found: { status: 404, title: '没有找到', rules: [] },
  invitation_unknown: { status: 409, title: '绑定码不对、用过或过期,请找县里重发', rules: ['D-08'] },
  own_post: { status: 403, title: '不能给自己设岗位', rules: ['D-08'] },
  post_held: { status: 409, title: '您已经有这个岗位', rules: [] },
  post_ended: { status: 409, title: '这个岗位已经结束', rules: [] },
  last_security_admin: { status: 409, title: '至少要留一位安全管理员', rules: ['D-08'] },
  setup_code: { status: 403, title: '设置码不对,请看启动时打印的那一行', rules: [] },
  not_founded: { status: 503, title: '这个县还没有开通', rules: [] },
  already_founded: { status: 409, title: '这个县已经开通', rules: [] },
  demo_only: { status: 404, title: '没有找到', rules: [] },

  // how it was asked
  input: { status: 422, title: '有内容需要修改', rules: [] },
  method_wrong: { status: 405, title: '这个地址不能这样用', rules: [] },
  body_unreadable: { status: 400, title: '提交的内容读不出来,请再试一次', rules: [] },
  body_too_large: { status: 413, title: '内容太大', rules: [] },
  key_missing: { status: 400, title: '缺少防重复编号,请更新小程序后再试', rules: [] },
  key_reused: { status: 409, title: '这次提交和上次同一编号的内容不一样,请刷新后重新提交', rules: [] },
  evidence_type: { status: 422, title: '只能上传照片(JPG、PNG 或 WebP)', rules: [] },
  evidence_size: { status: 413, title: '照片太大,请压缩到 5 MB 以内', rules: [] },
  evidence_unknown: { status: 422, title: '有照片没有传上来,请重新上传', rules: [] },
  sheet_elsewhere: { status: 503, title: '这台服务器不能读表格,请在县里的服务器上导入', rules: [] },
  sheet_unreadable: { status: 422, title: '这个文件读不出来,请另存为 xlsx 再试', rules: [] },
  sheet_too_large: { status: 413, title: '表格太大,请分成几个文件', rules: [] },
  sheet_headers: { status: 422, title: '表里没有找到需要的列', rules: [] },
  sheet_empty: { status: 422, title: '表里没有能导入的行', rules: [] },
  sheet_changed: { status: 409, title: '文件和刚才预览的不一样,请重新预览', rules: [] },
  list_known: { status: 409, title: '这份名单已经导入过,没有变化', rules: [] },
  list_moved: { status: 409, title: '有人刚导入了同类名单,请重新预览', rules: [] },
  list_unfinished: { status: 409, title: '名单没有写完,请再导一次', rules: [] },
  list_undone: { status: 409, title: '这份名单已经撤销', rules: [] },
  township_unknown: { status: 422, title: '没有这个乡镇', rules: ['N-13'] },

  // where the request stands
  request_not_open: { status: 409, title: '这件申请已经有了结果', rules: [] },
  request_not_accepted: { status: 409, title: '这件申请还没有受理', rules: ['N-22'] },
  already_accepted: { status: 409, title: '这件申请已经受理过了', rules: [] },
  already_granted: { status: 409, title: '这件申请已经批准过了', rules: [] },
  household_elsewhere: { status: 409, title: '这个人已在另一户里,请先核对', rules: ['C-07'] },
  household_same: { status: 409, title: '这个人已经在这一户里了', rules: ['C-07'] },
  household_unclear: { status: 409, title: '可能是已有的家庭,请先选一户', rules: ['C-07'] },
  payee_needed: { status: 409, title: '转账要先登记收款账户', rules: ['D-03'] },
  payee_changed: { status: 409, title: '收款账户刚刚改过,请核对再批', rules: ['D-03'] },
  payee_holder: { status: 409, title: '户名和申请人姓名不一样,请先核对', rules: ['D-03', 'N-42'] },
  payee_authority: { status: 422, title: '用别人的账户收款,要写明关系和依据', rules: ['N-42', 'D-03'] },

  // what the rules say
  same_person: { status: 403, title: '受理、审批要由不同的人办', rules: ['A-12'] },
  beneficiary: { status: 403, title: '不能办自己或自家的申请', rules: ['A-12'] },
  kin_needs_county: { status: 409, title: '申请人是经办人近亲属,要报县级审批', rules: ['R-11', 'F-1'] },
  overdue_explanations: { status: 409, title: '逾期未补的说明太多,先行救助要报县级', rules: ['R-07'] },
  no_letter: { status: 409, title: '乡镇没有有效的委托书,请报县级办理', rules: ['R-09'] },
  small_cap: { status: 409, title: '超过小额快救上限', rules: ['N-03'] },
  county_turn: { status: 409, title: '超过乡镇上限,要报县级审批', rules: ['N-20'] },
  not_escalated: { status: 409, title: '县里只办乡镇报上来的申请', rules: ['N-20'] },
  handed_back: { status: 409, title: '县里已退回,请在乡镇办理', rules: ['N-20'] },
  minutes_needed: { status: 409, title: '超过县级上限,要附一事一议纪要', rules: ['N-20'] },
  proposal_missing: { status: 409, title: '县救助股还没有提出意见', rules: ['N-20'] },
  proposal_changed: { status: 409, title: '县救助股刚改了意见,请重新看', rules: ['N-20'] },
  public_notice_needed: { status: 409, title: '要走一般程序:先调查公示,期满再批', rules: ['N-04', 'N-12'] },
  notice_running: { status: 409, title: '公示还没有满期,满期后才能批', rules: ['N-04', 'F-7'] },
  objection_open: { status: 409, title: '公示有异议,有了处理结果才能继续', rules: ['F-7'] },
  notice_amount: { status: 409, title: '金额不能超过公示的金额', rules: ['F-7'] },
  authorisation_missing: { status: 409, title: '核对收入财产要先有授权书', rules: ['F-2'] },
  survey_missing: { status: 409, title: '要先入户调查,并由第二个人签认', rules: ['F-3'] },
  check_missing: { status: 409, title: '要先登记核对结果,或写明免核依据', rules: ['N-05', 'N-12'] },
  check_expired: { status: 422, title: '核对报告或认定已经过期', rules: ['N-05'] },
  means_over: { status: 409, title: '收入或财产超过规定,不能公示', rules: ['N-12'] },
  need_exceeded: { status: 409, title: '金额不能超过调查核实的必需支出', rules: ['N-33'] },
  notice_closed: { status: 409, title: '公示已经结束,有意见请打乡镇电话', rules: ['F-7'] },
  already_objected: { status: 409, title: '您已经提过异议,正在核实', rules: ['F-7'] },
  objection_settled: { status: 409, title: '这条异议已经有了结果', rules: ['F-7'] },
  light_cap: { status: 409, title: '超过轻微急难上限', rules: ['N-31'] },
  formula_months: { status: 409, title: '月数不在本县规定的范围内', rules: ['N-31'] },
  formula_days: { status: 409, title: '天数超过本县规定', rules: ['N-31'] },
  formula_persons: { status: 409, title: '人数多于这一户登记的人数', rules: ['N-31'] },
  formula_sum: { status: 409, title: '金额和核算结果不一样,请重新算', rules: ['N-31', 'F-1'] },
  cash_cap: { status: 409, title: '超过现金上限,请改用转账', rules: ['N-41'] },
  same_cause_this_year: { status: 409, title: '这一户今年已因同一事由救助过', rules: ['N-32'] },
  aid_withdrawn: { status: 409, title: '这笔登记已经撤回了', rules: ['C-07'] },
  aid_later: { status: 409, title: '别处救助的日期不能在今天之后', rules: ['C-07'] },
  still_in_need: { status: 409, title: '去年同一事由救助过,请先写明仍困难', rules: ['N-32'] },
  payee_shared: { status: 409, title: '这个账户已替几户收过款,要县级同意', rules: ['N-42'] },
  exception_asked: { status: 409, title: '这个例外已经申请过了', rules: ['N-32'] },
  exception_answered: { status: 409, title: '这个例外县级已经答复过了', rules: ['N-32'] },
  exception_changed: { status: 409, title: '例外刚刚有变化,请重新看一遍再批', rules: ['N-32'] },
  household_year_limit: { status: 409, title: '这一户今年的救助次数已满', rules: ['N-32'] },
  refusal_code_unused: { status: 422, title: '本县现行政策没有这条理由,请另选', rules: ['N-51'] },
  letter_number_used: { status: 409, title: '这个委托书编号已经登记过了', rules: ['R-09'] },
  letter_revoked: { status: 409, title: '这份委托书已经撤销过了', rules: ['R-09'] },
  policy_changed: { status: 409, title: '政策刚刚更新,请重新看一遍再批', rules: ['N-30'] },

  // the policy itself, by its line
  policy_dates: { status: 409, title: '这一天已有一版政策起用,请换一天', rules: ['N-30'] },
  policy_past: { status: 422, title: '新政策最早从明天起用', rules: ['N-30'] },
  policy_small_cap: { status: 422, title: '小额快救上限不能超过 1 个月低保标准', rules: ['N-03'] },
  policy_tier: { status: 422, title: '小额档次要从低到高,不超过上限', rules: ['N-03'] },
  policy_ceiling: { status: 422, title: '乡镇审批上限不能超过县级上限', rules: ['N-20'] },
  policy_ceiling_low: { status: 422, title: '乡镇审批上限不能低于小额快救上限', rules: ['N-20'] },
  policy_months: { status: 422, title: '按月算最多 6 个月,最少不多于最多', rules: ['N-31'] },
  policy_publicity: { status: 422, title: '一般程序公示至少 2 天', rules: ['N-04'] },
  policy_small_hours: { status: 422, title: '小额快救最多 72 小时办结', rules: ['N-02'] },
  policy_quota: { status: 422, title: '人口多的一档,定额不能更少', rules: ['R-01'] },
  // a desk that wants to be let in
  desk_code_wrong: { status: 403, title: '码不对或已过期,请看工作台上的新码', rules: ['D-08'] },
  desk_ask_over: { status: 409, title: '这次登录已过期或已处理,请在工作台重新开始', rules: ['D-08'] },
  too_many_tries: { status: 429, title: '试错太多,请过一会儿再试', rules: ['D-08'] },

  // the second factor
  second_factor_needed: { status: 428, title: '办这件事要先输入办事密码', rules: ['D-08'] },
  pin_unset: { status: 409, title: '还没有办事密码,请先在手机上设一个', rules: ['D-08'] },
  pin_wrong: { status: 403, title: '办事密码不对', rules: ['D-08'] },

  // who administers
  administrators_apart: { status: 409, title: '三个管理员要分开,也不能兼办业务', rules: ['D-08'] },

  // the fund
  fund_insufficient: { status: 409, title: '储备金可用余额不足,请报县级办理', rules: ['R-02'] },
  place_overdrawn: { status: 409, title: '这笔钱现在不在这一步,请刷新', rules: ['R-02'] },
  move_unknown: { status: 409, title: '账上没有这种变动', rules: [] },
  second_person_required: { status: 409, title: '要由另一个人复核', rules: ['A-12'] },
  maker_left: { status: 409, title: '先经手的人已不在岗,请退回或作废,由在岗的人重办', rules: ['A-12'] },
  paper_used: { status: 409, title: '这个流水号已经登记过了', rules: ['A-03'] },
  chain_stale: { status: 503, title: '刚才有别的变动,请再试一次', rules: [] },
  append_only: { status: 409, title: '已经入账的内容不能改', rules: ['N-53'] },
  already_undone: { status: 409, title: '这一笔已经冲正过了', rules: [] },
  proposal_closed: { status: 409, title: '这一笔已经有了结果', rules: [] },
  fund_frozen: { status: 409, title: '这个账查出不符,已冻结,请联系县里', rules: ['A-11'] },
  period_closed: { status: 409, title: '这个月已经结账,请记在还没结账的日子', rules: ['A-11'] },
  period_open: { status: 409, title: '这个月还没有过完,不能结账', rules: ['A-11'] },
  year_end_return: { status: 409, title: '年底要先把余额上缴,再结账', rules: ['R-06'] },
  not_replenished: { status: 409, title: '县里还没有补足这一笔,请用退票或不予认可', rules: ['R-04'] },
  not_claimable: { status: 409, title: '有的款还没补齐说明,或已在别的核销里', rules: ['R-04'] },
  claim_closed: { status: 409, title: '这一批核销已经有了结果', rules: ['R-04'] },
  not_your_turn: { status: 409, title: '还没轮到您这一步确认', rules: ['R-04'] },
  cannot_cancel: { status: 409, title: '钱已经发出,不能撤销', rules: ['A-03'] },
  not_your_decision: { status: 403, title: '只有原审批人可以撤销', rules: [] },
  bank_serial_needed: { status: 422, title: '登记到账要填银行流水号', rules: ['A-03'] },
  bounce_of_part: { status: 409, title: '这笔款已有一部分不予认可,退回的钱请按追回登记', rules: ['A-03'] },
  slip_needed: { status: 422, title: '发现金要有签领单照片', rules: ['F-12'] },
  evidence_used: { status: 422, title: '这张照片已用在别的签领单上,请重拍', rules: ['F-12'] },
  slip_waiting: { status: 409, title: '已登记发放,正等第二人签认', rules: ['F-12'] },
  slip_missing: { status: 409, title: '还没有登记现金发放', rules: ['F-12'] },
  cashier_is_reviewer: { status: 403, title: '受理或批准的人不能再办付款', rules: ['A-12'] },
  paid_on_wrong: { status: 422, title: '到账日期要在批准当天到今天之间', rules: [] },

  // the explanation
  explanation_empty: { status: 422, title: '请至少写一句说明或拍一张照片', rules: ['F-6'] },
  explanation_not_due: { status: 409, title: '钱还没到账,说明不用现在审核', rules: ['F-6'] },
  explanation_not_filed: { status: 409, title: '还没有交说明', rules: ['F-6'] },
  explanation_accepted: { status: 409, title: '说明已经通过,不用再交', rules: ['F-6'] },
  explanation_not_owed: { status: 409, title: '一般程序事先已公示,不用事后说明', rules: ['F-6'] },
  calendar_official: { status: 409, title: '这一年的放假安排已经导入,不能再改', rules: ['N-22'] },
  calendar_missing: { status: 503, title: '工作日历不够用,请县里导入下一年放假安排', rules: ['N-22'] },

  // personal data
  consent_withdrawn: { status: 409, title: '这项同意已经撤回过了', rules: ['D-04'] },
  reveal_limit: { status: 403, title: '今天查看次数已满,请领导看过记录后再查', rules: ['D-11'] },
  reveal_over: { status: 409, title: '这次查看已过 60 秒,要再看请重新写理由', rules: ['D-11'] },

  // the machine
  busy: { status: 503, title: '现在办事的人多,请稍后再试,已填内容还在', rules: [] },
  storage_full: { status: 503, title: '服务器存不下了,已办的都在,请联系县里', rules: [] },
  storage_broken: { status: 503, title: '服务器的存储出了故障,已办的都在,请联系县里', rules: [] },
  behind: { status: 503, title: '系统正在升级,请稍后再试', rules: [] },
  internal: { status: 500, title: '系统出了错,已办的都在。请把编号告诉我们', rules: [] },
} as const satisfies Record<string, { status: number; title: string; rules: readonly string[] }>

export type ProblemCode = keyof typeof problems

/** One wrong field: where it is, its Chinese name, and what to do. */
export type FieldProblem = { field: string; label: string; message: string }

/** RFC 9457 `application/problem+json`. */
export type Problem = {
  type: string
  code: ProblemCode
  status: number
  title: string
  rules: readonly string[]
  requestId: string
  fields?: FieldProblem[]
  /** The way out, where there is one: e.g. `urgent` when the small cap refuses. */
  offer?: string
  /** The limit or balance that refused, in fen. */
  limitFen?: number
  /** How long to wait before it is worth trying again; also in `Retry-After`. */
  waitSeconds?: number
}

export function isProblemCode(text: string): text is ProblemCode {
  return Object.prototype.hasOwnProperty.call(problems, text)
}
