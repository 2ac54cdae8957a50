/** The words of those rules that stand against a step. */
export function words(rules: [word: string, stands: boolean][]): string[] {
  return rules.flatMap(([word, stands]) => (stands ? [word] : []))
}

export function all(...reasons: string[][]): string[] {
  return reasons.flat()
}
