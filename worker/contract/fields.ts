/** The Chinese name of every field a person can get wrong. A tidy test holds this list against the schemas. */
export const fieldLabels: Record<string, string> = {
  code: '登录码', device: '设备', causeCode: '出了什么事', story: '发生了什么', townshipCode: '乡镇', village: '村(社区)', phone: '联系电话',
  name: '姓名', idNumber: '身份证号', askedFen: '申请金额', amountFen: '金额', commitmentVersion: '承诺', onBehalf: '代办信息',
  relation: '关系', witness: '见证人', photoIds: '照片', kin: '是否近亲属', household: '家庭', members: '家庭成员', householdId: '已有家庭',
  payee: '收款账户', kind: '类别', holder: '户名', bank: '开户银行', account: '账号', authority: '代领依据', reason: '理由', facts: '调查情况',
  track: '办理方式', channel: '发放方式', goods: '物资', bankSerial: '银行流水号', paidOn: '到账日期', slipEvidenceId: '签领单照片',
  items: '说明内容', evidenceIds: '照片', text: '文字', on: '日期', post: '职务', size: '人口', value: '估价', quantity: '数量',
  entrySeq: '冲正的笔数', queue: '列表', after: '页码', limit: '每页条数', note: '备注', valueFen: '估价', file: '照片', body: '内容',
}

/** `onBehalf.name` -> 姓名; an unknown path keeps the nearest name that is known. */
export function fieldLabel(path: readonly PropertyKey[]): string {
  const names = path.filter((part): part is string => typeof part === 'string').reverse()
  for (const name of names) if (fieldLabels[name]) return fieldLabels[name]
  return '内容'
}
