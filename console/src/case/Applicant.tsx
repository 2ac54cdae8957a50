import { payeeKindLabels, payeeRelationLabels, proxyRelationLabels } from '../../../worker/contract/labels.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import type { RevealField } from '../../../worker/contract/terms-data.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { instantWords } from '../words/dates.ts'
import { Reveal } from './Reveal.tsx'

/** Who asked and for what. The server masks what this person need not see. */
export function Applicant({ view }: { view: RequestView }) {
  const { filedBy, payee, household, kin, personId } = view
  const whole = (field: RevealField, masked: string) =>
    personId ? <Reveal personId={personId} requestId={view.id} field={field} masked={masked} /> : masked
  return (
    <section class="panel" aria-labelledby="applicant-title">
      <h2 id="applicant-title">申请人</h2>
      <dl class="facts">
        <div><dt>姓名</dt><dd>{view.name ?? '还没有姓名'}</dd></div>
        <div><dt>地方</dt><dd>{view.townshipName} {view.village ?? ''}</dd></div>
        <div><dt>电话</dt><dd>{view.phone ? whole('phone', view.phone) : '没有留'}</dd></div>
        <div><dt>身份证号</dt><dd>{view.idNumber ? whole('idNumber', view.idNumber) : '还没有补'}</dd></div>
        <div><dt>申请时间</dt><dd>{instantWords(view.submittedAt)}</dd></div>
        <div><dt>申请金额</dt><dd>{view.askedFen === null ? '没有写' : <Yuan fen={view.askedFen} unit />}</dd></div>
        {household && <div><dt>家庭</dt><dd>{household.size} 口人</dd></div>}
        {filedBy && <div><dt>代办</dt><dd>{filedBy.name ?? ''} {proxyRelationLabels[filedBy.relation]}</dd></div>}
        {payee && (
          <div class="whole">
            <dt>收款账户</dt>
            <dd>
              {payee.holder}({payeeRelationLabels[payee.relation]}),{payee.bank} {payeeKindLabels[payee.kind]},
              {whole('account', `尾号 ${payee.accountTail}`)}
            </dd>
          </div>
        )}
        {kin && <div class="whole"><dt>近亲属声明</dt><dd>{kin.name},{kin.relation},{kin.post}</dd></div>}
        <div class="whole"><dt>发生了什么</dt><dd>{view.story ?? '您的岗位不看这一段。'}</dd></div>
      </dl>
    </section>
  )
}
