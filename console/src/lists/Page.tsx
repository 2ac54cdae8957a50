import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { noticeHere } from '../session/notice.ts'
import { rowToReturnTo } from './rows.ts'

type Wishes = {
  title: string
  beside?: ComponentChildren
  ready?: boolean
  tall?: boolean
  children: ComponentChildren
}

/** A page with its heading. It takes the focus when it opens, or gives it back to the row one left from. */
export function Page({ title, beside, ready = true, tall = false, children }: Wishes) {
  const heading = useRef<HTMLHeadingElement>(null)
  const notice = noticeHere()
  useEffect(() => { document.title = `${title} - 先救 财务工作台` }, [title])
  useEffect(() => {
    const focused = document.activeElement
    if (!ready || (focused && focused !== document.body && focused.closest('main'))) return
    const target = rowToReturnTo() ?? document.querySelector<HTMLElement>('[data-first]') ?? heading.current
    target?.focus()
  }, [ready])
  return (
    <main class={tall ? 'page tall' : 'page'}>
      <div class="heading">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {beside}
      </div>
      {notice && <p class="note good" role="status">{notice}</p>}
      {children}
    </main>
  )
}
