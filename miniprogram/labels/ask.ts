/** Asking for help. */
export const askWords = {
  cause: '出了什么事?',
  causeAll: '请选最接近的一样',
  other: '其他',
  lasting: '这类要先公示,办得慢一些。',
  story: '说一说发生了什么',
  storyHint: '一两句话就行',
  photos: '照片',
  photosHint: '有就拍,没有也能提交',
  phone: '怎么找到您?',
  phoneHint: '填手机号,我们给您回电话',
  phoneOther: '他的电话',
  phoneFill: '微信填入',
  place: '您在哪里?',
  placeOther: '他在哪里?',
  township: '乡镇',
  townshipPick: '请选择乡镇',
  village: '村(社区)',
  villagePick: '从名单里选村',
  name: '您的姓名',
  nameOther: '他的姓名',
  asked: '需要多少钱',
  yuan: '元',
  agree: '我说的是真的',
  agreeMore: '看全文',
  agreeLess: '收起',
  promiseYou: '您的承诺',
  promiseUs: '我们的承诺',
  send: '现在求助',
  sendOther: '帮他求助',
  again: '再发一次',
  sending: '正在发出…',
  next: '下一步',
  back: '上一步',
  who: '帮谁申请?',
  relation: '您是他的什么人?',
  unsentTitle: '还没发出去',
  unsentText: '填的都在。有网时会自动再发。',
  toMine: '去看我的申请',
  otherTitle: '帮别人申请',
} as const

export const dangerWords = {
  police: '报警 110',
  women: '12338 妇女热线',
  leave: '立即离开',
  note: '填的会清掉,马上离开这一页。',
} as const

export const askSays = {
  step: (at: number, of: number) => `第 ${at} 步,共 ${of} 步`,
} as const

export const askFaults = {
  causeCode: '请选择出了什么事',
  story: '请写一两句发生了什么',
  phone: '手机号是 11 位数字,以 1 开头',
  phoneNeeded: '请填写能找到您的手机号',
  phoneOrVillage: '请留手机号,或写明在哪个村',
  townshipCode: '请选择乡镇',
  commitmentVersion: '请勾选"我说的是真的"',
  name: '请写他的姓名',
  relation: '请选择您是他的什么人',
} as const

export const sentPageWords = {
  got: '已收到您的求助',
  number: '编号',
  shot: '可以截图存下来',
  next: '接下来',
  call: '要问就打这个电话',
  follow: '看办到哪一步',
  home: '回首页',
  unknown: '没有找到刚才的申请',
} as const

export const sentPageSays = {
  steps: (unit: string, due: string) => [
    `${unit}会先核实情况。`, `最晚 ${due} 前有结果。`, '批准后,钱会打给您或发现金。', '不批准,会写明原因。',
  ],
} as const
