import type { HouseholdView } from '../../../worker/contract/household.ts'
import { householdStepLabels } from '../../../worker/contract/labels-household.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { dayWords, instantWords } from '../words/dates.ts'

/** The household that a case was accepted into: who lives there since when, and each change with who and why. */
export function Household({ id }: { id: string }) {
  const { answer, failure, again } = useRead<HouseholdView>(`/households/${id}`)
  return (
    <section class="panel" aria-labelledby="household-title">
      <h2 id="household-title">这一户</h2>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && <Members {...answer} />}
      {answer?.actions.includes('change') && <p class="quiet">有变动,请在手机小程序里登记。</p>}
    </section>
  )
}

function Members({ members, changes, townshipName }: HouseholdView) {
  return (
    <>
      <table class="list inner">
        <caption>{townshipName},现在 {members.length} 口人</caption>
        <thead><tr><th scope="col">姓名</th><th scope="col">关系</th><th scope="col">身份证号</th><th scope="col">从哪天起</th></tr></thead>
        <tbody>
          {members.map(({ personId, name, relation, idNumber, sinceOn }) => (
            <tr key={personId}>
              <td>{name ?? '没有姓名'}</td><td>{relation}</td><td>{idNumber ?? '还没有补'}</td><td class="nowrap">{dayWords(sinceOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>变动</h3>
      <ul class="plain-list">
        {changes.map(({ at, step, name, reason, by }, index) => (
          <li key={`${at} ${index}`}>
            {instantWords(at)} {name ?? '没有姓名'} {householdStepLabels[step]}{reason && `:${reason}`}{by && `,${by}`}
          </li>
        ))}
      </ul>
    </>
  )
}
