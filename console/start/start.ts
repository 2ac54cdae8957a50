import { causeClassLabels, noticeStateLabels } from '../../worker/contract/labels-standard.ts'
import { formatFen } from '../../worker/contract/money.ts'
import type { NoticePage } from '../../worker/contract/standard.ts'

/** Outside a demo there is no phone in the browser: what leads to it is taken away. */
async function showWhatThereIs(): Promise<void> {
  const answer = await fetch('/api/demo/people').catch(() => null)
  if (answer?.status !== 404) return
  for (const part of document.querySelectorAll<HTMLElement>('[data-demo]')) part.hidden = true
  const words = document.getElementById('real')
  if (words) words.hidden = false
}

/** What hangs out now (F-7); nothing there, nothing shown. */
async function showNotices(): Promise<void> {
  const answer = await fetch('/api/notices?limit=100').catch(() => null)
  const section = document.getElementById('notices')
  const body = section?.querySelector('tbody')
  if (!answer?.ok || !section || !body) return
  const { items } = (await answer.json()) as NoticePage
  for (const one of items) {
    const place = `${one.townshipName}${one.village ?? ''} ${one.townshipPhone}`
    const until = one.state === 'stopped' ? noticeStateLabels.stopped : one.untilOn
    const row = body.insertRow()
    for (const words of [one.name, place, causeClassLabels[one.causeClass], formatFen(one.amountFen), until]) row.insertCell().textContent = words
  }
  section.hidden = items.length === 0
}

void showWhatThereIs()
void showNotices()
