/** Where a letter of delegation stands on a day. Free of zod: the desk reads it too. */
export const letterStates = ['in_force', 'ends_soon', 'not_yet', 'ended', 'replaced', 'revoked'] as const
export type LetterState = (typeof letterStates)[number]

export const letterStateLabels = {
  in_force: '有效',
  ends_soon: '快到期',
  not_yet: '还没开始',
  ended: '已到期',
  replaced: '已被新的替代',
  revoked: '已撤销',
} as const satisfies Record<LetterState, string>
