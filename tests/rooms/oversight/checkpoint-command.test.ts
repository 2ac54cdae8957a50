import { execFile } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import { checkpointCommand } from '../../../worker/host/checkpoint-command.ts'
import { readNote } from '../../../worker/oversight/checkpoint/folder.ts'
import { qrModules, qrText } from '../../../worker/oversight/checkpoint/page.ts'
import { fundCode, newCounty } from '../../support/county.ts'
import { newFolder } from '../../support/host.ts'

const program = fileURLToPath(new URL('../../../worker/checkpoint.ts', import.meta.url))

/** `npm run checkpoint -- ...`: what it said, and whether it was done. */
const checkpoint = (...args: string[]): Promise<{ done: boolean; said: string }> =>
  checkpointCommand(args).then(
    (said) => ({ done: true, said }),
    (error: unknown) => ({ done: false, said: (error as Error).message }),
  )

/** A demo whose checkpoint an auditor has signed too; `keys` is the auditor's own list. */
async function cosigned() {
  const county = await newCounty()
  await county.services.db.close()
  const office = newFolder()
  const [secret, keys] = [join(office, 'audit.pem'), join(office, 'keys.txt')]
  const made = await checkpoint('make', '--data', county.dataDir)
  const note = made.said.split('\n')[0]!
  const born = await checkpoint('key', '--name', 'audit.example', '--to', secret)
  writeFileSync(keys, readFileSync(join(county.dataDir, 'checkpoints', 'keys.txt'), 'utf8') + /公钥:(.*\n)/.exec(born.said)?.[1])
  await checkpoint('cosign', '--note', note, '--key', secret, '--name', 'audit.example')
  return { county, office, secret, keys, note }
}

it('is made, cosigned and checked; the keys are their owner’s alone', async () => {
  const { county, secret, keys, note } = await cosigned()
  expect((await checkpoint('check', '--note', note, '--public', keys)).said).toMatch('签名有效:xianjiu/990101、audit.example')
  for (const key of [secret, join(county.dataDir, 'checkpoint-key.pem')]) expect(statSync(key).mode & 0o777).toBe(0o600)
  const again = await checkpoint('cosign', '--note', note, '--key', secret, '--name', 'audit.example')
  expect(again).toEqual({ done: false, said: 'audit.example 已经签过。' })
  writeFileSync(note, readFileSync(note, 'utf8').replace('previous none', `previous ${'0'.repeat(64)}`))
  expect((await checkpoint('check', '--note', note, '--public', keys)).said).toMatch(/^xianjiu\/990101 的签名不对/)
})

it('one fund is proven without the others, and only as it is', async () => {
  const { county, office, keys } = await cosigned()
  const proof = join(office, 'fund.tlog-proof')
  expect((await checkpoint('prove', '--data', county.dataDir, '--fund', fundCode(3), '--to', proof)).done).toBe(true)
  const checked = await checkpoint('check', '--note', proof, '--public', keys)
  expect(checked.said).toMatch(`基金 ${fundCode(3)} 第 2 笔`)
  expect(checked.said).toMatch(/bank\.available \d+ 分/)
  const text = readFileSync(proof, 'utf8')
  const leaf = /extra (\S+)/.exec(text)?.[1] ?? ''
  const richer = Buffer.from(Buffer.from(leaf, 'base64').toString().replace(/"bank.available","(\d)/, '"bank.available","1$1')).toString('base64')
  for (const bent of [text.replace(leaf, richer), text.replace('index 3', 'index 4')]) {
    writeFileSync(proof, bent)
    expect(await checkpoint('check', '--note', proof, '--public', keys)).toEqual({ done: false, said: '证明不成立:这个基金算不到检查点的根。' })
  }
})

it('is printed as a page to sign, and its QR code says the whole note', async () => {
  const { office, note } = await cosigned()
  const page = join(office, 'page.html')
  expect((await checkpoint('print', '--note', note, '--to', page)).done).toBe(true)
  const html = readFileSync(page, 'utf8')
  expect(html).toMatch('备用金账本检查点')
  expect(html).toMatch(/@page \{ size: A4/)
  expect(html.match(/<tr><td>F990101/g)).toHaveLength(13)
  const kept = readNote(note)
  expect(scanned(qrModules(qrText(kept)))).toBe(readFileSync(note, 'utf8'))
  // the modules on the page are the ones that were scanned
  expect(html.match(/M\d+ \d+h1v1h-1z/g)).toHaveLength(qrModules(qrText(kept)).flat().filter(Boolean).length)
})

it('the program says what was not done, and exits with 1', async () => {
  const ended = await new Promise((resolve) => {
    execFile(process.execPath, ['--no-warnings', program, 'check'], (error, _, said) => resolve({ code: error?.code, said }))
  })
  expect(ended).toEqual({ code: 1, said: '没有做成:少了 --note。\n' })
})

it('what is missing is said in one Chinese sentence', async () => {
  expect((await checkpoint()).said).toMatch(/^要写明做什么/)
  expect((await checkpoint('make', '--data', newFolder())).said).toMatch(/^没有数据/)
  expect((await checkpoint('check', '--note', program)).said).toMatch(/^这不是签过名的检查点。|^签名行写坏了。/)
  const { county, keys } = await cosigned()
  expect((await checkpoint('prove', '--data', county.dataDir, '--fund', 'F0', '--to', 'x')).said).toMatch('检查点里没有基金 F0')
  expect((await checkpoint('make', '--data', county.dataDir, '--key', keys)).said).toMatch('不是密钥文件')
})

/** Reads the printed squares as a camera would see them: four pixels each, with a quiet margin. */
function scanned(modules: boolean[][]): string | undefined {
  const [pixels, margin] = [4, 4]
  const side = (modules.length + 2 * margin) * pixels
  const image = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [Math.floor((at % side) / pixels) - margin, Math.floor(at / side / pixels) - margin]
    if (modules[y]?.[x]) image.set([0, 0, 0], at * 4)
  }
  const found = jsQR.default(image, side, side)
  return found ? Buffer.from(found.binaryData).toString('utf8') : undefined
}
