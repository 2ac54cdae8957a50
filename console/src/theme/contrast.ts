/** The colours that meet at the desk: words first, then what they stand on. */
const met = [
  ['ink', 'paper'], ['ink', 'field'], ['ink', 'brand-soft'], ['ink-2', 'paper'], ['ink-2', 'field'],
  ['ink-2', 'brand-soft'], ['brand', 'paper'], ['brand', 'field'], ['brand', 'brand-soft'], ['owed', 'owed-soft'],
  ['late', 'late-soft'], ['good', 'good-soft'], ['paper', 'brand'],
] as const

/** Those of them that stand under 7 : 1 in a sheet of tokens. */
export function weakPairs(sheet: string): string[] {
  const found = [...sheet.matchAll(/--([\w-]+): (#[0-9A-F]{6})/g)]
  const tokens = Object.fromEntries(found.map(([, name, colour]) => [name, colour]))
  return met.filter(([words, ground]) => contrast(tokens[words] ?? '', tokens[ground] ?? '') < 7)
    .map(([words, ground]) => `${words} on ${ground}`)
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [low = 1, high = 1] = [light(one), light(other)].sort((left, right) => left - right)
  return high / low
}

function light(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
}
