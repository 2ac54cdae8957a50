import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLocal } from '../../db/local.ts'
import { checkpointing, newSigningKey, signingKey } from './checkpointing.ts'
import { keepKey, readFolder, readNote } from '../oversight/checkpoint/folder.ts'
import { makeCheckpoint } from '../oversight/checkpoint/make.ts'
import { noteOf, readVerifiers, signed, signersOf, verifierLine, verifierOf, written } from '../oversight/checkpoint/note.ts'
import { checkpointPage } from '../oversight/checkpoint/page.ts'
import { isProof, proofFile, provenOf } from '../oversight/checkpoint/proof.ts'
import { statementOf } from '../oversight/checkpoint/statement.ts'
import { statement } from '../platform/index.ts'

const options = {
  data: { type: 'string' },
  dir: { type: 'string' },
  note: { type: 'string' },
  public: { type: 'string' },
  key: { type: 'string' },
  name: { type: 'string' },
  fund: { type: 'string' },
  to: { type: 'string' },
} as const
type Option = keyof typeof options
/** What was asked for, with the settings where nothing was. */
type Asked = Partial<Record<Option, string>> & { data: string; folder: string }

/** Does one command of `npm run checkpoint` and returns what there is to say; what cannot be done is thrown, in Chinese. */
export async function checkpointCommand(args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const command = commands[positionals[0] ?? '']
  if (!command) throw new Error(`要写明做什么:${Object.keys(commands).join('、')}。`)
  const data = values.data ?? env.DATA_DIR ?? './data'
  const folder = values.dir ?? env.CHECKPOINT_DIR ?? join(data, 'checkpoints')
  return command({ ...values, key: values.key ?? env.CHECKPOINT_KEY_FILE, data, folder })
}

const commands: Record<string, (asked: Asked) => Promise<string> | string> = {
  /** Signs what the county holds now. */
  make: async ({ data, folder, key }) => {
    const path = join(data, 'county.db')
    if (!existsSync(path)) throw new Error(`没有数据:${path}`)
    const db = openLocal(path)
    try {
      const [counties = []] = await db.read([statement('SELECT demo FROM county')])
      const checkpoints = { keyFile: key ?? null, folder }
      const how = checkpointing({ dataDir: data, demo: counties[0]?.demo === 1, checkpoints })
      if (how === null) throw new Error('要有签名密钥:--key 文件,或设置 CHECKPOINT_KEY_FILE。')
      const { name, note } = await makeCheckpoint(db, how, new Date())
      return `${join(folder, `${name}.txt`)}\n\n${written(note)}`
    } finally {
      await db.close()
    }
  },
  /** The second party signs the same text, with a key of its own. */
  cosign: (asked) => {
    const path = wanted(asked, 'note')
    const [name, key] = [wanted(asked, 'name'), signingKey(wanted(asked, 'key'))]
    const note = noteOf(readFileSync(path, 'utf8'))
    statementOf(note.text)
    writeFileSync(path, written(signed(note, name, key)), { flush: true })
    return `${name} 已签名:${path}\n公钥:${verifierLine(verifierOf(name, key))}\n`
  },
  /** Who signed a note, or what a proof proves. */
  check: (asked) => {
    const file = readFileSync(wanted(asked, 'note'), 'utf8')
    const proof = isProof(file) ? provenOf(file) : null
    const note = proof?.note ?? noteOf(file)
    const { origin, at, size, root } = statementOf(note.text)
    const names = signersOf(note, readVerifiers(readFileSync(wanted(asked, 'public'), 'utf8')))
    if (!names.includes(origin)) throw new Error(`没有 ${origin} 的有效签名。`)
    const [, fund, seq, head, totals] = proof ? (JSON.parse(proof.leaf) as [string, string, number, string, [string, string][]]) : []
    const held = totals?.map(([place, fen]) => `\n  ${place} ${fen} 分`).join('') ?? ''
    const proven = proof ? `基金 ${fund} 第 ${seq} 笔 ${head}${held}\n在这个检查点里(${proof.siblings.length} 个哈希)。\n` : ''
    return `${origin} ${at},${size} 个基金,根 ${root}\n签名有效:${names.join('、')}\n${proven}`
  },
  /** One fund's proof, for whoever should not see the others. */
  prove: (asked) => {
    const kept = asked.note === undefined ? readFolder(asked.folder).at(-1) : readNote(asked.note)
    if (!kept) throw new Error(`没有检查点:${asked.folder}`)
    const file = proofFile(kept, wanted(asked, 'fund'))
    writeFileSync(wanted(asked, 'to'), file, { flag: 'wx' })
    return `${asked.to}(${Buffer.byteLength(file)} 字节,检查点 ${kept.name})\n`
  },
  /** The page that people sign by hand. */
  print: (asked) => {
    const kept = readNote(wanted(asked, 'note'))
    writeFileSync(wanted(asked, 'to'), checkpointPage(kept), { flag: 'wx' })
    return `${asked.to}\n`
  },
  /** A new key, for the county or for who cosigns; its public line goes to whoever checks. */
  key: (asked) => {
    const key = verifierOf(wanted(asked, 'name'), newSigningKey(wanted(asked, 'to')))
    if (asked.dir !== undefined) keepKey(asked.folder, key)
    return `密钥:${asked.to}(只有本人可读,不要放进数据目录)\n公钥:${verifierLine(key)}\n`
  },
}

function wanted(asked: Asked, name: Option): string {
  const value = asked[name]
  if (value === undefined) throw new Error(`少了 --${name}。`)
  return value
}
