import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Header } from 'tar-stream'
import { extract, pack } from 'tar-stream'
import { LocalConnection } from '../../db/local-connection.ts'
import { migrate, migrations } from '../../db/migrate.ts'
import { makeBackup } from '../../worker/host/backup/make.ts'
import { restoreBackup } from '../../worker/host/backup/restore.ts'
import { newFolder, until } from '../support/host.ts'
import { runProgram } from '../support/program.ts'
import { pixel } from '../support/steps.ts'
import { livedCounty, tamper } from '../support/tamper.ts'

const now = new Date('2026-09-28T02:00:00.000Z')

/** A county with one grant and two photos, and its backup. */
async function backedUp() {
  const county = await livedCounty()
  const wang = await county.phone('wang-xiulan')
  for (const tail of [1, 2]) await wang.photo(Uint8Array.from([...pixel, tail]))
  const file = join(newFolder(), 'xianjiu.tar.gz')
  await makeBackup({ dataDir: county.dataDir, to: file, now })
  return { county, file }
}

/** The same parts, changed on their way into another file that is a whole tar again. */
async function repacked(file: string, change: (header: Header, bytes: Buffer) => [Header, Buffer][]): Promise<string> {
  const to = `${file}.bent`
  const [from, tar] = [extract(), pack()]
  const read = pipeline(createReadStream(file), createGunzip(), from)
  const written = pipeline(tar, createGzip(), createWriteStream(to))
  for await (const entry of from) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    for (const [header, bytes] of change(entry.header, Buffer.concat(chunks))) {
      const { name, type, linkname } = header
      tar.entry({ name, type, ...(linkname ? { linkname } : {}) }, bytes)
    }
  }
  tar.finalize()
  await Promise.all([read, written])
  return to
}

async function refuses(file: string, words: RegExp): Promise<void> {
  const dataDir = join(newFolder(), 'data')
  await expect(restoreBackup(file, dataDir, now), words.source).rejects.toMatchObject({ message: expect.stringMatching(words) as string })
  expect(existsSync(dataDir)).toBe(false)
}

it('a cut backup is refused wherever it is cut, a bent byte wherever it is, and nothing is left behind', async () => {
  const { file } = await backedUp()
  const bytes = readFileSync(file)
  const bent = `${file}.bent`
  for (let part = 0; part < 12; part += 1) {
    const at = 20 + Math.floor(((bytes.length - 30) * part) / 12)
    writeFileSync(bent, bytes.subarray(0, at))
    await refuses(bent, /^备份 .*bent 已损坏:/)
    const changed = Buffer.from(bytes)
    // all eight bits: single ones may be padding of a deflate block, and then nothing is bent
    changed[at] = (changed[at] ?? 0) ^ 0xff
    writeFileSync(bent, changed)
    await refuses(bent, /^备份 .*bent 已损坏:/)
  }
  writeFileSync(bent, '')
  await refuses(bent, /已损坏/)
  writeFileSync(bent, 'a letter, not a backup')
  await refuses(bent, /已损坏/)
  await refuses(`${file}.nowhere`, /^没有备份文件 .*nowhere。请检查 --from。$/)
})

it('what was changed, taken out, put in or put beside is refused by its name', async () => {
  const { file } = await backedUp()
  const each = (change: (header: Header, bytes: Buffer) => [Header, Buffer][]) => repacked(file, change)
  const photo = /^files\//
  const edited = await each((header, bytes) => [[header, header.name === 'county.db' ? Buffer.concat([bytes, bytes]) : bytes]])
  await refuses(edited, /里面的 county\.db 被改过或损坏/)
  const otherPhoto = await each((header, bytes) => [[header, photo.test(header.name) ? Buffer.from('another') : bytes]])
  await refuses(otherPhoto, /里面的 files\/[0-9a-f]{2}\/[0-9a-f]{64} 被改过或损坏/)
  await refuses(await each((header, bytes) => (photo.test(header.name) ? [] : [[header, bytes]])), /缺少 files\/[0-9a-f]{2}\//)
  await refuses(await each((header, bytes) => (header.name === 'manifest.json' ? [] : [[header, bytes]])), /不完整,缺少清单/)
  for (const name of ['../evil', '/etc/evil', 'files/ab/../../evil', 'county.db-wal'])
    await refuses(await each((header, bytes) => [[{ ...header, name }, bytes], [header, bytes]]), /里面有不该有的 /)
  const link = { name: `files/ab/ab${'0'.repeat(62)}`, type: 'symlink', linkname: '/etc/passwd' } as Header
  await refuses(await each((header, bytes) => [[link, Buffer.alloc(0)], [header, bytes]]), /里面有不该有的 files\/ab/)
  const manifest = (change: (text: string) => string) => each((header, bytes) =>
    [[header, header.name === 'manifest.json' ? Buffer.from(change(bytes.toString())) : bytes]])
  await refuses(await manifest(() => '{}'), /清单 manifest\.json 读不懂/)
  await refuses(await manifest((text) => text.replace(/"grantedFen": \d+/, '"grantedFen": 1')), /里面的账和清单不一致/)
})

it('a folder with data in it is not restored over', async () => {
  const { county, file } = await backedUp()
  const before = createHash('sha256').update(readFileSync(county.path)).digest('hex')
  const { code, said } = await runProgram('restore', ['--from', file, '--data', county.dataDir]).ended
  expect([code, said]).toEqual([1, `没有恢复:${county.dataDir} 里已有数据,没有动它。请给 --data 换一个空文件夹。\n`])
  expect(createHash('sha256').update(readFileSync(county.path)).digest('hex')).toBe(before)
  const empty = newFolder()
  mkdirSync(join(empty, '.restoring'))
  writeFileSync(join(empty, '.restoring/county.db'), 'half of one')
  expect((await runProgram('restore', ['--from', file, '--data', empty]).ended).code).toBe(0)
  expect(readdirSync(empty).toSorted()).toEqual(['county.db', 'files'])
})

it('a wrong folder, no folder, no county, a taken name: said in words, exit 1, nothing made', async () => {
  const { county } = await backedUp()
  const folder = newFolder()
  const to = join(folder, 'new.tar.gz')
  const refusal = async (data: string, target = to) => {
    const { code, said } = await runProgram('backup', ['--data', data, '--to', target]).ended
    expect(code).toBe(1)
    return said
  }
  expect(await refusal(join(folder, 'none'))).toBe(`没有备份:没有文件夹 ${join(folder, 'none')}。请把 --data 写成数据目录。\n`)
  expect(await refusal(folder)).toBe(`没有备份:${folder} 里没有 county.db,不是数据目录。请检查 --data。\n`)
  writeFileSync(join(folder, 'county.db'), 'a letter')
  expect(await refusal(folder)).toBe(`没有备份:${folder} 里的 county.db 不是数据库,或已损坏。\n`)
  rmSync(join(folder, 'county.db'))
  const other = new LocalConnection(join(folder, 'county.db'), 'writer')
  other.exec('CREATE TABLE pocket (fen INTEGER) STRICT')
  other.close()
  expect(await refusal(folder)).toBe(`没有备份:${folder} 里的 county.db 没有县,不是数据目录。请检查 --data。\n`)
  expect(await refusal(county.dataDir, folder)).toMatch(/^没有备份:.* 是文件夹。--to 要写成文件名,如 /)
  expect(await refusal(county.dataDir, join(folder, 'no/where.tar.gz'))).toMatch(/^没有备份:没有文件夹 .*no。请先建好,或改 --to。/)
  writeFileSync(to, 'yesterday')
  expect(await refusal(county.dataDir)).toBe(`没有备份:${to} 已经有了,没有动它。请换个文件名。\n`)
  expect(readFileSync(to, 'utf8')).toBe('yesterday')
  expect(readdirSync(folder).filter((name) => name.endsWith('.making'))).toEqual([])
})

it('a killed backup leaves no file of that name, and the next one is whole', async () => {
  const { county } = await backedUp()
  const folder = newFolder()
  const to = join(folder, 'xianjiu.tar.gz')
  const first = runProgram('backup', ['--data', county.dataDir, '--to', to])
  await until(() => readdirSync(folder).find((name) => name.endsWith('.making')))
  first.kill()
  expect((await first.ended).code).toBe('SIGKILL')
  expect(existsSync(to)).toBe(false)
  expect((await runProgram('backup', ['--data', county.dataDir, '--to', to]).ended).code).toBe(0)
  expect((await runProgram('restore', ['--from', to, '--data', join(folder, 'data')]).ended).code).toBe(0)
})

it('a county that was bent before its backup comes back as it was, and the restore names the row', async () => {
  const county = await livedCounty()
  tamper(county.path, 'entries', "UPDATE entries SET day = '2026-09-27' WHERE event = 'paid'")
  const folder = newFolder()
  const to = join(folder, 'xianjiu.tar.gz')
  await makeBackup({ dataDir: county.dataDir, to, now })
  const { code, said } = await runProgram('restore', ['--from', to, '--data', join(folder, 'data')]).ended
  expect(code).toBe(2)
  expect(said).toMatch(/注意:已恢复,但核对有 \d+ 项不符[\s\S]*fund F990101001 entry \d+: was changed/)
})

it('a photo that the disk had lost is named, and the rest is backed up all the same', async () => {
  const { county } = await backedUp()
  const [folder = ''] = readdirSync(join(county.dataDir, 'files'))
  rmSync(join(county.dataDir, 'files', folder), { recursive: true })
  const to = join(newFolder(), 'xianjiu.tar.gz')
  const { code, said } = await runProgram('backup', ['--data', county.dataDir, '--to', to]).ended
  expect(code).toBe(0)
  expect(said).toMatch(new RegExp(`注意:有 1 张照片的文件原来就不在,备份里也没有,第一张是 files/${folder}/`))
})

it('the backup of an older version is brought up; that of a newer one waits for the program', async () => {
  const folder = newFolder()
  const path = join(folder, 'county.db')
  migrate(path, now, migrations().slice(0, -1))
  const found = (sql: string) => {
    const connection = new LocalConnection(path, 'writer')
    connection.exec(sql)
    connection.close()
  }
  found("INSERT INTO county (id, name, phone, demo, opened_at, canary) VALUES (1, '旧县', '0990', 0, '2026-01-01T00:00:00.000Z', 'k1:x')")
  const old = join(newFolder(), 'old.tar.gz')
  await makeBackup({ dataDir: folder, to: old, now })
  const restored = await restoreBackup(old, join(newFolder(), 'data'), now)
  expect([restored.brought, restored.report.filter(({ bad }) => bad !== null)]).toEqual([1, []])
  migrate(path, now)
  found("INSERT INTO migrations (id, name, sha256, run_at) VALUES (99, 'from tomorrow', '0', '2026-01-01T00:00:00.000Z')")
  const newer = join(newFolder(), 'newer.tar.gz')
  await makeBackup({ dataDir: folder, to: newer, now })
  await refuses(newer, /是更新的版本做的,请先升级程序再恢复。$/)
})
