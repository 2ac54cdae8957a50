/** Words of the policy page. */
export const policyWords = { back: '返回' } as const

export const policySays = {
  since: (day: string, version: number) => `由县里制定并公开。从 ${day} 起用,第 ${version} 版。`,
} as const
