import { useState } from 'preact/hooks'
import type { Letters } from '../../../worker/contract/letters.ts'
import { letterStateLabels } from '../../../worker/contract/terms-letters.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { IssueLetter } from './IssueLetter.tsx'
import { RevokeLetter } from './RevokeLetter.tsx'

type Letter = Letters['items'][number]

/** 委托书: which townships may decide, up to what, until when; the county leader signs and revokes here. */
export function LettersPage() {
  const { answer, failure, again } = useRead<Letters>('/letters')
  return (
    <Page title="委托书" ready={answer !== null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && (
        <>
          {answer.uncovered.length > 0 && (
            <p class="note late" role="alert">
              今天没有有效委托书,不能审批:{answer.uncovered.map(({ townshipName }) => townshipName).join('、')}
            </p>
          )}
          <LetterTable letters={answer} again={again} />
          {answer.mayIssue && <IssueLetter done={again} />}
        </>
      )}
    </Page>
  )
}

function LetterTable({ letters, again }: { letters: Letters; again(): void }) {
  const [revoking, setRevoking] = useState<Letter | null>(null)
  const done = () => { setRevoking(null); again() }
  return (
    <>
      <table class="list">
        <caption class="unseen">委托书</caption>
        <thead>
          <tr>
            <th scope="col">乡镇</th><th scope="col">编号</th><th scope="col" class="end">上限(元)</th>
            <th scope="col">起始日</th><th scope="col">截止日</th><th scope="col">签发人</th><th scope="col">状态</th>
            {letters.mayIssue && <th scope="col">办理</th>}
          </tr>
        </thead>
        <tbody>
          {letters.items.map((letter) => (
            <tr key={letter.id}>
              <td>{letter.townshipName}</td><td>{letter.number}</td><td class="end"><Yuan fen={letter.ceilingFen} /></td>
              <td>{letter.validFromOn}</td><td>{letter.validUntilOn}</td><td>{letter.signedBy ?? ''}</td>
              <td><span class={toneOf(letter)}>{letterStateLabels[letter.state]}</span></td>
              {letters.mayIssue && (
                <td>
                  {['in_force', 'ends_soon', 'not_yet'].includes(letter.state) && (
                    <button type="button" class="quiet-act" aria-label={`撤销 ${letter.number}`} onClick={() => setRevoking(letter)}>撤销</button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {revoking && <RevokeLetter key={revoking.id} id={revoking.id} number={revoking.number} township={revoking.townshipName} done={done} close={() => setRevoking(null)} />}
    </>
  )
}

function toneOf({ state }: Letter): string {
  return state === 'in_force' ? 'tag good' : state === 'ends_soon' || state === 'not_yet' ? 'tag owed' : 'quiet'
}
