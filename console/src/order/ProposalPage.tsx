import type { FundView, Ordered } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { returnTo } from '../address/trail.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { tell } from '../session/notice.ts'
import { instantWords } from '../words/dates.ts'
import { useAct } from './act.ts'
import { ActNote } from './ActNote.tsx'
import { Outcome } from './Outcome.tsx'

type Proposal = FundView['proposals'][number]

/** The second person reads what the first one ordered, and makes it an entry with one press. */
export function ProposalPage({ code, id }: { code: string; id: string }) {
  const { answer: fund, failure, again } = useRead<FundView>(`/funds/${code}`)
  const proposal = fund?.proposals.find((candidate) => candidate.id === id)
  const title = proposal ? `复核${fund?.townshipName ?? ''}储备金${eventLabels[proposal.order]}` : '复核'
  return (
    <Page title={title} ready={fund !== null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {fund && !proposal && <p class="panel">这一笔已经复核过了。</p>}
      {fund && proposal && (
        <div class="order">
          <Paper fund={fund} proposal={proposal} />
          <Outcome fund={fund} order={proposal.order} fen={proposal.amountFen} />
        </div>
      )}
    </Page>
  )
}

function Paper({ fund, proposal }: { fund: FundView; proposal: Proposal }) {
  const { id, order, amountFen, on, madeAt, madeBy, reason, mine } = proposal
  const mayConfirm = fund.actions.includes('confirm')
  return (
    <section class="panel">
      <dl class="facts">
        <div><dt>金额</dt><dd class="strong"><Yuan fen={amountFen} unit /></dd></div>
        <div><dt>日期</dt><dd>{on}</dd></div>
        <div class="whole"><dt>理由</dt><dd>{reason ?? '没有写'}</dd></div>
        <div><dt>提交的人</dt><dd>{madeBy ?? '没有姓名'}</dd></div>
        <div><dt>提交时间</dt><dd>{instantWords(madeAt)}</dd></div>
      </dl>
      {mine && <p class="note owed">您提交的,要由另一个人复核。</p>}
      {!mine && !mayConfirm && <p class="note owed">您的岗位不能复核。</p>}
      {!mine && mayConfirm && (
        <Confirm code={fund.code} id={id} words={`${eventLabels[order]} ${formatFen(amountFen)} 元`} />
      )}
    </section>
  )
}

function Confirm({ code, id, words }: { code: string; id: string; words: string }) {
  const act = useAct<Ordered>(`/funds/${code}/proposals/${id}/confirmation`)
  const confirm = async () => {
    if (act.state === 'busy') return
    const answer = await act.send({})
    if (!answer) return
    const home = { page: 'fund', code, filter: noFilter } as const
    tell(`${words}已入账,是第 ${answer.entrySeq ?? ''} 笔。`, addressOf(home))
    returnTo(home)
  }
  return (
    <>
      <ActNote act={act} />
      <button type="button" class="main" data-first disabled={act.state === 'busy'} onClick={confirm}>
        {act.state === 'busy' ? '正在提交…' : `确认${words}`}
      </button>
    </>
  )
}
