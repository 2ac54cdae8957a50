import { storySeeds } from '../../db/seed/stories.ts'
import { inventedName } from '../../db/seed/people.ts'
import { formatFen } from '../contract/index.ts'
import { acceptExplanation } from '../explanations/accept.ts'
import { fileExplanation } from '../explanations/file.ts'
import { decideGrant } from '../grants/decide.ts'
import { payPayout } from '../grants/pay.ts'
import { sendPayout } from '../grants/send.ts'
import { beijingDay } from '../platform/index.ts'
import { acceptRequest } from '../requests/accept.ts'
import { escalateRequest } from '../requests/escalate.ts'
import { refuseRequest } from '../requests/refuse.ts'
import { submitRequest } from '../requests/submit.ts'
import { withdrawRequest } from '../requests/withdraw.ts'
import { seededRandom } from './random.ts'
import type { Stage } from './seed-fund.ts'
import { replenish } from './seed-fund.ts'
import { StoryTime } from './story-time.ts'

type Life = Stage & { index: number; now: Date }
/** How far a seeded case has come, and how many days ago it began: every list and every screen has something to show. */
const recent = [
  ['closed', 9],
  ['paid', 8],
  ['paid', 5],
  ['explained', 4],
  ['escalated', 3],
  ['sent', 2],
  ['granted', 1.2],
  ['accepted', 0.7],
  ['accepted', 0.3],
  ['submitted', 0.2],
  ['submitted', 0.05],
] as const
type End = (typeof recent)[number][0] | 'refused' | 'withdrawn'
type Seeded = { n: number; end: End; at: Date; fen: number; story: (typeof storySeeds)[number] }

const [firstStory] = storySeeds as [(typeof storySeeds)[number]]
const townshipThatRunsLow = 3
const hour = 3_600_000
const day = 24 * hour
const open = (action: string) => ({ action, posts: 'anyone' as const })

/** Twenty or so cases over six months, the newest still open, at working hours; what is explained is claimed and made good. */
export async function livePast(life: Life): Promise<void> {
  const time = new StoryTime()
  const timely: Life = {
    ...life,
    person: (key) => time.inTime(life.person(key)),
    county: (openid) => time.inTime(life.county(openid)),
  }
  let spent = 0
  for (const seeded of [...pastCases(life), ...recentCases(life)]) {
    time.tell(() => live(timely, seeded))
    if (seeded.end === 'closed') spent += seeded.fen
    if (spent < 1_500_000 || life.index === townshipThatRunsLow) continue
    time.tell(() => replenish(timely, new Date(seeded.at.getTime() + day), `T${seeded.n}`))
    spent = 0
  }
  await time.ended()
}

function pastCases({ index, start, now }: Life): Seeded[] {
  const random = seededRandom(index + 1)
  const count = Math.round(14 + random() * 8)
  const cases = Array.from({ length: count }, (_, n): Seeded => {
    const days = Math.round(((n + random()) / count) * 165)
    const at = atOffice(new Date(start.getTime() + (days + 2) * day), random())
    return seeded(n, n % 9 === 8 ? 'refused' : n % 11 === 10 ? 'withdrawn' : 'closed', at, n * 5 + index)
  })
  return cases.filter(({ at }) => at.getTime() < now.getTime() - 12 * day)
}

function recentCases({ index, now }: Life): Seeded[] {
  return recent.map(([end, daysAgo], k) =>
    seeded(100 + k, end, new Date(now.getTime() - daysAgo * day), k * 7 + index * 3),
  )
}

function seeded(n: number, end: End, at: Date, pick: number): Seeded {
  const story = storySeeds[pick % storySeeds.length] ?? firstStory
  return { n, end, at, story, fen: story.fen }
}

async function live(life: Life, seeded: Seeded): Promise<void> {
  const { township, person, now } = life
  const { n, end, at, fen, story } = seeded
  const step = (hours: number) => new Date(Math.min(at.getTime() + hours * hour, now.getTime() - 60_000 + hours))
  const name = inventedName(life.index * 31 + n + 40)
  const asked = end === 'escalated' ? fen * 4 : fen
  const { id } = await person('xieli')(open('requests.submit'), at, (ctx) =>
    submitRequest(ctx, {
      causeCode: story.causeCode,
      story: story.story,
      townshipCode: township.code,
      village: township.villages[n % township.villages.length],
      name,
      phone: `138${String(life.index).padStart(2, '0')}${String(n).padStart(6, '0')}`,
      askedFen: asked,
      commitmentVersion: '2026-07',
      onBehalf: { relation: 'coordinator', reason: '入户走访发现,代为申请' },
    }),
  )
  if (end === 'submitted') return
  if (end === 'withdrawn') {
    await person('xieli')(open('requests.withdraw'), step(3), (ctx) =>
      withdrawRequest(ctx, id, { reason: '亲友已经帮忙解决' }),
    )
    return
  }
  await person('jingban')(open('requests.accept'), step(2), (ctx) =>
    acceptRequest(ctx, id, {
      kin: 'none',
      told: 'self',
      household: {
        newBecause: '入户核实过,与同名的人家不是一户',
        members: n % 3 === 0 ? [{ name: inventedName(n + 300), relation: '配偶' }] : [],
      },
      payee: {
        kind: 'card',
        holder: name,
        bank: '示范县农村信用社',
        account: `6217009901${String(life.index).padStart(3, '0')}${String(n).padStart(6, '0')}`,
        relation: 'self',
      },
    }),
  )
  if (end === 'refused') return refuse(life, id, step(5))
  if (end === 'escalated') {
    await person('fenguan')(open('requests.escalate'), step(4), (ctx) =>
      escalateRequest(ctx, id, { code: 'OVER_CEILING', reason: '所需金额超过乡镇上限' }),
    )
    return
  }
  if (end !== 'accepted') await pay(life, seeded, id, step)
}

async function refuse({ person }: Life, id: string, at: Date): Promise<void> {
  await person('jingban')(open('requests.refuse'), at, (ctx) =>
    refuseRequest(ctx, id, {
      code: 'LIABLE_PARTY_PAYS',
      facts: '经核实,事故责任方已全额垫付医药费。',
      reason: '费用由责任方承担,不符合急难条件,可另申请其他救助。',
    }),
  )
}

async function pay(
  { person, township }: Life,
  { n, end, at, fen, story }: Seeded,
  id: string,
  step: (hours: number) => Date,
): Promise<void> {
  const track = fen <= 82_800 ? 'small' : 'urgent'
  const { grantId } = await person('fenguan')(open('grants.decide'), step(6), (ctx) =>
    decideGrant(ctx, id, {
      track,
      amountFen: fen,
      channel: 'transfer',
      reason: `情况属实,先行救助 ${formatFen(fen)} 元`,
      ...(story.causeCode === 'FIRE' ? { goods: [{ name: '棉被', quantity: 4, valueFen: 40_000 }] } : {}),
    }),
  )
  if (end === 'granted') return
  await person('chuna')(open('grants.send'), step(8), (ctx) => sendPayout(ctx, grantId, 1))
  if (end === 'sent') return
  const paidAt = step(20)
  await person('chuna')(open('grants.pay'), paidAt, (ctx) =>
    payPayout(ctx, grantId, 1, {
      bankSerial: `TX${township.code.slice(-3)}${String(n).padStart(4, '0')}${at.getTime().toString(36)}`,
      paidOn: beijingDay(paidAt),
    }),
  )
  if (end === 'paid') return
  if (track === 'urgent') {
    await person('jingban')(open('explanations.file'), step(50), (ctx) =>
      fileExplanation(ctx, grantId, {
        items: [
          { kind: 'NARRATIVE', text: `入户核实,${story.story}` },
          { kind: 'RECEIPT', text: '本人已收到,银行短信为证。' },
        ],
      }),
    )
  }
  if (end === 'closed')
    await person('caizheng')(open('explanations.accept'), step(74), (ctx) => acceptExplanation(ctx, grantId))
}

/** Between nine and five in Beijing. */
function atOffice(instant: Date, fraction: number): Date {
  return new Date(Date.parse(`${beijingDay(instant)}T01:00:00Z`) + Math.floor(fraction * 8 * hour))
}
