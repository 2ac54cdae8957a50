/** What each act of the journal is called at the desk; a test holds that no act is without its words. */
export const journalLabels = {
  'identity.signIn': '登录', 'identity.signOut': '退出登录', 'identity.endSession': '退出一个设备', 'identity.endEverywhere': '退出全部设备',
  'identity.endSessionsOf': '让人员全部退出', 'identity.askPhone': '用微信填号码', 'identity.askDesk': '电脑请求登录', 'identity.collectDesk': '电脑登录',
  'identity.lookAtDesk': '查看登录请求', 'identity.answerDesk': '答复电脑登录', 'identity.proveSecond': '输入办事密码', 'identity.setPin': '设办事密码',
  'identity.resetPin': '清空办事密码', 'identity.issueLetter': '签发委托书', 'identity.revokeLetter': '撤销委托书',
  'posts.invite': '发绑定码', 'posts.withdraw': '作废绑定码', 'posts.bind': '绑定岗位', 'posts.endPost': '结束岗位', 'county.found': '开通全县',
  'policy.draft': '起草政策', 'policy.publish': '发布政策', 'policy.dismiss': '退回政策草稿', 'policy.importCalendar': '录入放假安排',
  'policy.confirmCalendar': '确认放假安排', 'evidence.store': '上传照片',
  'requests.submit': '提交申请', 'requests.addPhotos': '补照片', 'requests.accept': '受理', 'requests.changeHousehold': '改家庭成员',
  'requests.giveNotice': '告知个人信息用途', 'requests.enterAid': '登记其他救助', 'requests.withdrawAid': '撤回其他救助',
  'requests.askException': '申请例外', 'requests.answerException': '答复例外', 'requests.setPayee': '填收款账户', 'requests.refuse': '不予救助',
  'requests.withdraw': '撤回申请', 'requests.escalate': '报县级', 'requests.handBack': '退回乡镇',
  'fund.allocate': '拨入', 'fund.return': '上缴', 'fund.withdraw': '提现', 'fund.deposit': '存回', 'fund.interest': '记利息', 'fund.fee': '记手续费',
  'fund.receive': '记待查款', 'fund.identify': '查明来款', 'fund.undo': '冲正', 'fund.confirm': '确认储备金事项', 'fund.dismiss': '退回储备金事项',
  'fund.close': '结账', 'fund.freeze': '冻结储备金', 'fund.thaw': '解冻储备金',
  'explanations.file': '提交说明', 'explanations.accept': '通过说明', 'explanations.sendBack': '退回说明', 'explanations.lapse': '说明转逾期',
  'standard.authorise': '签授权书', 'standard.check': '核对或免核', 'standard.survey': '入户调查', 'standard.signSurvey': '签入户调查',
  'standard.postNotice': '公示', 'standard.object': '提异议', 'standard.hear': '民主评议', 'standard.settle': '处理异议',
  'grants.decide': '批准救助', 'grants.cancel': '取消救助', 'grants.cancelPayout': '取消一期', 'grants.send': '送银行', 'grants.pay': '登记到账或发现金',
  'grants.countersign': '现金第二人签', 'grants.voidSlip': '作废签领单', 'grants.reject': '银行拒付', 'grants.bounce': '退票',
  'grants.disallow': '不予认可', 'grants.recover': '追回', 'grants.writeOff': '核销损失', 'grants.reclaim': '补足后追回', 'grants.lateReturn': '补足后退票',
  'grants.proposeCounty': '提出县级救助', 'grants.confirmCounty': '批准县级救助',
  'settlement.claim': '提核销', 'settlement.confirm': '确认核销', 'settlement.dismiss': '退回核销单', 'settlement.replenish': '补足',
  'settlement.settle': '结清核销', 'settlement.reopen': '重开核销',
  'programs.check': '查看名单文件', 'programs.import': '导入救助名单', 'programs.undo': '撤销名单导入',
  'privacy.reveal': '查看完整信息', 'privacy.review': '复看查看记录', 'privacy.withdrawConsent': '撤回同意',
  'rounds.record': '定时任务', 'privacy.rekey': '换密钥',
} as const satisfies Record<string, string>

/** The acts that the journal can be asked for. */
export type JournalAct = keyof typeof journalLabels
