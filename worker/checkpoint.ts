/** `npm run checkpoint -- make | cosign | check | prove | print | key`: signed checkpoints of a county's ledger. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLocal } from '../db/local.ts'
import { checkpointing, newSigningKey, signingKey } from './host/checkpointing.ts'
import { keepKey, readFolder, readNote } from './oversight/checkpoint/folder.ts'
import { makeCheckpoint } from './oversight/checkpoint/make.ts'
import { noteOf, readVerifiers, signed, signersOf, verifierLine, verifierOf, written } from './oversight/checkpoint/note.ts'
import { checkpointPage } from './oversight/checkpoint/page.ts'
import { isProof, proofFile, provenOf } from './oversight/checkpoint/proof.ts'
import { statementOf } from './oversight/checkpoint/statement.ts'
import { statement } from './platform/index.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
    dir: { type: 'string', default: process.env.CHECKPOINT_DIR },
    note: { type: 'string' },
    public: { type: 'string' },
    key: { type: 'string', default: process.env.CHECKPOINT_KEY_FILE },
    name: { type: 'string' },
    fund: { type: 'string' },
    to: { type: 'string' },
  },
})
const folder = values.dir ?? join(values.data, 'checkpoints')

const commands: Record<string, () => Promise<string> | string> = {
  /** Signs what the county holds now. */
  make: async () => {
    const path = join(values.data, 'county.db')
    if (!existsSync(path)) throw new Error(`没有数据:${path}`)
    const db = openLocal(path)
    try {
      const [counties = []] = await db.read([statement('SELECT demo FROM county')])
      const checkpoints = { keyFile: values.key ?? null, folder }
      const how = checkpointing({ dataDir: values.data, demo: counties[0]?.demo === 1, checkpoints })
      if (how === null) throw new Error('要有签名密钥:--key 文件,或设置 CHECKPOINT_KEY_FILE。')
      const { name, note } = await makeCheckpoint(db, how, new Date())
      return `${join(folder, `${name}.txt`)}\n\n${written(note)}`
    } finally {
      await db.close()
    }
  },
  /** The second party signs the same text, with a key of its own. */
  cosign: () => {
    const path = wanted('note')
    const [name, key] = [wanted('name'), signingKey(wanted('key'))]
    const note = noteOf(readFileSync(path, 'utf8'))
    statementOf(note.text)
    writeFileSync(path, written(signed(note, name, key)), { flush: true })
    return `${name} 已签名:${path}\n公钥:${verifierLine(verifierOf(name, key))}\n`
  },
  /** Who signed a note, or what a proof proves. */
  check: () => {
    const file = readFileSync(wanted('note'), 'utf8')
    const proof = isProof(file) ? provenOf(file) : null
    const note = proof?.note ?? noteOf(file)
    const { origin, at, size, root } = statementOf(note.text)
    const names = signersOf(note, readVerifiers(readFileSync(wanted('public'), 'utf8')))
    if (!names.includes(origin)) throw new Error(`没有 ${origin} 的有效签名。`)
    const [, fund, seq, head, totals] = proof ? (JSON.parse(proof.leaf) as [string, string, number, string, [string, string][]]) : []
    const held = totals?.map(([place, fen]) => `\n  ${place} ${fen} 分`).join('') ?? ''
    const proven = proof ? `基金 ${fund} 第 ${seq} 笔 ${head}${held}\n在这个检查点里(${proof.siblings.length} 个哈希)。\n` : ''
    return `${origin} ${at},${size} 个基金,根 ${root}\n签名有效:${names.join('、')}\n${proven}`
  },
  /** One fund's proof, for whoever should not see the others. */
  prove: () => {
    const kept = values.note === undefined ? readFolder(folder).at(-1) : readNote(values.note)
    if (!kept) throw new Error(`没有检查点:${folder}`)
    const file = proofFile(kept, wanted('fund'))
    writeFileSync(wanted('to'), file, { flag: 'wx' })
    return `${values.to}(${Buffer.byteLength(file)} 字节,检查点 ${kept.name})\n`
  },
  /** The page that people sign by hand. */
  print: () => {
    const kept = readNote(wanted('note'))
    writeFileSync(wanted('to'), checkpointPage(kept), { flag: 'wx' })
    return `${values.to}\n`
  },
  /** A new key, for the county or for who cosigns; its public line goes to whoever checks. */
  key: () => {
    const key = verifierOf(wanted('name'), newSigningKey(wanted('to')))
    if (values.dir !== undefined) keepKey(folder, key)
    return `密钥:${values.to}(只有本人可读,不要放进数据目录)\n公钥:${verifierLine(key)}\n`
  },
}

function wanted(name: 'note' | 'public' | 'key' | 'name' | 'fund' | 'to'): string {
  const value = values[name]
  if (value === undefined) throw new Error(`少了 --${name}。`)
  return value
}

const command = commands[positionals[0] ?? '']
try {
  if (!command) throw new Error(`要写明做什么:${Object.keys(commands).join('、')}。`)
  process.stdout.write(await command())
} catch (error) {
  process.stderr.write(`没有做成:${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
