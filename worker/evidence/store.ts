import type { EvidenceStored } from '../contract/index.ts'
import { evidenceBytesMax } from '../contract/index.ts'
import { change, signedIn } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, sha256, statement } from '../platform/index.ts'
import { photoOf } from './photo.ts'

/** More than any phone's camera takes; who unpacks more for a small file is being bombed. */
const pixelsMax = 100_000_000

/**
 * Keeps one photo: its real type is read from the bytes, the bytes are sealed, the row says who and when.
 * Refuses: evidence_size (> 5 MB or 100 million pixels), evidence_type (not JPEG, PNG or WebP whatever its name says, or cut off).
 */
export async function storeEvidence(ctx: Context, bytes: Uint8Array): Promise<EvidenceStored> {
  const field = (message: string) => ({ fields: [{ field: 'file', label: '照片', message }] })
  if (bytes.length > evidenceBytesMax) throw new ProblemError('evidence_size', field('照片要在 5 MB 以内'))
  const photo = photoOf(bytes)
  if (!photo) throw new ProblemError('evidence_type', field('这不是照片文件,请重新拍或选一张'))
  if (!photo.whole) throw new ProblemError('evidence_type', field('照片没有传完整,请重新上传'))
  if (photo.width * photo.height > pixelsMax) throw new ProblemError('evidence_size', field('照片尺寸太大,请重新拍一张'))
  await signedIn(ctx)
  const hash = sha256(bytes)
  await ctx.files.put(hash, ctx.cipher.sealBytes(bytes, `files:${hash}`))
  return change(ctx, {
    chain: statement("'county'"),
    facts: {},
    plan: (_, { caller, at, journalId, newId }) => {
      const evidenceId = newId('evi')
      const insert = statement(
        'INSERT INTO evidence (id, sha256, type, bytes, uploaded_by, uploaded_at, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        evidenceId,
        hash,
        photo.type,
        bytes.length,
        caller.personId,
        at,
        journalId,
      )
      return {
        object: evidenceId,
        statements: [insert],
        answer: { evidenceId, sha256: hash, type: photo.type, bytes: bytes.length },
      }
    },
  })
}
