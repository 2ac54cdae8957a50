import type { Crew } from './crew.ts'
import type { Target } from './hostile-money.ts'
import { listFile, listQuery, newList } from './programs.ts'
import { idOf } from './steps.ts'

const homeOf = async (crew: Crew) =>
  `/households/${((await crew.caseworker.get(`/requests/${await crew.accepted()}`)).body.household as { id: string }).id}`
const aid = { program: 'CHARITY', amountFen: 200_000, fromOn: '2026-09-01', note: '镇慈善会' }

/** Households, what others gave them, exceptions: a right body, from who may send it. */
export const householdTargets: Record<string, (crew: Crew) => Promise<Target>> = {
  'requests.changeHousehold': async (crew) => ({
    phone: crew.caseworker,
    path: `${await homeOf(crew)}/changes`,
    body: { reason: '新生儿落户', changes: [{ step: 'join', name: '王小宝', relation: '子', idNumber: '99010120151103001X' }] },
  }),
  'programs.check': async ({ county }) => ({ phone: await county.phone('county-jiuzhu'), path: `/programs/lists/check?${listQuery()}`, body: listFile() }),
  'programs.import': async ({ county }) => {
    const file = listFile()
    return { phone: await county.phone('county-jiuzhu'), path: `/programs/lists?${listQuery({}, file)}`, body: file }
  },
  'programs.undo': async ({ county }) => {
    const phone = await county.phone('county-jiuzhu')
    return { phone, path: `/programs/lists/${await newList(phone)}/undoing`, body: { reason: '选错了文件' } }
  },
  'requests.enterAid': async (crew) => ({ phone: crew.caseworker, path: `${await homeOf(crew)}/aid`, body: aid }),
  'requests.withdrawAid': async (crew) => {
    const path = `${await homeOf(crew)}/aid`
    return { phone: crew.caseworker, path: `${path}/${idOf(await crew.caseworker.post(path, aid))}/withdrawal`, body: { reason: '登记错了' } }
  },
  'requests.askException': async (crew) => ({
    phone: crew.caseworker,
    path: `/requests/${await crew.accepted()}/exceptions`,
    body: { code: 'EPIDEMIC', reason: '疫情反复' },
  }),
  'requests.answerException': async (crew) => {
    const path = `/requests/${await crew.accepted()}/exceptions`
    await crew.caseworker.post(path, { code: 'EPIDEMIC', reason: '疫情反复' })
    return { phone: await crew.county.phone('county-jiuzhu'), path: `${path}/1/answer`, body: { consent: false, reason: '材料不够' } }
  },
}
