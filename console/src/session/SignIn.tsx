import { useEffect, useState } from 'preact/hooks'
import type { DemoPeople, Session } from '../../../worker/contract/identity.ts'
import { call, Refused, type Failure } from '../api/call.ts'
import { asFailure } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { DeskDoor } from './DeskDoor.tsx'
import { PeopleList } from './PeopleList.tsx'
import { deskPeople, type Person } from './people.ts'
import { seatExpired, takeSeat } from './seat.ts'

type State = { people: Person[] | null; failure: Failure | null; real: boolean }

/** The door of the desk: one's own phone lets one in. In a demo one may also choose who to be. */
export function SignIn() {
  const [{ people, failure, real }, setState] = useState<State>({ people: null, failure: null, real: false })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    document.title = '登录 - 先救 财务工作台'
    call<DemoPeople>('GET', '/demo/people').then(
      (answer) => setState({ people: deskPeople(answer.people), failure: null, real: false }),
      (error: unknown) => setState({ people: null, failure: asFailure(error), real: isReal(error) }))
  }, [turn])
  const enter = ({ code }: Person) => {
    call<Session>('POST', '/sessions', { body: { code, device: '财务工作台', surface: 'desk' } }).then(takeSeat, (error: unknown) => {
      setState({ people, failure: asFailure(error), real: false })
    })
  }
  return (
    <main class="door">
      <h1>先救 财务工作台</h1>
      {seatExpired() && <p class="note owed" role="status">登录已过期,请重新登录。填的内容还在。</p>}
      {!real && failure && <FailureNote failure={failure} again={() => setTurn(turn + 1)} />}
      {people && <PeopleList people={people} choose={enter} />}
      {(real || people) && <DeskDoor atOnce={real} />}
      <p class="door-foot"><a href="#/policy">看现行政策</a></p>
    </main>
  )
}

const isReal = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'demo_only'
