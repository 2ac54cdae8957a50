import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { policyLines, policySentences, publicLines, quotaClasses, refusalGrounds, samplePolicy } from '../../../worker/contract/index.ts'

const said = (change: Partial<typeof samplePolicy> = {}) =>
  Object.fromEntries(policySentences({ ...samplePolicy, ...change }).map(({ title, text }) => [title, text]))

it('tiers, formula, quotas by class and refusal grounds are said in plain words', () => {
  expect(said()).toMatchObject({
    小额档次: '一般给 276 元、552 元、828 元。',
    怎么算钱: '低保标准 × 人数 × 月数,最多 6 个月。也可以按天算,最多 180 天。',
    轻微急难: '最多 800 元。',
    乡镇储备金: '不到 10,000 人 30,000 元;10,000 到 29,999 人 50,000 元;30,000 人以上 80,000 元。',
  })
  expect(said({ refusalCodes: ['NOT_URGENT'] })['哪些不予救助']).toBe('不属于紧急困难。')
  expect(said({ formulaBasis: 'per_household', monthsMax: 3 })['怎么算钱']).toBe('低保标准 × 户 × 月数,最多 3 个月。也可以按天算,最多 180 天。')
})

it('a county without tiers or classes says nothing of them; one class is for everybody; no ground named lets all of them', () => {
  expect(Object.keys(said({ tiersFen: [], quotas: [] }))).not.toContain('小额档次')
  expect(Object.keys(said({ tiersFen: [], quotas: [] }))).not.toContain('乡镇储备金')
  expect(quotaClasses({ quotas: [{ fromPopulation: 0, fen: 1 }] })).toEqual([{ people: '不论人口', fen: 1 }])
  expect(quotaClasses({ quotas: [{ fromPopulation: 5_000, fen: 2 }, { fromPopulation: 0, fen: 1 }] }).map(({ people }) => people)).toEqual(['不到 5,000 人', '5,000 人以上'])
  expect(refusalGrounds({ refusalCodes: [] })).toEqual(refusalGrounds(samplePolicy))
})

it('no line that the public reads carries a hint of the form, or a rule’s code', () => {
  expect(publicLines.filter(({ label }) => /就不填|=|[A-Z]-\d/.test(label))).toEqual([])
  expect(publicLines.map(({ key }) => key)).not.toContain('publishEmergencyNames')
})

/** Everything that decides, apart from where the policy itself is kept, drafted and shown. */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const deciding = ['worker', 'db/migrations'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|sql)$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)))
  .filter((path) => !/contract\/(policy|labels|fields|terms)|\/(0003|0013|0019)-|worker\/(policy\/values|founding|host)/.test(path))
  .map((path) => readFileSync(path, 'utf8')).join('\n')

it('a line is called idle just as long as nothing is decided by it: the public reads every other one', () => {
  const column = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const used = policyLines.filter(({ key }) => new RegExp(`\\b(${key}|${column(key)})\\b`).test(deciding))
  expect(used.map(({ key }) => key).toSorted()).toEqual(publicLines.map(({ key }) => key).toSorted())
})
