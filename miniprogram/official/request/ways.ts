/** Which page does which act. */
import type { RequestView } from '../../../worker/contract/requests.ts'
import type { RequestAction } from '../../../worker/contract/terms.ts'

export function pageFor(action: RequestAction, view: RequestView): string {
  const pages: Record<RequestAction, string> = {
    accept: `/official/accept/accept?id=${view.id}`,
    refuse: `/official/refuse/refuse?id=${view.id}`,
    withdraw: `/pages/request/request?id=${view.id}`,
    escalate: `/official/reason/reason?do=escalate&id=${view.id}`,
    setPayee: `/pages/payee/payee?id=${view.id}`,
    addPhotos: `/pages/request/request?id=${view.id}`,
    grant: '',
    giveNotice: `/official/notice/notice?id=${view.id}`,
    askException: `/official/reason/reason?do=exception&id=${view.id}`,
    answerException: `/official/reason/reason?do=answer&id=${view.id}`,
    cancelGrant: `/official/reason/reason?do=cancel&id=${view.id}`,
    send: `/official/pay/pay?id=${view.id}`,
    pay: `/official/pay/pay?id=${view.id}`,
    voidSlip: `/official/reason/reason?do=void&id=${view.id}`,
    countersign: `/official/pay/pay?id=${view.id}`,
    fileExplanation: `/official/explain/explain?id=${view.id}`,
    acceptExplanation: `/official/check/check?id=${view.id}`,
    returnExplanation: `/official/check/check?id=${view.id}`,
    proposeCounty: `/official/county/county?do=propose&id=${view.id}`,
    confirmCounty: `/official/county/county?do=confirm&id=${view.id}`,
    handBack: `/official/reason/reason?do=handBack&id=${view.id}`,
  }
  return pages[action]
}
