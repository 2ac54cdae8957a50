import type { Payee, SubmitRequest } from '../contract/index.ts'
import { checkIdNumber } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay, fieldProblem, ProblemError } from '../platform/index.ts'

/** Normalised id number, or a refusal that says what is wrong with it (D-01). Invented areas only in a demo. */
export function checkedIdNumber(ctx: Context, text: string | undefined, field = 'idNumber'): string | undefined {
  if (text === undefined || text === '') return undefined
  const checked = checkIdNumber(text, beijingDay(ctx.clock()), ctx.demo !== null)
  if (!checked.ok) throw fieldProblem(field, '身份证号', checked.reason)
  return checked.idNumber
}

/** Somebody who asks must be findable: a telephone, or at least the village. */
export function requireReach(input: SubmitRequest): void {
  if (input.phone || input.village) return
  throw new ProblemError('input', {
    fields: [{ field: 'phone', label: '联系电话', message: '请留手机号,或写明在哪个村(社区)' }],
  })
}

/** 户名 must be the person, or the relation and its basis are named (D-03, N-42). */
export function requirePayee(payee: Payee, name: string | null, prefix = ''): void {
  if (payee.relation !== 'self' && !payee.authority) {
    throw new ProblemError('payee_authority', {
      fields: [{ field: `${prefix}authority`, label: '代领依据', message: '用别人的账户,请选代领依据' }],
    })
  }
  if (payee.relation === 'self' && name !== null && name !== payee.holder) {
    throw fieldProblem(`${prefix}holder`, '户名', '户名和申请人姓名不一样,请核对或选择关系')
  }
}
