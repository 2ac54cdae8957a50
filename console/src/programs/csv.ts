import type { ListFault } from '../../../worker/contract/programs.ts'

/** A cell for Excel: quoted; what would be read as a formula is made plain text. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** What is wrong in which row, in the order of the file, with the mark that lets Excel read Chinese. */
export function faultsCsv(faults: readonly ListFault[]): string {
  const lines = faults.flatMap(({ reason, rows }) => rows.map((row) => [row, reason] as const)).toSorted(([left], [right]) => left - right)
  return `\ufeff${[['行号', '问题'], ...lines].map((line) => line.map((one) => cell(String(one))).join(',')).join('\r\n')}\r\n`
}

/** Hands a text over as a file. */
export function handOver(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
