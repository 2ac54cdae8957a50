import type { ChecksView, Lack } from '../../../worker/contract/checks.ts'
import { Refused } from '../api/call.ts'
import type { Read } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { lackWords, whoWords } from './checks-words.ts'

/** 开通检查: what keeps an area from helping, and who can put it right; nobody else sees a line of it. */
export function ChecksPanel({ checks }: { checks: Read<ChecksView> }) {
  const { answer, failure, again } = checks
  if (failure instanceof Refused && failure.problem.code === 'post_required') return null
  if (!answer && !failure) return null
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">开通检查</h2>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer?.items.length === 0 && <p class="note good">✓ 查了 {answer.asked} 项,都已就绪。</p>}
      {answer && answer.items.length > 0 && <Lacks items={answer.items} />}
    </section>
  )
}

function Lacks({ items }: { items: Lack[] }) {
  const areas = Map.groupBy(items, ({ area }) => area)
  return (
    <table class="list">
      <caption class="unseen">还没有就绪的事项</caption>
      <thead><tr><th scope="col">地方</th><th scope="col">缺什么</th><th scope="col">谁来办</th></tr></thead>
      <tbody>
        {[...areas].map(([area, lacks]) => (
          <tr key={area}>
            <td>{area}</td>
            <td><ul class="plain-list">{lackWords(lacks).map((words) => <li key={words}>{words}</li>)}</ul></td>
            <td>{whoWords(lacks)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
