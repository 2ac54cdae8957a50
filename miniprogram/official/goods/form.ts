/** Goods as typed (at most 20 kinds), what is wrong with them, and what goes to the server. */
import type { Fault } from '../../walk/faults.ts'
import type { MakeGrant } from '../../../worker/contract/grants.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import { goodsFaults } from '../../labels/goods.ts'
import { plainDigits } from '../../typed/digits.ts'

export interface GoodsRow {
  name: string
  quantity: string
  value: string
}
type Goods = NonNullable<MakeGrant['goods']>

export const goodsMax = 20
export const blankGoods: GoodsRow = { name: '', quantity: '', value: '' }

/** Rows that nothing was written into are none. */
export function writtenGoods(rows: GoodsRow[]): GoodsRow[] {
  return rows.filter(({ name, quantity, value }) => [name, quantity, value].some((text) => text.trim() !== ''))
}

export function goodsFaultsOf(rows: GoodsRow[]): Fault[] {
  const faults: Fault[] = []
  rows.forEach(({ name, quantity, value }, index) => {
    const count = plainDigits(quantity)
    const priced = value.trim() ? parseYuan(value) : null
    if (!name.trim()) faults.push({ field: `goods.${index}.name`, message: goodsFaults.name })
    if (!/^[1-9]\d{0,4}$/.test(count) || Number(count) > 10_000) {
      faults.push({ field: `goods.${index}.quantity`, message: goodsFaults.quantity })
    }
    if (priced && !priced.ok) faults.push({ field: `goods.${index}.valueFen`, message: priced.reason })
  })
  return faults
}

export function goodsBody(rows: GoodsRow[]): Goods {
  return rows.map(({ name, quantity, value }) => {
    const priced = value.trim() ? parseYuan(value) : null
    const plain = { name: name.trim(), quantity: Number(plainDigits(quantity)) }
    return priced?.ok ? { ...plain, valueFen: priced.fen } : plain
  })
}
