import type { PostKind } from '../../contract/index.ts'
import type { Cipher, Statement } from '../../platform/index.ts'
import { addHours, statement, textInsert } from '../../platform/index.ts'

const validHours = 72

/** 绑定码 of an invitation: made of its id and the county's key, so it is shown again but lies nowhere. */
export function invitationCode(cipher: Cipher, id: string): string {
  const drawn = Buffer.from(cipher.mac(`invitation:${id}`), 'base64url').readBigUInt64BE()
  return String(drawn % 1_000_000_000_000n).padStart(12, '0')
}

export type Invited = { kind: PostKind; townshipCode: string | null; name: string; invitedBy: string | null }

/** Its rows: the officer's name as sealed words, the code only as a keyed index. `id` and `expiresAt` for the answer. */
export function invitationRows(
  cipher: Cipher,
  step: { journalId: string; at: string; now: Date; newId(prefix: string): string },
  { kind, townshipCode, name, invitedBy }: Invited,
): { id: string; expiresAt: string; statements: Statement[] } {
  const id = step.newId('inv')
  const words = textInsert(cipher, step, name)
  const expiresAt = addHours(step.now, validHours).toISOString()
  const invitation = statement(
    `INSERT INTO invitations (id, kind, township_code, name_text_id, code_index, invited_by, invited_at, expires_at, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    kind,
    townshipCode,
    words.id,
    cipher.index('invitation', invitationCode(cipher, id)),
    invitedBy,
    step.at,
    expiresAt,
    step.journalId,
  )
  return { id, expiresAt, statements: [...words.statements, invitation] }
}
