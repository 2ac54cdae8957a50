import { causeLabels, queueLabels, statusLabels } from '../../../worker/contract/labels.ts'
import type { RequestRow } from '../../../worker/contract/requests.ts'
import type { Queue } from '../../../worker/contract/terms.ts'
import { addressOf } from '../address/route.ts'
import { usePages } from '../api/pages.ts'
import { Key } from '../keys/Key.tsx'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { openByClick } from '../lists/rows.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { daysLeftWords, stamp } from '../words/dates.ts'

/** The cases behind one line of the work list, the nearest clock first. */
export function QueuePage({ queue }: { queue: Queue }) {
  const { rows, more, failure, again } = usePages<RequestRow>(`/requests?queue=${queue}&limit=50`, ({ id }) => id)
  return (
    <Page title={queue === 'all' ? '全部申请' : queueLabels[queue]} ready={rows !== null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {rows?.length === 0 && <p class="panel">这里现在没有申请。</p>}
      {rows && rows.length > 0 && (
        <table class="list">
          <caption class="unseen">{queueLabels[queue]}</caption>
          <thead>
            <tr>
              <th scope="col">编号</th><th scope="col">姓名</th><th scope="col">地方</th><th scope="col">事由</th>
              <th scope="col" class="end">申请(元)</th><th scope="col" class="end">批准(元)</th>
              <th scope="col">状态</th><th scope="col">期限</th>
            </tr>
          </thead>
          <tbody>{rows.map((row) => <QueueRow key={row.id} {...row} />)}</tbody>
        </table>
      )}
      {more && (
        <p class="more">
          <button type="button" data-key="m" onClick={more}>再读 50 件 <Key of="m" /></button>
        </p>
      )}
    </Page>
  )
}

function QueueRow(row: RequestRow) {
  return (
    <tr onClick={openByClick}>
      <td class="nowrap"><a data-row={row.id} href={addressOf({ page: 'case', id: row.id })}>{row.number}</a></td>
      <td>{row.name ?? '还没有姓名'}</td>
      <td>{row.townshipName} {row.village ?? ''}</td>
      <td>{causeLabels[row.causeCode]}</td>
      <td class="end">{row.askedFen === null ? '' : <Yuan fen={row.askedFen} />}</td>
      <td class="end">{row.grantedFen === null ? '' : <Yuan fen={row.grantedFen} />}</td>
      <td>{statusLabels[row.status]}</td>
      <td class="nowrap">{dueWords(row)}</td>
    </tr>
  )
}

function dueWords({ explanationDueOn, daysLeft, dueAt }: RequestRow) {
  if (explanationDueOn === null || daysLeft === null) return <span class="quiet">{stamp(dueAt)} 前办</span>
  return <span class={daysLeft < 0 ? 'tag late' : 'tag owed'}>{daysLeftWords(daysLeft)}</span>
}
