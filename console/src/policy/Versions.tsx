import type { PolicyVersions } from '../../../worker/contract/policy-drafts.ts'
import { policyLineWords } from '../../../worker/contract/policy-differences.ts'
import { policyLines } from '../../../worker/contract/policy-lines.ts'
import type { PublicPolicy } from '../../../worker/contract/policy.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { dayInFull } from '../words/dates.ts'
import { Differences } from './DraftsPage.tsx'

/** Every line in force, with its rule: nothing of the policy is hidden (N-30). */
export function AllLines({ policy }: { policy: PublicPolicy }) {
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">全部条款</h2>
      <table class="list">
        <caption class="unseen">全部条款</caption>
        <thead><tr><th scope="col">条款</th><th scope="col">规定</th><th scope="col">依据</th></tr></thead>
        <tbody>
          {policyLines.filter(({ key }) => key !== 'publishEmergencyNames').map((line) => (
            <tr key={line.key}><td>{line.label}</td><td class="strong">{policyLineWords(line, policy)}</td><td class="quiet">{line.rule}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Earlier versions and those to come, each with what it changed. */
export function Versions() {
  const { answer, failure, again } = useRead<PolicyVersions>('/policy/versions')
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">历次政策</h2>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer?.items.map(({ version, fromOn, differences }) => (
        <details key={version}>
          <summary>第 {version} 版,从 {dayInFull(fromOn)} 起用</summary>
          {version === 1 ? <p>第一版。</p> : <Differences differences={differences} />}
        </details>
      ))}
    </section>
  )
}
