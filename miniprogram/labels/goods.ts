/** Goods under the same number as the money (C-04). */
import { formatFen } from '../../worker/contract/money.ts'

export const goodsWords = {
  title: '物资',
  add: '加物资',
  more: '再加一样',
  name: '物资名称',
  nameHint: '如:棉被、大米',
  quantity: '数量',
  value: '一共值多少',
  yuan: '元',
  remove: '删掉这一样',
  note: '物资只登记,不从储备金里扣。',
  wrong: '物资没有写完,请看红字',
} as const

export const goodsSays = {
  line: (name: string, quantity: number, valueFen: number | null) =>
    `${name},数量 ${quantity}${valueFen === null ? '' : `,估价 ${formatFen(valueFen)} 元`}`,
  also: (lines: string[]) => (lines.length > 2 ? `另发物资 ${lines.length} 样` : `另发物资:${lines.join('、')}`),
} as const

export const goodsFaults = {
  name: '请写物资名称',
  quantity: '数量是 1 到 10000 的整数',
} as const

/** 棉被,数量 4,估价 480.00 元 */
export function goodsLines(goods: { name: string; quantity: number; valueFen?: number | null }[]): string[] {
  return goods.map(({ name, quantity, valueFen }) => goodsSays.line(name, quantity, valueFen ?? null))
}
