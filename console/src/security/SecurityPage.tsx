import { useState } from 'preact/hooks'
import type { Officer, Officers } from '../../../worker/contract/signin.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { OfficerRow } from './OfficerRow.tsx'
import { postWords } from './post-words.ts'

/** For the security administrator: who may sign in, who is signed in, and whose PIN is gone. */
export function SecurityPage() {
  const { answer, failure, again } = useRead<Officers>('/officers')
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState('')
  const words = typed.trim().split(/\s+/)
  const shown = (answer?.items ?? []).filter((one) => words.every((word) => nameAndPosts(one).includes(word)))
  return (
    <Page title="登录安全" ready={answer !== null}>
      {failure && <FailureNote failure={failure} again={again} />}
      {done && <p class="note good" role="status">{done}</p>}
      {answer && (
        <>
          <div class="filter">
            <input type="search" value={typed} data-search aria-label="找人" placeholder="姓名、乡镇或岗位" onInput={(event) => setTyped(event.currentTarget.value)} />
            <span class="quiet">{shown.length} 人</span>
          </div>
          <table class="list security">
            <caption class="unseen">有岗位的人</caption>
            <thead>
              <tr>
                <th scope="col">姓名</th><th scope="col">岗位</th><th scope="col">办事密码</th>
                <th scope="col" class="end">登录中</th><th scope="col">办理</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <OfficerRow key={one.personId} officer={one} done={(said) => { setDone(said); again() }} />
              ))}
            </tbody>
          </table>
          {shown.length === 0 && <p class="panel">没有找到这个人。</p>}
        </>
      )}
    </Page>
  )
}

const nameAndPosts = ({ name, posts }: Officer): string => `${name ?? ''} ${posts.map(postWords).join(' ')}`
