import type { Funds } from '../../../worker/contract/fund.ts'
import type { SystemView } from '../../../worker/contract/system.ts'

/** The books are wrong: what to do, first on the page, and the words of the check for whoever looks into it. */
export function Alarm({ view, funds }: { view: SystemView | null; funds: Funds['items'] }) {
  if (!view?.findings || view.findings.count === 0) return null
  const { count, items } = view.findings
  const nameOf = (code: string) => funds.find((fund) => fund.code === code)?.townshipName ?? ''
  return (
    <div class="note late findings" role="alert">
      <p>核账发现 {count} 处不符。请保留现场,马上找系统管理员和审计。</p>
      <ul class="plain-list">
        {items.map(({ check, text, fundCode }) => (
          <li key={`${check} ${text}`}>
            <b>{fundCode ? `${nameOf(fundCode)}储备金 ${fundCode}` : '全县'}</b> 对不上。技术记录:
            <code lang="en">{check}: {text}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
