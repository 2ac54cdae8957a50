/** Money as people write it and as the ledger keeps it: whole fen, never a fraction (BARS, Money). */

/** The largest sum a form may carry: 10,000,000.00 yuan. The ledger itself goes to 2^53-1. */
export const maxFormFen = 1_000_000_000

export type Yuan = { ok: true; fen: number } | { ok: false; reason: string }

/** Reads what a person typed as yuan. Full-width digits, spaces and thousands marks are forgiven; nothing is rounded. */
export function parseYuan(text: string): Yuan {
  const plain = text
    .replace(/[０-９．，]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s,]|元$/g, '')
  if (plain === '') return { ok: false, reason: '请填写金额' }
  if (plain.startsWith('-')) return { ok: false, reason: '金额要大于 0' }
  if (!/^\d+(\.\d*)?$/.test(plain)) return { ok: false, reason: '金额只能写数字,如 800 或 800.50' }
  const [yuan = '', rest = ''] = plain.split('.')
  if (rest.length > 2) return { ok: false, reason: '金额最多到分,只能有两位小数' }
  const fen = Number(yuan) * 100 + Number(rest.padEnd(2, '0'))
  if (fen < 1) return { ok: false, reason: '金额要大于 0' }
  if (fen > maxFormFen) return { ok: false, reason: '金额太大,请检查' }
  return { ok: true, fen }
}

/** 100000 -> "1,000.00". Takes whole fen, also negative. */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}
