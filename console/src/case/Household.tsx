import type { HouseholdChain, HouseholdView } from '../../../worker/contract/household.ts'
import { aidLabels, chainLabels } from '../../../worker/contract/labels-household.ts'
import { causeLabels } from '../../../worker/contract/labels.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { dayWords, instantWords } from '../words/dates.ts'

/** The household that a case was accepted into: who lives there since when, and its one chain (C-07). */
export function Household({ id }: { id: string }) {
  const { answer, failure, again } = useRead<HouseholdView>(`/households/${id}`)
  const chain = useRead<HouseholdChain>(`/households/${id}/chain`)
  return (
    <section class="panel" aria-labelledby="household-title">
      <h2 id="household-title">这一户</h2>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && <Members {...answer} />}
      {chain.failure && <FailureNote failure={chain.failure} again={chain.again} />}
      {chain.answer && <Chain {...chain.answer} />}
      {answer?.actions.includes('change') && <p class="quiet">有变动或别处的救助,请在手机小程序里登记。</p>}
    </section>
  )
}

function Members({ members, townshipName }: HouseholdView) {
  return (
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
  )
}

function Chain({ items, recognised }: HouseholdChain) {
  return (
    <>
      <h3>一户一条救助链</h3>
      {recognised.map(({ program, fromOn, toOn }) => (
        <p key={program + fromOn}>现在是{aidLabels[program]},{dayWords(fromOn)}至{dayWords(toOn)}</p>
      ))}
      <ul class="plain-list">
        {items.map(({ at, event, townshipName, name, program, causeCode, amountFen, words, number }, index) => (
          <li key={`${at} ${index}`}>
            {instantWords(at)} {townshipName} {name ?? ''} {program ? aidLabels[program] : causeCode ? causeLabels[causeCode] : ''} {chainLabels[event]}
            {amountFen !== null && <> <Yuan fen={amountFen} unit /></>}{number && ` ${number}`}{words && `:${words}`}
          </li>
        ))}
      </ul>
    </>
  )
}
