/** What was left unsent goes on: photos, then acts. Whoever asked hears what came of it. */
import { settle } from '../drafts/settled.ts'
import { resumeAlbums } from '../evidence/album.ts'
import { attachLate } from '../evidence/late.ts'
import { unsentSays, unsentWords } from '../labels/unsent.ts'
import { refreshPage } from './refresh.ts'
import { resume, type Outcome } from './unsent.ts'

let going = false

export async function goOn(): Promise<void> {
  if (going) return
  going = true
  resumeAlbums()
  const outcomes = await resume()
  await attachLate()
  going = false
  if (outcomes.length === 0) return
  outcomes.forEach(({ act, result }) => {
    if (result.ok) settle(act.slot, result.data, act.body)
  })
  tell(outcomes)
  refreshPage()
}

function tell(outcomes: Outcome[]): void {
  const refused = outcomes.filter(({ result }) => !result.ok)[0]
  if (refused && !refused.result.ok) {
    void wx.showModal({
      title: unsentSays.refused(refused.act.what), content: refused.result.problem.title,
      showCancel: false, confirmText: unsentWords.ok,
    })
    return
  }
  const sent = outcomes[outcomes.length - 1]
  if (sent) void wx.showToast({ title: unsentSays.done(sent.act.what), icon: 'none' })
}
