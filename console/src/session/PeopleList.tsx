import { useState } from 'preact/hooks'
import { matching, type Person } from './people.ts'

/** The demo's people: type to find, arrows to move, Enter to sit down. */
export function PeopleList({ people, choose }: { people: Person[]; choose(person: Person): void }) {
  const [typed, setTyped] = useState('')
  const found = matching(people, typed)
  return (
    <section class="panel">
      <h2>演示县:选一个人登录</h2>
      <p class="quiet">人物都是虚构的。拨款要两个人:先选县财政,再选县救助股。办事密码都是 246810。</p>
      <form onSubmit={(event) => { event.preventDefault(); if (found[0]) choose(found[0]) }}>
        <label class="field">
          <span>找人</span>
          <input
            type="search" value={typed} data-search autofocus placeholder="姓名、乡镇或岗位"
            onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
      </form>
      <ul class="people">
        {found.map((person) => (
          <li key={person.openid}>
            <button type="button" class="person" data-row={person.openid} onClick={() => choose(person)}>
              <span>{person.name}</span><span class="quiet">{person.about}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>没有找到这个人。</p>}
    </section>
  )
}
