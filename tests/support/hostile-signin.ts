import type { Crew } from './crew.ts'
import type { Target } from './hostile-money.ts'
import { idOf } from './steps.ts'

const asked = async ({ grid }: Crew) => (await grid.post('/desk-sign-ins', { device: 'Edge,Windows' })).body
const admin = ({ county }: Crew) => county.phone('county-anquan')

/** Bodies of signing in: right ones, for somebody whom the rules let come far. */
export const signInTargets: Record<string, (crew: Crew) => Promise<Target>> = {
  'identity.endSession': async ({ grid }) => ({ phone: grid, path: '/sessions/ses_0000000000000000/end', body: { now: true } }),
  'identity.endEverywhere': async ({ grid }) => ({ phone: grid, path: '/session/end-everywhere', body: { now: true } }),
  'identity.endSessionsOf': async (crew) => ({ phone: await admin(crew), path: '/officers/per_0000000000000000/sessions/end', body: { now: true } }),
  'identity.resetPin': async (crew) => ({ phone: await admin(crew), path: '/officers/per_0000000000000000/pin/reset', body: { now: true } }),
  'identity.askDesk': async ({ grid }) => ({ phone: grid, path: '/desk-sign-ins', body: { device: 'Edge,Windows', since: '2026' } }),
  'identity.collectDesk': async (crew) => {
    const { id, secret } = await asked(crew)
    return { phone: crew.grid, path: `/desk-sign-ins/${String(id)}/session`, body: { secret } }
  },
  'identity.lookAtDesk': async (crew) => ({ phone: crew.cashier, path: '/desk-sign-ins/look', body: { proof: (await asked(crew)).qr } }),
  'identity.answerDesk': async (crew) => ({
    phone: crew.cashier,
    path: `/desk-sign-ins/${idOf(await crew.grid.post('/desk-sign-ins', { device: 'Edge,Windows' }))}/answer`,
    body: { answer: 'refused' },
  }),
  'identity.proveSecond': async ({ cashier }) => ({ phone: cashier, path: '/session/second', body: { pin: '135791' } }),
  'identity.setPin': async ({ cashier }) => ({ phone: cashier, path: '/session/pin', body: { pin: '864209', oldPin: '135791' } }),
}
