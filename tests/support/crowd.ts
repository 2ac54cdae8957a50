import type { TestCounty } from './county.ts'
import { acceptance, acceptedRequest, ask, payee } from './steps.ts'

/** `count` accepted requests of as many households in one township, each asking `askedFen`. */
export async function acceptedCrowd(county: TestCounty, count: number, askedFen: number, township = 4): Promise<string[]> {
  const key = `t${String(township).padStart(2, '0')}`
  const [coordinator, caseworker] = await Promise.all([county.phone(`${key}-xieli`), county.phone(`${key}-jingban`)])
  return Promise.all(Array.from({ length: count }, (_, n) => acceptedRequest(coordinator, caseworker, ask({
    townshipCode: `990101${String(township).padStart(3, '0')}`, village: `第${n}村`, name: `张${'一二三四五六七八九十'[n % 10]}`, askedFen,
    phone: `137${String(n).padStart(8, '0')}`, onBehalf: { relation: 'coordinator' },
  }), acceptance({ household: {}, payee: { ...payee, relation: 'other', authority: 'letter', account: `62170000${String(n).padStart(8, '0')}` } }))))
}
