import { postLabels } from '../../worker/contract/labels.ts'
import type { PostKind } from '../../worker/contract/terms.ts'
import { newKey } from './order/act.ts'
import { call } from './api/call.ts'
import { leaveSeat, type Seat } from './session/seat.ts'

/** Who answers for looks at personal data, or audits them. */
const watches: readonly PostKind[] = ['leader', 'auditor', 'audit_admin']

/** Who reads the journal (D-08). */
const audits: readonly PostKind[] = ['audit_admin', 'auditor']
/** Who brings lists of other programmes. */
const bringers: readonly PostKind[] = ['county_assistance', 'caseworker']

/** Where one is and who one is, on every page. */
export function TopBar({ seat, openHelp }: { seat: Seat; openHelp(): void }) {
  const posts = seat.posts.map(({ kind, area }) => `${area} ${postLabels[kind]}`).join('、') || '没有岗位'
  return (
    <header class="top">
      <a class="brand" href="#/">先救 <span>财务工作台</span></a>
      <nav aria-label="主要页面">
        <a href="#/" data-key="g">待办和储备金</a>
        <a href="#/requests?queue=all" data-key="q">全部申请</a>
        <a href="#/letters" data-key="u">委托书</a>
        <a href="#/policy" data-key="v">政策</a>
        {seat.posts.some(({ kind }) => kind === 'security_admin' || kind === 'audit_admin') && <a href="#/posts/county" data-key="u">人员岗位</a>}
        {seat.posts.some(({ kind }) => bringers.includes(kind)) && <a href="#/programs" data-key="m">救助名单</a>}
        {seat.posts.some(({ kind }) => watches.includes(kind)) && <a href="#/reveals">查看记录</a>}
        {seat.posts.some(({ kind }) => audits.includes(kind)) && <a href="#/journal" data-key="j">办理记录</a>}
        {seat.posts.some(({ kind }) => kind === 'security_admin') && <a href="#/security" data-key="s">登录安全</a>}
      </nav>
      <p class="who"><span class="ellipsis">{posts}</span> <b>{seat.person.name ?? ''}</b></p>
      <button type="button" class="plain" onClick={openHelp}>快捷键 <kbd aria-hidden="true">?</kbd></button>
      <button type="button" class="plain" onClick={signOut}>退出</button>
    </header>
  )
}

/** The desk forgets at once; the server is told as well, if it can be reached. */
function signOut(): void {
  call('POST', '/session/end', { body: {}, key: newKey() }).catch(() => undefined)
  location.hash = '#/'
  leaveSeat()
}
