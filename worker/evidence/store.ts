import { fileTypeFromBuffer } from 'file-type'
import type { EvidenceStored } from '../contract/index.ts'
import { evidenceBytesMax } from '../contract/index.ts'
import { change, signedIn } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, sha256, statement } from '../platform/index.ts'

const allowed = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Keeps one photo: its real type is read from the bytes, the bytes are sealed, the row says who and when.
 * Refuses: evidence_size (> 5 MB), evidence_type (not JPEG, PNG or WebP whatever its name says).
 */
export async function storeEvidence(ctx: Context, bytes: Uint8Array): Promise<EvidenceStored> {
  const field = (message: string) => ({ fields: [{ field: 'file', label: '照片', message }] })
  if (bytes.length > evidenceBytesMax) throw new ProblemError('evidence_size', field('照片要在 5 MB 以内'))
  const type = (await fileTypeFromBuffer(bytes))?.mime
  if (!type || !allowed.has(type)) throw new ProblemError('evidence_type', field('这不是照片文件,请重新拍或选一张'))
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
        type,
        bytes.length,
        caller.personId,
        at,
        journalId,
      )
      return {
        object: evidenceId,
        statements: [insert],
        answer: { evidenceId, sha256: hash, type, bytes: bytes.length },
      }
    },
  })
}
