import type { Route } from '../platform/index.ts'

/** Rooms whose every act moves money; of the others, these say who may move how much, or whither. The schema's table says the same (a test). */
const moneyRooms = ['fund', 'grants', 'settlement']
const administration = [
  'identity.endSessionsOf', 'identity.resetPin', 'posts.invite', 'posts.withdraw', 'posts.endPost',
  'identity.issueLetter', 'identity.revokeLetter', 'policy.publish',
]

/** Marks what only goes with the second factor, and names the refusal among the route's problems. */
export function withSecondFactor(route: Route): Route {
  const [room = ''] = route.action.split('.')
  const second = route.method !== 'GET' && (moneyRooms.includes(room) || administration.includes(route.action))
  return second ? { ...route, second, problems: [...route.problems, 'second_factor_needed'] } : route
}
