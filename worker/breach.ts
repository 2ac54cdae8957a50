/**
 * `npm run breach -- --data DIR [--person ID | --since DAY [--until DAY]]`: a list to print of whose personal data was before whom
 * (PIPL 57). Days are Beijing days; without `--since` everything. Opens names with FIELD_KEYS, or the demo's own.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart } from './host/cannot-start.ts'
import { demoKeys } from './host/keys.ts'
import { breachReport } from './oversight/breach.ts'
import { fieldCipher } from './platform/index.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
    person: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
  },
})
const say = (line = '') => process.stdout.write(`${line}\n`)
const shown = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
try {
  const path = join(values.data, 'county.db')
  if (!existsSync(path)) throw new CannotStart(`没有数据:${path}`)
  if (!values.person && !values.since) throw new CannotStart('请写 --person 编号(查一个人),或 --since 2026-11-01(查一段时间)。')
  const wish = { person: values.person ?? null, since: instant(values.since, '1970-01-01'), until: instant(values.until, '9999-12-30', 1) }
  const report = breachReport(path, fieldCipher(process.env.FIELD_KEYS ?? demoKeys(values.data, false)), wish)
  say('个人信息知悉清单(个人信息保护法第五十七条)')
  say(`范围:${values.person ? `编号 ${values.person}` : '全县'},${values.since ?? '最早'} 到 ${values.until ?? '现在'};制表 ${shown(new Date().toISOString())}`)
  say(`涉及 ${report.people} 人`)
  say()
  say(`一、看过完整信息(${report.looks.length} 次)`)
  for (const one of report.looks) say(`${shown(one.at)}  ${one.post} ${one.by}  看了 ${one.person}(${one.number})的${one.field}  理由:${one.reason}`)
  say()
  say(`二、办过这些申请,看过姓名、情况和照片(${report.handled.length} 项)`)
  for (const one of report.handled) say(`${shown(one.first)} 至 ${shown(one.last)}  ${one.post} ${one.by}  ${one.person}(${one.number})  ${one.acts} 步`)
  say()
  say(`三、按岗位可以打开这些申请的人(${report.could.length} 人;只看页面不逐次登记)`)
  for (const one of report.could) say(`${one.place}  ${one.post}  ${one.by}`)
  say()
  say('告知本人时还要写明:泄露的种类和原因、可能的危害、已采取和本人可以采取的补救办法、联系方式。')
} catch (error) {
  process.stderr.write(`没有做成清单:${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

/** The beginning of a Beijing day; `days` later for the end of it. */
function instant(day: string | undefined, otherwise: string, days = 0): string {
  const time = Date.parse(`${day ?? otherwise}T00:00:00+08:00`)
  if (Number.isNaN(time)) throw new CannotStart(`日期要写成 2026-11-01 这样,不是 ${day ?? ''}。`)
  return new Date(time + days * 86_400_000).toISOString()
}
