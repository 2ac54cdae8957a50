import type { Made } from './make.ts'
import { megabytes } from './make.ts'
import type { Facts, Manifest } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import type { Restored } from './restore.ts'

const beijing = (instant: string): string =>
  `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}(北京时间)`
const count = (n: number): string => n.toLocaleString('en-US')

/** What a county holds, in one sentence. */
function contents({ county, funds, totals, lastEntryAt }: Facts): string {
  const last = lastEntryAt === null ? '还没有账' : `最后一笔账 ${beijing(lastEntryAt)}`
  return `${county},${count(funds.length)} 个储备金,${count(totals.entries)} 笔账,`
    + `${count(totals.requests)} 件申请,${count(totals.grants)} 件救助,${count(totals.photos)} 张照片,${last}`
}

function missingPhotos({ missing }: Manifest): string[] {
  return missing.length === 0 ? [] : [`注意:有 ${missing.length} 张照片的文件原来就不在,备份里也没有,第一张是 ${missing[0]}`]
}

/** For whoever ran the backup. */
export function backupWords({ file, bytes, sha256, ms, manifest }: Made): string {
  return [
    `备份好了:${file}`,
    `大小 ${megabytes(bytes)},用时 ${(ms / 1000).toFixed(1)} 秒,数据截至 ${beijing(manifest.madeAt)}`,
    `内容:${contents(manifest.facts)}`,
    '已打开检查:每一部分都完整,账链和原数据一致。',
    ...missingPhotos(manifest),
    `校验值 SHA-256:${sha256}`,
    `里面没有字段密钥(${keysOf(manifest.facts)})。密钥要另外保管,没有密钥就读不出姓名、证件号和照片。`,
    '请再存一份到另一台机器上。',
  ].join('\n')
}

/** For whoever restored: what is there now, and what still has to be brought. */
export function restoreWords(file: string, dataDir: string, { manifest, brought, report }: Restored): string {
  const bad = report.filter((one) => one.bad !== null)
  const verdict = bad.length === 0
    ? [`已核对:${report.length} 项全部相符。`]
    : [`注意:已恢复,但核对有 ${bad.length} 项不符,备份前就是这样。请先查清再启用:`, ...bad.map((one) => `  ${one.check}: ${one.bad}`)]
  return [
    `恢复好了:${dataDir}`,
    `来自 ${file},数据截至 ${beijing(manifest.madeAt)}`,
    `内容:${contents(manifest.facts)}`,
    ...verdict,
    ...(brought > 0 ? [`备份是旧版本做的,已升级到这一版(${brought} 步)。`] : []),
    ...missingPhotos(manifest),
    `备份里没有字段密钥。启动前请放回原来的密钥(${keysOf(manifest.facts)})。`,
  ].join('\n')
}

const keysOf = ({ demo }: Facts): string => (demo ? '演示县是数据目录里的 demo-keys 文件' : 'FIELD_KEYS')

/** Why nothing was done, for whoever ran the command. */
export function problemWords(error: unknown): string {
  if (error instanceof BackupProblem) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) return '磁盘满了。请腾出空间再来一次。'
  if (/^(EACCES|EPERM|EROFS|SQLITE_(CANTOPEN|READONLY|PERM))/.test(code)) return `没有权限读写这里的文件(${code})。请检查文件夹权限。`
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return `county.db 读不出来,可能已损坏(${code})。请用最近的好备份。`
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return '别的程序正占着 county.db,请稍后再来一次。'
  return `程序出了错:${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
