import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import { eventLabels, placeLabels } from '../../../worker/contract/labels.ts'
import { addressOf } from '../address/route.ts'
import { useRead } from '../api/read.ts'
import { Key } from '../keys/Key.tsx'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { looksOn } from '../session/looks-on.ts'
import { dayInFull, stamp } from '../words/dates.ts'
import { useEntry } from './use-entry.ts'

/** One entry as its voucher has it, with the way to its case and, where it may be, to its mirror image. */
export function EntryPage({ code, seq }: { code: string; seq: number }) {
  const { answer, failure, again } = useEntry(code, seq)
  const fund = useRead<FundView>(`/funds/${code}`).answer
  const row = answer?.[0] ?? null
  const title = `${fund?.townshipName ?? ''}储备金 第 ${seq} 笔`
  return (
    <Page title={title} ready={row !== null && fund !== null} beside={row && fund && <Ways row={row} fund={fund} />}>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && !row && <p class="panel">没有这一笔。</p>}
      {row && <Voucher code={code} row={row} />}
    </Page>
  )
}

function Ways({ row, fund }: { row: EntryView; fund: FundView }) {
  const undoing = addressOf({ page: 'order', code: fund.code, order: 'undo', entry: row.seq })
  const mayUndo = fund.actions.includes('undo') && row.requestId === null && row.event !== 'undo'
  return (
    <nav class="orders" aria-label="可以看的和办的">
      {row.requestId && (
        <a class="button main" data-first data-key="s" href={addressOf({ page: 'case', id: row.requestId })}>
          {looksOn() ? '看申请' : '看申请和照片'} <Key of="s" />
        </a>
      )}
      {mayUndo && (
        <a class="button" data-key="z" href={undoing}>冲正这一笔 <Key of="z" /></a>
      )}
    </nav>
  )
}

function Voucher({ code, row }: { code: string; row: EntryView }) {
  return (
    <dl class="panel facts voucher">
      <div>
        <dt>事项</dt>
        <dd>{eventLabels[row.event]}{row.undoes !== null && <Undone code={code} seq={row.undoes} />}</dd>
      </div>
      <div><dt>金额</dt><dd class="strong"><Yuan fen={row.amountFen} unit /></dd></div>
      <div><dt>从哪里到哪里</dt><dd>{placeLabels[row.credit]} → {placeLabels[row.debit]}</dd></div>
      <div>
        <dt>这一笔之后的可用合计</dt>
        <dd>
          <Yuan fen={row.availableFen + row.cashFen} unit />
          <span class="small quiet"> 银行 <Yuan fen={row.availableFen} />,现金 <Yuan fen={row.cashFen} /></span>
        </dd>
      </div>
      <div><dt>业务日期</dt><dd>{dayInFull(row.on)}</dd></div>
      <div><dt>记账时间(北京时间)</dt><dd>{stamp(row.at)}</dd></div>
      <div><dt>批准单号</dt><dd>{row.grantNumber ?? '无'}</dd></div>
      <div><dt>银行流水号</dt><dd>{row.paper ?? '无'}</dd></div>
      <div><dt>经办</dt><dd>{row.madeBy ?? '无'}</dd></div>
      <div><dt>复核</dt><dd>{row.checkedBy ?? '这一步不用复核'}</dd></div>
      <div class="whole"><dt>防改校验码</dt><dd class="code">{row.hash.replace(/.{8}(?=.)/g, '$& ')}</dd></div>
    </dl>
  )
}

function Undone({ code, seq }: { code: string; seq: number }) {
  return <>,冲掉<a href={addressOf({ page: 'entry', code, seq })}>第 {seq} 笔</a></>
}
