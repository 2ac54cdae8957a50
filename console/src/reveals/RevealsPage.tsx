import { revealFieldLabels } from '../../../worker/contract/labels-data.ts'
import { postLabels } from '../../../worker/contract/labels.ts'
import type { RevealPage } from '../../../worker/contract/privacy.ts'
import { addressOf } from '../address/route.ts'
import { useRead } from '../api/read.ts'
import { usePages } from '../api/pages.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { currentSeat } from '../session/seat.ts'
import { instantWords } from '../words/dates.ts'
import { Officers } from './Officers.tsx'

/** Who looked at whose personal data, and why: for who answers for it and who audits it. */
export function RevealsPage() {
  const today = useRead<RevealPage>('/reveals?limit=1')
  const { rows, more, failure, again } = usePages<RevealPage['items'][number]>('/reveals', ({ id }) => id)
  return (
    <Page title="谁看过个人信息" ready={rows !== null}>
      <p class="lead">完整的电话、证件和账号,要写理由才能看。每次都记在这里,改不了。</p>
      {failure && <FailureNote failure={failure} again={again} />}
      {today.answer && <Officers officers={today.answer.officers} done={today.again} />}
      {rows?.length === 0 && <p class="panel">还没有人看过完整的个人信息。</p>}
      {rows && rows.length > 0 && <Looks rows={rows} />}
      {more && <button type="button" onClick={more}>看更早的</button>}
    </Page>
  )
}

/** An audit administrator sees who looked, and no case (D-08). */
const blind = () => currentSeat()?.posts.every(({ kind }) => kind === 'audit_admin') ?? true

function Looks({ rows }: { rows: RevealPage['items'] }) {
  return (
    <table class="list">
      <caption class="unseen">查看记录</caption>
      <thead>
        <tr>
          <th scope="col">时间</th><th scope="col">谁看的</th><th scope="col">看了谁的</th><th scope="col">看了什么</th>
          <th scope="col">理由</th><th scope="col">申请</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{instantWords(row.revealedAt)}</td>
            <td>{row.townshipName} {row.post ? postLabels[row.post] : ''} {row.by ?? ''}</td>
            <td>{row.person ?? '还没有姓名'}</td>
            <td>{revealFieldLabels[row.field]}</td>
            <td>{row.reason ?? '已到期删除'}</td>
            <td>{blind() ? row.requestNumber : <a href={addressOf({ page: 'case', id: row.requestId })}>{row.requestNumber}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
