import { Refused, type Failure } from '../api/call.ts'
import { failureWords } from '../words/failure.ts'

/** What went wrong with a read, and the way to try again. */
export function FailureNote({ failure, again }: { failure: Failure; again?: () => void }) {
  return (
    <div class="note late failure" role="alert">
      <p>{failureWords(failure)}</p>
      {failure instanceof Refused && <p class="small">编号 {failure.problem.requestId}</p>}
      {again && <button type="button" onClick={again}>再试一次</button>}
    </div>
  )
}
