import type { Crew } from './crew.ts'
import type { Target } from './hostile-money.ts'
import { ask } from './steps.ts'

const admin = ({ county }: Crew) => county.phone('county-anquan')
const person = 'per_0000000000000000'

/** Bodies of posts that are given and ended, and of looking at whole numbers: right ones, for somebody who may. */
export const postTargets: Record<string, (crew: Crew) => Promise<Target>> = {
  'posts.invite': async (crew) => ({
    phone: await admin(crew),
    path: '/invitations',
    body: { name: '赵新来', kind: 'cashier', townshipCode: crew.township },
  }),
  'posts.withdraw': async (crew) => ({ phone: await admin(crew), path: '/invitations/inv_0000000000000000/withdrawal', body: { now: true } }),
  'posts.bind': async ({ grid }) => ({ phone: grid, path: '/post-bindings', body: { bindingCode: '000000000000' } }),
  'posts.endPost': async (crew) => ({ phone: await admin(crew), path: '/posts/pst_0000000000000000/ending', body: { reason: '调离' } }),
  'privacy.reveal': async ({ caseworker }) => ({ phone: caseworker, path: `/persons/${person}/reveals`, body: { field: 'phone', reason: '打电话核实' } }),
  'privacy.review': async ({ leader }) => ({ phone: leader, path: `/officers/${person}/reveal-reviews`, body: { now: true } }),
  'privacy.withdrawConsent': async (crew) => {
    const wang = await crew.county.phone('wang-xiulan')
    await wang.post('/requests', ask({ notices: { privacy: '2026-11', sensitive: '2026-11' } }))
    const { items } = (await wang.get('/own/consents')).body as { items: { id: string; kind: string }[] }
    return { phone: wang, path: `/own/consents/${items.find(({ kind }) => kind === 'sensitive')?.id}/withdrawal`, body: { now: true } }
  },
  'requests.giveNotice': async (crew) => ({ phone: crew.caseworker, path: `/requests/${await crew.accepted()}/notice`, body: { told: 'self' } }),
}
