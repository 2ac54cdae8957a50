import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTownship, type Township } from './support/township.ts'

let town: Township
const fund = '/funds/F990101001'
beforeAll(async () => { town = await openTownship() })
afterAll(() => town.stop())

async function propose(bankSerial: string, amountFen: number): Promise<void> {
  await (await town.caller('t01-chuna')).post(`${fund}/withdrawals`, { amountFen, bankSerial, reason: '发救助现金用' })
}

const money = async () => await (await town.caller('t01-chuna')).get(fund) as { availableFen: number; cashFen: number }

test('the cashier wants cash, the reviewer confirms it from the phone: one tap, one confirm', async () => {
  await propose('TX-2026-0101', 200_000)
  const before = await money()
  const reviewer = await town.phone('t01-caizheng', 'official/queue/queue')
  await reviewer.tap('等您复核 1 笔')
  await reviewer.see('提现 2,000.00 元')
  await reviewer.see('银行流水号 TX-2026-0101')
  await reviewer.see('理由:发救助现金用')
  await reviewer.tap('复核')
  await reviewer.see('复核提现 2,000.00 元?')
  await reviewer.tap('确认提现 2,000.00 元')
  await reviewer.see('已复核,已入账')
  await expect.poll(() => reviewer.visible().getByText('等第二人复核').count()).toBe(0)
  expect(await money()).toMatchObject({
    availableFen: before.availableFen - 200_000, cashFen: before.cashFen + 200_000,
  })
  await reviewer.back()
  await reviewer.see('全部')
  await expect.poll(() => reviewer.visible().getByText('等您复核 1 笔').count()).toBe(0)
  await reviewer.expectClean()
})

test('a wrong one goes back with a reason, and its maker can only take it back', async () => {
  await propose('TX-2026-0102', 900_000)
  const reviewer = await town.phone('t01-caizheng', 'official/fund/fund')
  await reviewer.tap('退回')
  await reviewer.see('提现 9,000.00 元')
  await reviewer.tap('退回')
  await reviewer.see('请写明理由,至少 2 个字')
  await reviewer.fill('写明理由', '多写了一个零')
  await reviewer.tap('退回')
  await expect.poll(() => reviewer.path()).not.toBe('official/reason/reason')
  await reviewer.expectClean()

  await propose('TX-2026-0103', 50_000)
  const cashier = await town.phone('t01-chuna', 'official/fund/fund')
  await cashier.see('您提出的,被退回')
  await cashier.see('理由:多写了一个零')
  await cashier.see('您提出的,要由另一个人复核。')
  expect(await cashier.visible().getByRole('button', { name: '复核' }).count()).toBe(0)
  await cashier.tap('收回')
  await cashier.fill('写明理由', '填错了流水号')
  await cashier.tap('收回')
  await expect.poll(async () => (await money() as unknown as { proposals: unknown[] }).proposals).toEqual([])
  await cashier.expectClean()
})

test('an undo says which entry it mirrors', async () => {
  const { entrySeq } = await (await town.caller('t01-chuna')).post(`${fund}/deposits`, {
    amountFen: 10_000, bankSerial: 'TX-2026-0104', reason: '多提的存回',
  })
  await (await town.caller('t01-chuna')).post(`${fund}/undos`, { entrySeq, reason: '存错了账户' })
  const reviewer = await town.phone('t01-caizheng', 'official/fund/fund')
  await reviewer.see('冲正 100.00 元')
  await reviewer.see(`冲正第 ${String(entrySeq)} 笔(存回 100.00 元)`)
  await reviewer.expectClean()
})
