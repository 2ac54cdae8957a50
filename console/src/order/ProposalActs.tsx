import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import { Key } from '../keys/Key.tsx'
import { Confirm } from './Confirm.tsx'
import { Dismissal } from './Dismissal.tsx'
import { useDraft } from './draft.ts'
import type { Proposal } from './ProposalPaper.tsx'

/** What this person may do with it: one waits or takes it back, the other confirms or turns it down. */
export function ProposalActs({ fund: { code }, proposal }: { fund: FundView; proposal: Proposal }) {
  const { id, order, amountFen, mine, mayConfirm } = proposal
  const path = `/funds/${code}/proposals/${id}/dismissal`
  const { draft, write, forget } = useDraft(path, null)
  const [open, setOpen] = useState(draft.reason !== '')
  const [closings, setClosings] = useState(0)
  const opener = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => { if (closings > 0) opener.current?.focus() }, [closings])
  const words = `${eventLabels[order]} ${formatFen(amountFen)} 元`
  const verb = mine ? '撤回' : '退回'
  if (!mine && !mayConfirm) return <p class="note owed">您的岗位不能复核。</p>
  if (open) {
    const close = () => { write('reason', ''); setOpen(false); setClosings(closings + 1) }
    return (
      <Dismissal
        code={code} path={path} verb={verb} words={words} reason={draft.reason} done={forget} close={close}
        write={(reason) => write('reason', reason)} />
    )
  }
  const end = (
    <button ref={opener} type="button" class={mine ? '' : 'quiet-act'} data-key="n" onClick={() => setOpen(true)}>
      {verb}这一笔 <Key of="n" />
    </button>
  )
  if (!mine) return <Confirm code={code} id={id} words={words} beside={end} />
  return <><p class="note owed">您提交的,要由另一个人复核。</p>{end}</>
}
