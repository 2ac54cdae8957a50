/** The requests room, as the phone calls it. */
import type {
  AnswerException, AskException, ExceptionAnswered, ExceptionAsked,
} from '../../worker/contract/exceptions.ts'
import type {
  Accepted, AcceptRequest, AddPhotos, Escalated, EscalateRequest, Payee, PayeeSet, PhotosAdded, Refused,
  RefuseRequest,
  RequestPage, RequestView, Submitted, SubmitRequest, Todo, Withdrawn,
} from '../../worker/contract/requests.ts'
import type { Queue } from '../../worker/contract/terms.ts'
import { sentWords } from '../labels/unsent.ts'
import { query, read } from './http.ts'
import { act } from './unsent.ts'

export const listRequests = (queue: Queue, after?: string) => read<RequestPage>(`/requests${query({ queue, after })}`)
export const getRequest = (id: string) => read<RequestView>(`/requests/${id}`)
export const getTodo = () => read<Todo>('/todo')

export const submitRequest = (slot: string, body: SubmitRequest) =>
  act<Submitted>({ slot, what: sentWords.ask(body.name), method: 'POST', path: '/requests', body })

export const acceptRequest = (id: string, who: string, body: AcceptRequest) =>
  step<Accepted>('acceptance', id, sentWords.accept(who), body)
export const refuseRequest = (id: string, who: string, body: RefuseRequest) =>
  step<Refused>('refusal', id, sentWords.refuse(who), body)
export const withdrawRequest = (id: string) => step<Withdrawn>('withdrawal', id, sentWords.withdraw, {})
export const escalateRequest = (id: string, who: string, body: EscalateRequest) =>
  step<Escalated>('escalation', id, sentWords.escalate(who), body)
export const setPayee = (id: string, body: Payee) => step<PayeeSet>('payee', id, sentWords.payee(body.holder), body)

export const askException = (id: string, who: string, body: AskException) =>
  act<ExceptionAsked>({ slot: `exception|${id}`, what: sentWords.askException(who), method: 'POST',
    path: `/requests/${id}/exceptions`, body })
export const answerException = (id: string, n: number, who: string, body: AnswerException) =>
  act<ExceptionAnswered>({ slot: `exception-answer|${id}|${n}`, what: sentWords.answerException(who), method: 'POST',
    path: `/requests/${id}/exceptions/${n}/answer`, body })

/** The slot names the photos: a second batch is a second act. */
export const addPhotos = (id: string, body: AddPhotos) => act<PhotosAdded>({
  slot: `photos|${id}|${body.photoIds[0] ?? ''}`, what: sentWords.photos, method: 'POST',
  path: `/requests/${id}/photos`, body,
})

function step<Data>(noun: string, id: string, what: string, body: unknown) {
  return act<Data>({ slot: `${noun}|${id}`, what, method: 'POST', path: `/requests/${id}/${noun}`, body })
}
