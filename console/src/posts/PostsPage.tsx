import type { Townships } from '../../../worker/contract/identity.ts'
import type { AreaPosts } from '../../../worker/contract/posts.ts'
import { postLabels } from '../../../worker/contract/labels.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { useSeat } from '../session/use-seat.ts'
import { instantWords } from '../words/dates.ts'
import { EndPost } from './EndPost.tsx'
import { Invite } from './Invite.tsx'
import { Withdraw } from './Withdraw.tsx'

/** Who holds which post in one area; the security administrator gives and ends them. */
export function PostsPage({ area }: { area: string }) {
  const read = useRead<AreaPosts>(`/posts?area=${area}`)
  const places = useRead<Townships>('/townships')
  const gives = useSeat()?.posts.some(({ kind }) => kind === 'security_admin') ?? false
  const towns = places.answer?.townships ?? []
  const name = area === 'county' ? (places.answer?.county ?? '县级') : (towns.find(({ code }) => code === area)?.name ?? area)
  return (
    <Page title={`人员岗位 ${name}`} ready={read.answer !== null || read.failure !== null}>
      <nav class="panel areas" aria-label="范围">
        {[{ code: 'county', name: '县级' }, ...towns].map((one) => (
          <a key={one.code} href={`#/posts/${one.code}`} aria-current={one.code === area ? 'page' : undefined}>{one.name}</a>
        ))}
      </nav>
      {read.failure && <FailureNote failure={read.failure} again={read.again} />}
      {gives && <Invite area={area} done={read.again} />}
      {read.answer && <Held posts={read.answer.posts} gives={gives} done={read.again} />}
      {read.answer && <Invited invitations={read.answer.invitations} gives={gives} done={read.again} />}
    </Page>
  )
}

type Given = { gives: boolean; done(): void }

function Held({ posts, gives, done }: Given & { posts: AreaPosts['posts'] }) {
  return (
    <section class="panel" aria-labelledby="held-title">
      <h2 id="held-title">在岗 {posts.length} 个</h2>
      {posts.length === 0 && <p>这里还没有人在岗。</p>}
      <ul class="plain-list held-list">
        {posts.map((one) => (
          <li key={one.id} class="held">
            <p class="held-name"><b>{postLabels[one.kind]}</b> {one.name ?? '没有姓名'}</p>
            <p class="small quiet">{instantWords(one.since)} 起</p>
            {gives && <EndPost id={one.id} name={`${postLabels[one.kind]} ${one.name ?? ''}`} done={done} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Invited({ invitations, gives, done }: Given & { invitations: AreaPosts['invitations'] }) {
  if (invitations.length === 0) return null
  return (
    <section class="panel" aria-labelledby="invited-title">
      <h2 id="invited-title">还没绑定 {invitations.length} 个</h2>
      <ul class="plain-list">
        {invitations.map((one) => (
          <li key={one.id}>
            <p><b>{postLabels[one.kind]}</b> {one.name ?? ''}</p>
            <p class="small quiet">{one.late ? '绑定码已过期,请收回后重发' : `绑定码到 ${instantWords(one.expiresAt)} 有效`}</p>
            {gives && <Withdraw id={one.id} done={done} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
