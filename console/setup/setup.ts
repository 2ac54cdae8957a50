import type { Founded, FoundingOrder, WeChatChecked } from '../../worker/contract/founding.ts'
import { postLabels } from '../../worker/contract/labels.ts'
import { parseYuan } from '../../worker/contract/money.ts'
import type { Problem } from '../../worker/contract/problems.ts'
import { townshipList, type TownshipDraft } from './townships.ts'

const plain = ['setupCode', 'name', 'phone', 'dibao', 'rural', 'system', 'security', 'audit'] as const
/** Where the server's name of a field is not the question's own. */
const questionOf: Record<string, string> = {
  dibaoFen: 'dibao', ruralDibaoFen: 'rural', 'administrators.system': 'system', 'administrators.security': 'security',
  'administrators.audit': 'audit', administrators: 'system',
}
const draftKey = 'xianjiu-setup'
const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
const valueOf = (id: string) => byId<HTMLInputElement>(id).value.trim()

const list = townshipList(byId('townships'), keep)
restore()
list.draw()
for (const id of plain) byId(id).addEventListener('input', keep)
byId('more').addEventListener('click', () => list.add())
byId('print').addEventListener('click', () => window.print())
byId('check').addEventListener('click', () => void check())
byId('form').addEventListener('submit', (event) => {
  event.preventDefault()
  void found()
})

/** Nothing typed is lost; the code is not kept. */
function keep(): void {
  const words = Object.fromEntries(plain.filter((id) => id !== 'setupCode').map((id) => [id, byId<HTMLInputElement>(id).value]))
  sessionStorage.setItem(draftKey, JSON.stringify({ words, townships: list.drafts() }))
}

function restore(): void {
  const kept = sessionStorage.getItem(draftKey)
  if (!kept) return
  const { words, townships } = JSON.parse(kept) as { words: Record<string, string>; townships: TownshipDraft[] }
  for (const [id, value] of Object.entries(words)) byId<HTMLInputElement>(id).value = value
  list.put(townships)
}

/** An empty or unreadable sum goes as it is: the server names the field. */
function fen(text: string): number {
  const parsed = parseYuan(text.replaceAll(',', ''))
  return parsed.ok ? parsed.fen : Number.NaN
}

function orderOf(): FoundingOrder {
  const zero = (text: string) => (/^0*(\.0*)?$/.test(text.trim()) ? 0 : fen(text))
  return {
    setupCode: valueOf('setupCode'),
    name: valueOf('name'),
    phone: valueOf('phone'),
    dibaoFen: fen(valueOf('dibao')),
    ...(valueOf('rural') ? { ruralDibaoFen: fen(valueOf('rural')) } : {}),
    townships: list.drafts().map((one) => ({
      code: one.code.trim(),
      name: one.name.trim(),
      phone: one.phone.trim(),
      population: /^\d+$/.test(one.population.trim()) ? Number(one.population) : Number.NaN,
      villages: one.villages.split(/[\s、,,;;]+/).filter(Boolean),
      quotaFen: fen(one.quota),
      openingFen: zero(one.opening),
    })),
    administrators: { system: valueOf('system'), security: valueOf('security'), audit: valueOf('audit') },
  }
}

async function ask<Answer>(path: string, body: unknown): Promise<{ answer: Answer } | { problem: Problem | null }> {
  try {
    const response = await fetch(`/api/setup/${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    })
    const said = (await response.json()) as unknown
    return response.ok ? { answer: said as Answer } : { problem: said as Problem }
  } catch {
    return { problem: null }
  }
}

async function check(): Promise<void> {
  const result = await ask<WeChatChecked>('wechat', { setupCode: valueOf('setupCode') })
  const box = byId('checked')
  const said = 'answer' in result ? result.answer : { well: false, words: result.problem?.title ?? '没有连上,请再试一次' }
  box.className = said.well ? 'good' : 'late'
  box.textContent = `${said.well ? '✓' : '✕'} ${said.words}`
}

async function found(): Promise<void> {
  clear()
  const button = byId<HTMLButtonElement>('found')
  button.disabled = true
  button.textContent = '正在开通…'
  const result = await ask<Founded>('county', orderOf())
  button.disabled = false
  button.textContent = '开通'
  if ('answer' in result) return show(result.answer)
  refuse(result.problem)
}

function show({ administrators, codesUntil }: Founded): void {
  sessionStorage.removeItem(draftKey)
  byId('form').hidden = true
  byId('done').hidden = false
  const until = new Date(codesUntil)
  byId('until').textContent = `绑定码到 ${until.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })} 有效,只能用一次。`
  byId('codes').replaceChildren(
    ...administrators.map(({ kind, name, code }) => {
      const row = document.createElement('tr')
      const label = kind in postLabels ? postLabels[kind as keyof typeof postLabels] : kind
      row.append(...[label, name, code.replace(/(\d{4})(?=\d)/g, '$1 ')].map((text) => Object.assign(document.createElement('td'), { textContent: text })))
      return row
    }),
  )
  byId('done').scrollIntoView()
}

function clear(): void {
  byId('failure').hidden = true
  for (const words of document.querySelectorAll('.wrong-words')) words.remove()
  for (const field of document.querySelectorAll('.wrong')) field.classList.remove('wrong')
}

/** Every wrong answer is named where it stands; the first is gone to. */
function refuse(problem: Problem | null): void {
  const box = byId('failure')
  box.hidden = false
  box.textContent = problem?.title ?? '没有连上,不知道是否开通。请刷新这一页再看。'
  let first: HTMLElement | null = null
  for (const { field, message } of problem?.fields ?? []) {
    const input = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`) ?? document.getElementById(questionOf[field] ?? field)
    const holder = input?.closest('.field')
    if (!input || !holder) continue
    holder.classList.add('wrong')
    holder.append(Object.assign(document.createElement('p'), { className: 'wrong-words', textContent: field.endsWith('Fen') && message.includes('整数分') ? '写成 828 或 828.00 这样的金额' : message }))
    first ??= input
  }
  ;(first ?? box).scrollIntoView({ block: 'center' })
  first?.focus()
}
