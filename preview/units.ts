/** Writes a phone's lengths for the browser: rpx, the page's own vh, and the safe area around the screen. */
export function phoneUnits(value: string): string {
  if (!/rpx|vh|safe-area/.test(value)) return value
  return value
    .replace(/(?<![\w.#-])(-?(?:\d*\.)?\d+)rpx\b/g, 'calc(var(--rpx) * $1)')
    .replace(/(?<![\w.#-])(-?(?:\d*\.)?\d+)vh\b/g, 'calc(var(--vh) * $1)')
    .replace(/(?:env|constant)\(\s*safe-area-inset-(\w+)\s*(?:,[^)]*)?\)/g, 'var(--safe-$1, 0px)')
}
