import { useEffect, useRef, useState } from 'preact/hooks'
import { setSingleKeys, singleKeysOn } from './listen.ts'

const everywhere = [
  ['↓ 或 j', '下一行'], ['↑ 或 k', '上一行'], ['回车', '打开这一行'], ['Esc', '离开输入框;再按返回上一页'],
  ['/', '查找'], ['?', '看快捷键'],
] as const

/** All keys of this page; the letters are read from the page itself, so that the list is never behind. */
export function KeyHelp({ close }: { close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(singleKeysOn())
  const [letters] = useState(lettersHere)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="keys-title">
      <h2 id="keys-title">快捷键</h2>
      <table class="keys">
        <tbody>
          {[...everywhere, ...letters].map(([key, words]) => (
            <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{words}</td></tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input
          type="checkbox" checked={on}
          onChange={(event) => { setSingleKeys(event.currentTarget.checked); setOn(event.currentTarget.checked) }} />
        用单个字母当快捷键
      </label>
      <form method="dialog"><button>关闭</button></form>
    </dialog>
  )
}

function lettersHere(): [string, string][] {
  const seen = new Map<string, string>()
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]')) {
    const key = element.dataset['key'] ?? ''
    const words = element.dataset['keyWords'] ?? (element.textContent ?? '').replace(/[a-z]$/, '')
    if (!seen.has(key)) seen.set(key, words.trim())
  }
  return [...seen]
}
