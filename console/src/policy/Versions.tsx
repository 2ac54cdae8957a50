import type { PolicyVersions } from '../../../worker/contract/policy-drafts.ts'
import { policyLineWords } from '../../../worker/contract/policy-differences.ts'
import { publicLines } from '../../../worker/contract/policy-lines.ts'
import { quotaClasses, refusalGrounds } from '../../../worker/contract/policy-sentences.ts'
import type { PublicPolicy } from '../../../worker/contract/policy.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { dayInFull } from '../words/dates.ts'
import { Differences } from './DraftsPage.tsx'

/** Every line in force that something is decided by (N-30). */
export function AllLines({ policy }: { policy: PublicPolicy }) {
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">全部条款</h2>
      <table class="list">
        <caption class="unseen">全部条款</caption>
        <thead><tr><th scope="col">条款</th><th scope="col">规定</th></tr></thead>
        <tbody>
          {publicLines.map((line) => <tr key={line.key}><td>{line.label}</td><td class="strong">{policyLineWords(line, policy)}</td></tr>)}
        </tbody>
      </table>
    </section>
  )
}

/** The lines that are lists: usual sums, quotas by class of population, reasons of a refusal. */
export function Lists({ policy }: { policy: PublicPolicy }) {
  return (
    <section aria-labelledby="lists-title">
      <h2 id="lists-title">档次、定额和不予救助的理由</h2>
      {policy.tiersFen.length > 0 && (
        <p class="panel">小额快救一般给:{policy.tiersFen.map((fen, index) => <span key={fen}>{index > 0 && '、'}<Yuan fen={fen} unit /></span>)}</p>
      )}
      {policy.quotas.length > 0 && (
        <table class="list">
          <caption>乡镇储备金定额</caption>
          <thead><tr><th scope="col">乡镇人口</th><th scope="col" class="end">定额(元)</th></tr></thead>
          <tbody>{quotaClasses(policy).map(({ people, fen }) => <tr key={people}><td>{people}</td><td class="end"><Yuan fen={fen} /></td></tr>)}</tbody>
        </table>
      )}
      <div class="panel">
        <h3>这些情况不予救助</h3>
        <ul class="plain-list">{refusalGrounds(policy).map((ground) => <li key={ground}>{ground}</li>)}</ul>
        <p class="quiet">不予救助的,会书面告知情况、理由和复议办法。</p>
      </div>
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
