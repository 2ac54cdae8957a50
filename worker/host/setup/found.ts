import type { Founded, FoundingOrder, PolicyValues, PostKind } from '../../contract/index.ts'
import { samplePolicy } from '../../contract/index.ts'
import { invitationCode, invitationRows } from '../../identity/index.ts'
import { policyInserts } from '../../policy/index.ts'
import type { Services } from '../../platform/index.ts'
import { beijingDay, fieldProblem, newId } from '../../platform/index.ts'
import { calendarInserts, countyFundInsert, countyInsert, founding, townshipInserts } from '../founding.ts'

/**
 * Founds a real county in one transaction: places, funds with their quota and opening balance, the sample policy with the
 * county's own 低保 standard, the calendar, and a 绑定码 for each of the three administrators. Refuses: input.
 */
export async function foundRealCounty(services: Services, order: FoundingOrder): Promise<Founded> {
  requireSense(order)
  const at = services.clock()
  let answer: Founded = { administrators: [], codesUntil: '' }
  await founding(services, at, order.name, (journalId) => {
    const step = { journalId, at: at.toISOString(), now: at, newId: (prefix: string) => newId(prefix, at) }
    const invited = administratorsOf(order).map((one) => ({
      ...one,
      ...invitationRows(services.cipher, step, { ...one, townshipCode: null, invitedBy: null }),
    }))
    answer = {
      administrators: invited.map(({ kind, name, id }) => ({ kind, name, code: invitationCode(services.cipher, id) })),
      codesUntil: invited[0]?.expiresAt ?? '',
    }
    return [
      countyInsert(services, at, { name: order.name, phone: order.phone, demo: false }),
      countyFundInsert(order.townships.map(({ code }) => code), at, journalId),
      ...order.townships.flatMap((township) => townshipInserts(township, at, journalId)),
      ...policyInserts(1, beijingDay(at), policyFor(order), journalId),
      ...calendarInserts(at, journalId),
      ...invited.flatMap(({ statements }) => statements),
    ]
  })
  return answer
}

function administratorsOf({ administrators }: FoundingOrder): { kind: PostKind; name: string }[] {
  return [
    { kind: 'system_admin', name: administrators.system },
    { kind: 'security_admin', name: administrators.security },
    { kind: 'audit_admin', name: administrators.audit },
  ]
}

/** What hangs on the standard follows it (N-03); the rest is the sample until the county publishes its own. */
function policyFor({ dibaoFen, ruralDibaoFen }: FoundingOrder): PolicyValues {
  const share = (part: number) => Math.max(1, Math.round((dibaoFen * part) / 3))
  return {
    ...samplePolicy,
    dibaoFen,
    ruralDibaoFen: ruralDibaoFen ?? null,
    smallCapFen: dibaoFen,
    tiersFen: [share(1), share(2), dibaoFen],
  }
}

function requireSense({ townships, administrators, dibaoFen }: FoundingOrder): void {
  const codes = townships.map(({ code }) => code)
  const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index)
  if (twice >= 0) throw fieldProblem(`townships.${twice}.code`, '乡镇代码', '和前面的乡镇代码一样')
  const over = townships.findIndex(({ openingFen, quotaFen }) => openingFen > quotaFen)
  if (over >= 0) throw fieldProblem(`townships.${over}.openingFen`, '期初余额', '期初余额比定额多,请核对')
  if (dibaoFen > samplePolicy.urgentCeilingFen) throw fieldProblem('dibaoFen', '低保月标准', '月标准要在 3000 元以内,请核对')
  if (new Set(Object.values(administrators)).size < 3)
    throw fieldProblem('administrators', '三位管理员', '系统、安全、审计管理员要由三个人担任')
}
