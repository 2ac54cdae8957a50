import type { PostKind } from '../../worker/contract/index.ts'
import { postKinds, postLabels } from '../../worker/contract/index.ts'
import type { Route } from '../../worker/platform/index.ts'
import type { Outcome } from './rule.ts'

/** Who called, and what he got: `leader`, `leader next door`, `an applicant`, `no login`. */
export type Seen = Record<string, Outcome>
/** One row of the page by field: what each post read of a thing in a view. */
export type FieldRow = { view: string; field: string; seen: Record<string, string> }

const strangers = ['an applicant', 'no login'] as const
const heads = [...postKinds.map((kind) => postLabels[kind]), '群众', '未登录']

/** The permission matrix as a page (DESIGN 5): what the test of every cell saw, nothing written by hand. */
export function matrixPage(routes: readonly Route[], seen: ReadonlyMap<string, Seen>, fields: FieldRow[]): string {
  const rooms = Map.groupBy(routes, ({ action }) => action.split('.')[0] ?? '')
  return `${[
    '# Permissions: who may do what, and who reads what',
    'Printed by `tests/permissions.test.ts` from the answers of a running county; change the rules there, never this page.',
    [
      '- `●` works in the own township and next door (county posts: in the whole county) · `◐` in the own township only',
      '- `-` refused at the door (`post_required`, `out_of_scope`, `signed_out`) · a code: let in, and refused by that rule',
      '- The call of each row is right in everything but who makes it. An ended post and an expired session get what 群众 and 未登录 get.',
    ].join('\n'),
    ...[...rooms].map(([room, rows]) => `## ${room}\n\n${table(['route', ...heads], rows.map((row) => cells(row, seen)))}`),
    `## By field\n\nfull = 全文 · masked = 隐去 · a dash = not in the answer, or no answer\n\n${byField(fields)}`,
  ].join('\n\n')}\n`
}

function cells({ method, path, action }: Route, all: ReadonlyMap<string, Seen>): string[] {
  const seen = all.get(action) ?? {}
  return [`${method} ${path}`, ...postKinds.map((kind) => cell(seen, kind)), ...strangers.map((who) => word(seen[who]))]
}

function cell(seen: Seen, kind: PostKind): string {
  const [here, there] = [word(seen[kind]), word(seen[`${kind} next door`])]
  if (here === '●' && `${kind} next door` in seen) return there === '●' ? '●' : '◐'
  return here
}

const doors: readonly Outcome[] = ['post_required', 'out_of_scope', 'signed_out']
function word(outcome: Outcome | undefined): string {
  if (outcome === undefined || doors.includes(outcome)) return '-'
  return typeof outcome === 'number' ? '●' : `\`${outcome}\``
}

function byField(fields: FieldRow[]): string {
  return table(['view', 'field', ...heads], fields.map(({ view, field, seen }) =>
    [view, field, ...[...postKinds, ...strangers].map((who) => seen[who] ?? '-')]))
}

const table = (head: string[], rows: string[][]) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
