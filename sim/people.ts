import type { PostKind } from '../worker/contract/index.ts'

/** The township whose fund is simulated: its fund is small, so that it runs dry. */
export const township = 4
export const fundCode = 'F990101004'

type Person = { openid: string; posts: PostKind[]; township: number | null }
const at = (post: PostKind, openid: string, ...more: PostKind[]): Person =>
  ({ openid: `t04-${openid}`, posts: [post, ...more], township })
const county = (post: PostKind, openid: string): Person => ({ openid, posts: [post], township: null })
const next = (post: PostKind, openid: string): Person => ({ openid: `t05-${openid}`, posts: [post], township: 5 })

/** Who takes part. In a small office some hold two posts (`appointed`), and somebody of next door tries as well. */
export const people = {
  coordinator: at('coordinator', 'xieli'),
  helper: at('grid_worker', 'wangge', 'caseworker', 'cashier'),
  caseworker: at('caseworker', 'jingban'),
  reviewer: at('finance_reviewer', 'caizheng'),
  cashier: at('cashier', 'chuna'),
  deputy: at('deputy_leader', 'fenguan'),
  leader: at('leader', 'zhuyao', 'cashier'),
  finance: county('county_finance', 'county-caizheng'),
  finance2: county('county_finance', 'county-caizheng2'),
  assistance: county('county_assistance', 'county-jiuzhu'),
  auditor: county('auditor', 'county-shenji'),
  cashierNextDoor: next('cashier', 'chuna'),
  leaderNextDoor: next('deputy_leader', 'fenguan'),
  caseworkerNextDoor: next('caseworker', 'jingban'),
  villager: { openid: 'wang-xiulan', posts: [], township: null },
  herdsman: { openid: 'batu', posts: [], township: null },
  nobody: { openid: 'nobody', posts: [], township: null },
} as const satisfies Record<string, Person>

export type Who = keyof typeof people
export const everybody = Object.keys(people) as Who[]

/** What is not in the seed and has to be added before the first step. */
export const appointed: [Who, PostKind][] = [['helper', 'caseworker'], ['helper', 'cashier'], ['leader', 'cashier']]

const postsOf = (who: Who): readonly PostKind[] => people[who].posts

/** Whether one of these posts is held for the simulated fund: in its township, or at the county. */
export function holds(who: Who, kinds: readonly PostKind[]): boolean {
  const { township: where, posts } = people[who]
  return (posts as readonly PostKind[]).some((post) => kinds.includes(post)) && (where === null || where === township)
}

/** What somebody hears at the door of a verb that is for these posts. */
export function atTheDoor(who: Who, kinds: readonly PostKind[]): string[] {
  if (!postsOf(who).some((post) => kinds.includes(post))) return ['post_required']
  return holds(who, kinds) ? [] : ['out_of_scope']
}
