import type { CheckList, ListChecked } from '../contract/index.ts'
import { signedIn } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay, sha256, statement } from '../platform/index.ts'
import { currentFact, isCurrent } from './current.ts'
import { ListedPeople } from './people.ts'
import { requireBringer, requireSpan } from './rules.ts'

/**
 * Looks through a list without keeping anything: how many, what is wrong where, and what would change against the list that
 * counts now. Refuses: post_required, out_of_scope, aid_later, input, and what `readSheet` refuses.
 */
export async function checkList(ctx: Context, bytes: Uint8Array, list: CheckList): Promise<ListChecked> {
  requireBringer(await signedIn(ctx), list.townshipCode ?? null)
  requireSpan(list, beijingDay(ctx.clock()))
  const hash = sha256(bytes)
  const [[current] = []] = await ctx.db.read([currentFact(list)])
  const people = new ListedPeople(ctx, list)
  let [good, same, known] = [0, 0, 0]
  for await (const some of people.read(bytes)) {
    good += some.length
    known += some.filter((one) => one.known).length
    if (!current) continue
    const [[count] = []] = await ctx.db.read([
      statement(
        'SELECT count(*) AS n FROM json_each(?) e CROSS JOIN listed_people p ON p.id_number_index = e.value AND p.list_id = ?',
        JSON.stringify(some.map(({ index }) => index)),
        String(current.id),
      ),
    ])
    same += Number(count?.n)
  }
  return {
    sha256: hash,
    rows: people.rows,
    good,
    fresh: good - same,
    ended: Number(current?.people ?? 0) - same,
    same,
    known,
    already: isCurrent(current, list, hash),
    faults: people.faults,
  }
}
