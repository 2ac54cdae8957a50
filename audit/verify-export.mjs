// node audit/verify-export.mjs EXPORT_DIR [KEYS]: reads an export and nothing else. Exit 0: everything holds; 1: the
// first wrong row is named. KEYS: public keys that you keep yourself; without them the export's own are believed.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const [dir = '.', keyFile] = process.argv.slice(2)
const text = (name) => readFileSync(join(dir, name), 'utf8')
const json = (name) => JSON.parse(text(name))
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (bytes) => bytes.toString('hex')
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)
const must = (holds, name) => {
  if (!holds) throw new Error(name)
}
process.on('uncaughtException', ({ message }) => {
  console.error(`WRONG ${message}`)
  process.exit(1)
})

/** Field by field what an entry's hash covers (worker/fund/ENCODING.md); its own hash stands behind them. */
const fields = ['version', 'fund_code', 'seq', 'voucher_year', 'voucher', 'event', 'debit_place', 'credit_place', 'fen',
  'payout_id', 'claim_id', 'day', 'at', 'made_by', 'checked_by', 'paper', 'undoes', 'facts_hash', 'prev']
const marked = fields.filter((name) => !['version', 'seq', 'voucher', 'undoes', 'prev'].includes(name)).sort()
const markOf = (entry) => {
  const said = marked.filter((name) => entry[name] !== null).map((name) => [name, name === 'fen' ? Number(entry.fen) : entry[name]])
  return hex(sha256(JSON.stringify(['entries', ...said.flat()]))).slice(0, 16)
}

function readManifest() {
  const lines = text('MANIFEST').trimEnd().split('\n').map((line) => line.split('  '))
  for (const [hash, name] of lines)
    must(existsSync(join(dir, name)) && hex(sha256(readFileSync(join(dir, name)))) === hash, `MANIFEST: ${name} was changed`)
  for (const name of ['entries.jsonl', 'moves.json', 'places.json', 'funds.json', 'balances.json'])
    must(lines.some(([, listed]) => listed === name), `MANIFEST: ${name} is missing`)
}

/** RFC 6962. */
function rootOf(hashes) {
  if (hashes.length < 2) return hashes[0] ?? sha256()
  const at = 2 ** Math.ceil(Math.log2(hashes.length) - 1)
  return sha256(Uint8Array.of(1), rootOf(hashes.slice(0, at)), rootOf(hashes.slice(at)))
}
const rootOver = (leaves) => rootOf(leaves.map((leaf) => sha256(Uint8Array.of(0), JSON.stringify(leaf)))).toString('base64')

function readKeys() {
  const file = keyFile ?? join(dir, 'checkpoints', 'keys.txt')
  must(existsSync(file), 'checkpoints: there is no public key')
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => {
    const [, name, id, raw] = /^(\S+?)\+([0-9a-f]{8})\+(\S+)$/.exec(line) ?? []
    const bytes = Buffer.from(raw ?? '', 'base64')
    must(bytes.length === 33 && bytes[0] === 1 && hex(sha256(`${name}\n`, bytes)).slice(0, 8) === id, `keys: ${line}`)
    return { name, id, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }, format: 'jwk' }) }
  })
}

function readCheckpoint(name, keys) {
  const file = text(`checkpoints/${name}`)
  const end = file.lastIndexOf('\n\n') + 1
  const body = file.slice(0, end)
  const [origin, size, root, , journals, previous] = body.split('\n')
  const signers = file.slice(end + 1).trimEnd().split('\n').filter((line) => {
    const [, signer, said] = /^— (\S+) (\S+)$/.exec(line) ?? []
    const bytes = Buffer.from(said ?? '', 'base64')
    const known = keys.find((key) => key.name === signer && key.id === hex(bytes.subarray(0, 4)))
    must(!known || verify(null, Buffer.from(body), known.key, bytes.subarray(4)), `checkpoint ${name}: the signature of ${signer} is wrong`)
    return known && signer === origin
  })
  must(signers.length > 0, `checkpoint ${name}: not signed by a known key of ${origin}`)
  const leaves = text(`checkpoints/${name.replace('.txt', '.leaves.jsonl')}`).trimEnd().split('\n').map((line) => JSON.parse(line))
  const funds = leaves.filter((leaf) => leaf.fund)
  const fundRoot = rootOver(funds.map(({ fund, seq, head, totals, from, marks }) =>
    ['xianjiu-fund-leaf-1', fund, seq, head, totals, from, hex(sha256(JSON.stringify(marks)))]))
  const chains = leaves.filter((leaf) => leaf.chain).map(({ chain, seq, head }) => ['xianjiu-journal-leaf-1', chain, seq, head])
  const stated = same([size, root, journals], [String(funds.length), fundRoot, `journals ${chains.length} ${rootOver(chains)}`])
  must(stated, `checkpoint ${name}: its leaves are not what was signed`)
  return { name, previous: previous.split(' ')[1], hash: hex(sha256(body)), funds }
}

function readCheckpoints() {
  const folder = join(dir, 'checkpoints')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d(-\d+)?\.txt$/.test(name)) : []
  must(names.length > 0, 'checkpoints: there is none, so a careful rewrite could not be seen')
  const keys = readKeys()
  const notes = names.map((name) => readCheckpoint(name, keys))
  for (const { name, previous } of notes)
    must(previous === 'none' || notes.some((note) => note.hash === previous), `checkpoint ${name}: the one before it is missing`)
  must(notes.filter(({ previous }) => previous === 'none').length === 1, 'checkpoints: more than one follows none')
  return notes
}

readManifest()
const [places, funds, notes] = [json('places.json'), json('funds.json'), readCheckpoints()]
const place = new Map(places.map((one) => [one.place, one]))
const legal = new Map(json('moves.json').map((move) => [`${move.event} ${move.debit_place} ${move.credit_place}`, move]))
const [seen, marks, balances, totals, earlier] = [new Map(), new Map(), new Map(), new Map(), new Map()]
for (const { name, leaf } of notes.flatMap((note) => note.funds.map((leaf) => ({ name: note.name, leaf })))) {
  must(funds.some(({ code }) => code === leaf.fund), `fund ${leaf.fund}: it was deleted; checkpoint ${name} saw ${leaf.seq} entries`)
  const at = `${leaf.fund} ${leaf.seq}`
  if (leaf.seq > 0) seen.set(at, [...(seen.get(at) ?? []), { name, leaf }])
  leaf.marks.forEach((mark, index) => marks.set(`${leaf.fund} ${leaf.from + index + 1}`, mark))
}
let [last, line] = [{}, 0]
for await (const row of createInterface({ input: createReadStream(join(dir, 'entries.jsonl')) })) {
  line += 1
  const values = JSON.parse(row)
  const [hash, e] = [values.pop(), Object.fromEntries(fields.map((name, index) => [name, values[index]]))]
  const at = `${e.fund_code} ${e.seq}`
  const check = (holds, what) => must(holds, `entries.jsonl line ${line}, fund ${e.fund_code} entry ${e.seq}: ${what}`)
  check(values.length === fields.length && e.version === 'xianjiu-entry-1', 'is no entry')
  check(funds.some(({ code }) => code === e.fund_code) && !earlier.has(at), 'is of no fund, or comes twice')
  if (e.fund_code !== last.fund_code) last = { seq: 0, hash: '', voucher_year: 0, voucher: 0 }
  check(e.seq === last.seq + 1, `expected entry ${last.seq + 1}`)
  check(!marks.has(at) || marks.get(at) === markOf(e), 'is not the entry that a checkpoint saw here')
  check(e.prev === last.hash, 'does not follow the one before it')
  check(hash === hex(sha256(JSON.stringify(values))), 'its hash is wrong')
  const next = e.voucher === (e.voucher_year === last.voucher_year ? last.voucher + 1 : 1)
  check(e.voucher_year >= last.voucher_year && next, 'its voucher number is not the next')
  const move = legal.get(`${e.event} ${e.debit_place} ${e.credit_place}`)
  check(move && /^[1-9]\d*$/.test(e.fen), 'is no legal move')
  check(!move.dual || (e.checked_by !== null && e.checked_by !== e.made_by), 'has no second person')
  const mirror = [e.credit_place, e.debit_place, e.fen, e.payout_id, e.claim_id]
  check(e.event !== 'undo' || same(earlier.get(`${e.fund_code} ${e.undoes}`), mirror), 'mirrors no entry')
  earlier.set(at, [e.debit_place, e.credit_place, e.fen, e.payout_id, e.claim_id])
  for (const [name, side] of [[e.debit_place, 1n], [e.credit_place, -1n]]) {
    const { sign, per } = place.get(name)
    const key = JSON.stringify([e.fund_code, name, { fund: '', payout: e.payout_id, claim: e.claim_id }[per]])
    const fen = BigInt(e.fen) * side * BigInt(sign)
    balances.set(key, (balances.get(key) ?? 0n) + fen)
    totals.set(`${e.fund_code} ${name}`, (totals.get(`${e.fund_code} ${name}`) ?? 0n) + fen)
    check(balances.get(key) >= 0n, `${name} falls below zero`)
  }
  for (const { name, leaf } of seen.get(at) ?? []) {
    const held = places.map((one) => [one.place, String(totals.get(`${e.fund_code} ${one.place}`) ?? 0n)]).filter(([, fen]) => fen !== '0')
    check(leaf.head === hash && same(leaf.totals, held), `its hash or the totals are not what checkpoint ${name} saw`)
  }
  seen.delete(at)
  last = { ...e, hash }
}
for (const { name, leaf } of [...seen.values()].flat())
  must(false, `fund ${leaf.fund}: entry ${leaf.seq} is gone; checkpoint ${name} saw ${leaf.seq} entries`)
const written = new Map(json('balances.json').map(([fund, name, key, fen]) => [JSON.stringify([fund, name, key]), BigInt(fen)]))
for (const key of [...written.keys(), ...balances.keys()])
  must((written.get(key) ?? 0n) === (balances.get(key) ?? 0n), `balances.json ${key}: the entries say ${balances.get(key) ?? 0n}`)
const held = (code) => places.reduce((sum, one) => sum + BigInt(one.sign) * (totals.get(`${code} ${one.place}`) ?? 0n), 0n)
for (const { code } of funds) must(held(code) === 0n, `fund ${code}: holds more or less than it was entrusted`)
console.log(`everything holds: ${funds.length} funds, ${line} entries, ${notes.length} checkpoints`)
