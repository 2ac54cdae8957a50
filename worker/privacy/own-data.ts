import type { OwnData } from '../contract/index.ts'
import { ownData } from '../contract/index.ts'
import { personCell, signedIn } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { statement, textOpen } from '../platform/index.ts'

/** Everything that is kept about the caller, in full, for him alone: to look at and to take along (PIPL 45). */
export async function showOwnData(ctx: Context): Promise<OwnData> {
  const { personId } = await signedIn(ctx)
  const [people = [], requests = [], payees = []] = await ctx.db.read([
    statement('SELECT id, name_cipher, phone_cipher, id_number_cipher FROM persons WHERE id = ?', personId),
    statement(
      `SELECT r.id, r.number, r.submitted_at, r.cause_code, t.name AS township, r.story_text_id, s.cipher AS story, r.village_text_id, v.cipher AS village,
         r.phone_text_id, h.cipher AS phone, (SELECT count(*) FROM request_photos WHERE request_id = r.id) AS photos
       FROM requests r JOIN townships t ON t.code = r.township_code LEFT JOIN texts s ON s.id = r.story_text_id
       LEFT JOIN texts v ON v.id = r.village_text_id LEFT JOIN texts h ON h.id = r.phone_text_id
       WHERE r.person_id = ? ORDER BY r.submitted_at DESC, r.id DESC LIMIT 200`,
      personId,
    ),
    statement(
      `SELECT y.id, y.request_id, y.holder_cipher, y.bank_cipher, y.account_cipher FROM payees y JOIN requests r ON r.id = y.request_id
       WHERE r.person_id = ? AND y.account_cipher <> '' ORDER BY y.n`,
      personId,
    ),
  ])
  const cell = (column: 'name' | 'phone' | 'id_number') => personCell(ctx.cipher, column, personId, people[0]?.[`${column}_cipher`])
  return ownData.parse({
    name: cell('name'),
    phone: cell('phone'),
    idNumber: cell('id_number'),
    requests: requests.map((row) => ({
      number: row.number,
      townshipName: row.township,
      submittedAt: row.submitted_at,
      causeCode: row.cause_code,
      story: textOpen(ctx.cipher, row.story_text_id, row.story),
      village: textOpen(ctx.cipher, row.village_text_id, row.village),
      phone: textOpen(ctx.cipher, row.phone_text_id, row.phone),
      photoCount: row.photos,
      accounts: payees.filter((payee) => payee.request_id === row.id).map((payee) => accountOf(ctx, payee)),
    })),
  })
}

function accountOf(ctx: Context, row: Row) {
  const open = (column: string) => ctx.cipher.open(String(row[`${column}_cipher`]), `payees.${column}:${String(row.id)}`)
  return { holder: open('holder'), bank: open('bank'), account: open('account') }
}
