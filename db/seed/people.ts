import type { PostKind } from '../../worker/contract/terms.ts'
import { townshipSeeds } from './places.ts'

/** An invented person who can sign in. `openid` is what the WeChat sandbox knows. */
export type PersonSeed = {
  openid: string
  name: string
  phone?: string
  idNumber?: string
  posts: { kind: PostKind; townshipCode: string | null }[]
  about: string
}

/** The second factor of everybody in a demo: printed on its start page, so it protects nothing. */
export const demoPin = '246810'

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const givenNames = [
  '建国',
  '秀英',
  '海燕',
  '志强',
  '玉梅',
  '文斌',
  '丽华',
  '永刚',
  '春花',
  '国栋',
  '晓燕',
  '振华',
  '桂兰',
  '卫东',
  '淑珍',
  '明远',
  '彩霞',
  '德胜',
  '雪梅',
  '长河',
  '巧云',
  '新民',
  '金凤',
]

/** The n-th invented name; the same n is always the same name. */
export function inventedName(n: number): string {
  return (
    (surnames[(n * 7) % surnames.length] ?? '王') +
    (givenNames[(n * 11 + Math.floor(n / 20)) % givenNames.length] ?? '建国')
  )
}

const townshipPosts: [PostKind, string, string][] = [
  ['coordinator', 'xieli', '协理员'],
  ['grid_worker', 'wangge', '网格员'],
  ['caseworker', 'jingban', '民政经办'],
  ['finance_reviewer', 'caizheng', '财政所'],
  ['cashier', 'chuna', '出纳'],
  ['deputy_leader', 'fenguan', '分管领导'],
  ['leader', 'zhuyao', '主要领导'],
]

const countyPosts: [PostKind, string, string][] = [
  ['county_assistance', 'county-jiuzhu', '县救助股'],
  ['county_finance', 'county-caizheng', '县财政'],
  ['county_finance', 'county-caizheng2', '县财政复核'],
  ['auditor', 'county-shenji', '审计'],
  ['system_admin', 'county-xitong', '系统管理员'],
  ['security_admin', 'county-anquan', '安全管理员'],
  ['audit_admin', 'county-shenjiguanli', '审计管理员'],
  ['county_leader', 'county-lingdao', '分管县领导'],
]

/** People who may ask for help; their id numbers are the rulebook's invented ones (D-01). */
export const applicantSeeds: PersonSeed[] = [
  {
    openid: 'wang-xiulan',
    name: '王秀兰',
    phone: '13900000001',
    idNumber: '990101197001010036',
    posts: [],
    about: '青山镇河口村 村民',
  },
  {
    openid: 'li-jianguo',
    name: '李建国',
    phone: '13900000002',
    idNumber: '990101198501010010',
    posts: [],
    about: '河西镇杨家村 村民',
  },
  { openid: 'zhang-dama', name: '张桂英', phone: '13900000003', posts: [], about: '70 岁,青山镇石桥村 村民' },
  {
    openid: 'batu',
    name: '巴图·那顺',
    phone: '13900000004',
    idNumber: '990101199202290029',
    posts: [],
    about: '乌兰苏木 牧民',
  },
]

export const officerSeeds: PersonSeed[] = [
  ...townshipSeeds.flatMap((township, index) =>
    townshipPosts.map(([kind, key, label], post): PersonSeed => ({
      openid: `t${String(index + 1).padStart(2, '0')}-${key}`,
      name: inventedName(index * 7 + post + 1),
      about: `${township.name} ${label}`,
      posts: [{ kind, townshipCode: township.code }],
    })),
  ),
  ...countyPosts.map(([kind, openid, label], index): PersonSeed => ({
    openid,
    name: inventedName(200 + index),
    about: label,
    posts: [{ kind, townshipCode: null }],
  })),
]

export const peopleSeeds: PersonSeed[] = [...applicantSeeds, ...officerSeeds]
