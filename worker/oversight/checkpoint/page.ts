import qrcode from 'qrcode-generator'
import { formatFen } from '../../contract/index.ts'
import type { Kept } from './folder.ts'
import type { FundLeaf } from './leaf.ts'
import { written } from './note.ts'

/** What a scanner reads without trouble from paper; a longer note is printed as its root and its first signature. */
const bytesMax = 1_200

/** What the QR code says: the whole note, so that a photo of the page is a copy of the checkpoint. */
export function qrText({ note, statement }: Pick<Kept, 'note' | 'statement'>): string {
  const whole = written(note)
  if (Buffer.byteLength(whole) <= bytesMax) return whole
  const short = written({ text: note.text, signatures: note.signatures.slice(0, 1) })
  return Buffer.byteLength(short) <= bytesMax ? short : `${statement.origin}\n${statement.root}\n`
}

/** Black or white, row by row. The library takes one byte a character. */
export function qrModules(text: string): boolean[][] {
  const code = qrcode(0, 'M')
  code.addData(Buffer.from(text).toString('latin1'))
  code.make()
  const side = Array.from({ length: code.getModuleCount() }, (_, index) => index)
  return side.map((row) => side.map((column) => code.isDark(row, column)))
}

/** An A4 page that two people sign by hand, with the note as a QR code. */
export function checkpointPage(kept: Kept): string {
  const { statement, note, name } = kept
  const rows = (kept.leaves()?.funds ?? []).map(fundRow).join('\n')
  const signers = note.signatures.map((one) => `<li>${safe(one.name)}</li>`).join('')
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>备用金账本检查点 ${safe(name)}</title>
<style>${style}</style>
<h1>备用金账本检查点</h1>
<dl>
<dt>账本</dt><dd>${safe(statement.origin)}</dd>
<dt>编号</dt><dd>${safe(name)}</dd>
<dt>时间</dt><dd>${beijing(statement.at)}(北京时间)</dd>
<dt>基金数</dt><dd>${statement.size}</dd>
<dt>总指纹</dt><dd><code>${safe(statement.root)}</code></dd>
<dt>日志指纹</dt><dd><code>${safe(statement.journals.root)}</code></dd>
</dl>
<figure>${qrSvg(qrModules(qrText(kept)))}<figcaption>扫码得到检查点全文。拍下这一页,就是一份副本。</figcaption></figure>
<p>已有电子签名:</p><ul>${signers}</ul>
<table>
<thead><tr><th>基金</th><th>笔数</th><th>县级拨入(元)</th><th>银行可用(元)</th><th>现金可用(元)</th><th>末笔指纹</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
<p>这一刻以前的账,改一分、删一笔、换个顺序,都会和这一页不符。</p>
<div class="sign"><p>县财政(签名):</p><p>日期:</p><p>见证单位(签名):</p><p>日期:</p></div>
</html>
`
}

function fundRow({ fund, seq, head, totals }: FundLeaf): string {
  const held = new Map(totals)
  const fen = ['county', 'bank.available', 'cash.available'].map((place) => formatFen(Number(held.get(place) ?? 0)))
  const cells = [fund, String(seq), ...fen, head.slice(0, 16)]
  return `<tr>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`
}

function qrSvg(modules: boolean[][]): string {
  const side = modules.length + 8
  const dark = modules.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
  return `<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="检查点全文的二维码" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${dark.join('')}"/></svg>`
}

function beijing(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const style = `
@page { size: A4; margin: 18mm }
body { font: 11pt/1.5 "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #000; max-width: 174mm; margin: auto }
h1 { font-size: 18pt; text-align: center }
dl { display: grid; grid-template-columns: 6em 1fr; margin: 0 } dd { margin: 0; overflow-wrap: anywhere }
figure { margin: 6mm auto; text-align: center; break-inside: avoid } svg { width: 70mm; height: 70mm }
table { width: 100%; border-collapse: collapse; font-size: 9pt } thead { display: table-header-group }
tr { break-inside: avoid } th, td { border: 0.3mm solid #000; padding: 1mm 2mm; text-align: right } td:first-child, td:last-child { text-align: left }
.sign { display: grid; grid-template-columns: 2fr 1fr; row-gap: 8mm; margin-top: 10mm; break-inside: avoid }`
