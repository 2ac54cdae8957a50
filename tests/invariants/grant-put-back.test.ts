import { expect, it } from 'vitest'
import { fundCode } from '../support/county.ts'
import { storyBegins } from '../support/ledger-stories.ts'
import type { Changed, PutBack } from '../support/put-back.ts'
import { lastRowTakenOut } from '../support/put-back.ts'

type Case = [word: string | null, change?: Changed, first?: string]

const quoted = (cell: unknown) => (cell === null ? 'NULL' : typeof cell === 'number' ? cell : `'${String(cell)}'`)

it('a grant by plain SQL is judged like one by the page: who, how much, how often, and what the request has become', async () => {
  const { county, crew } = await storyBegins()
  await crew.granted()
  const { row, putBack } = lastRowTakenOut(county, 'grants', 'granted_at')
  const [policy] = await county.rows('SELECT * FROM policies')
  const [request, household, person, deputy, at] = ['request_id', 'household_id', 'person_id', 'approved_by', 'granted_at'].map((column) => String(row[column]))
  const { small_cap_fen: cap, urgent_ceiling_fen: ceiling, cash_cap_fen: cash } = policy as Record<string, number>
  const { dibao_fen: month, rural_dibao_fen: rural, light_cap_fen: light } = policy as Record<string, number>
  const worked = (formula: string, base: string | null = null, persons: number | null = null, count: number | null = null): Changed =>
    ({ formula, formula_base: base, formula_persons: persons, formula_count: count })
  const [other] = await county.rows('SELECT * FROM grants WHERE household_id <> ?', household!)
  const text = '(SELECT id FROM texts LIMIT 1)'
  const also = (table: string, columns: string) =>
    `INSERT INTO ${table} SELECT '${request}', ${columns}, '${deputy}', '${at}', '${String(row.journal_id)}'`
  const copies = (count: number, change: Changed = {}) => Array.from({ length: count }, (_, n) => {
    const copy = { ...row, id: `gra_copy_${n}`, number: `copy ${n}`, request_id: `req_copy_${n}`, ...change }
    return `INSERT INTO grants (${Object.keys(copy).join(', ')}) VALUES (${Object.values(copy).map(quoted).join(', ')})`
  }).join(';\n')
  const neighbour = { household_id: other?.household_id ?? null, person_id: other?.person_id ?? null }
  const consented = (code: string) => `${also('exceptions', `1, '${code}', ${text}`)};${also('exception_answers', `1, 1, ${text}`)}`
  const shared = (count: number) => Array.from({ length: count }, (_, n) =>
    copies(1, { ...neighbour, id: `gra_shared_${n}`, number: `shared ${n}`, household_id: `hou_shared_${n}` })).join(';')
  const newer = (from: string) => `CREATE TEMP TABLE newer AS SELECT * FROM policies; UPDATE newer SET version = version + 1, from_on = ${from};
    INSERT INTO policies SELECT * FROM newer; DROP TABLE newer`
  const lastYear = { year: Number(row.year) - 1, granted_at: '2025-09-28T02:00:00.000Z' }
  const ofCause = (cause: string): [Changed, string] => [{ cause_code: cause }, `UPDATE requests SET cause_code = '${cause}' WHERE id = '${request}'`]
  const cases: Record<string, Case> = {
    'as it was': [null],
    'after a refusal': ['request_not_open', {}, also('refusals', `'NOT_URGENT', ${text}, ${text}, date('${at}', '+8 hours', '+60 days')`)],
    'after a withdrawal': ['request_not_open', {}, also('withdrawals', text)],
    'after it went to the county': ['county_turn', {}, also('escalations', `'OTHER', ${text}`)],
    'before it was accepted': ['request_not_accepted', {}, `DELETE FROM acceptances WHERE request_id = '${request}'`],
    'accepted later': ['request_not_accepted', {}, "UPDATE acceptances SET accepted_at = '2026-09-28T02:00:00.001Z'"],
    'accepted just then': [null, {}, `UPDATE acceptances SET accepted_at = '${at}'`],
    'for another household': ['request_not_accepted', { household_id: other?.household_id ?? null }],
    'for another person': ['request_not_accepted', { person_id: other?.person_id ?? null }],
    'for another cause': ['request_not_accepted', { cause_code: 'FIRE' }],
    'from the fund next door': ['request_not_accepted', { fund_code: fundCode(2) }],
    'in the township next door': ['request_not_accepted', { township_code: '990101002' }],
    'granted before': ['already_granted', {}, copies(1, { request_id: request! })],
    'granted before and cancelled': [null, {},
      `${copies(1, { request_id: request!, cause_code: 'FIRE', ...lastYear })}; INSERT INTO cancellations SELECT 'gra_copy_0', ${text}, '${deputy}', '${at}', '${String(row.journal_id)}'`],
    'to kin of the office': ['kin_needs_county', {}, `UPDATE acceptances SET kin = 1, kin_text_id = ${text}`],
    'by who accepted': ['same_person', {}, `UPDATE acceptances SET accepted_by = '${deputy}'`],
    'by who filed': ['same_person', {}, `UPDATE requests SET submitted_by = '${deputy}'`],
    'to himself': ['beneficiary', { person_id: deputy! }, `UPDATE requests SET person_id = '${deputy}'`],
    'to his household': ['beneficiary', {}, `UPDATE household_changes SET person_id = '${deputy}' WHERE household_id = '${household}'`],
    'of a track with a notice': ['public_notice_needed', { track: 'standard' }],
    ...Object.fromEntries(['MEDICAL', 'EDUCATION', 'CARE', 'DISABILITY', 'HOUSING', 'BASIC_COST'].map((cause) => [cause, ['public_notice_needed', ...ofCause(cause)]])),
    FIRE: [null, ...ofCause('FIRE')],
    'under no policy': ['policy_changed', { policy_version: 9 }],
    'under the policy before': ['policy_changed', {}, newer("'2026-09-28'")],
    'under a policy before it begins': ['policy_changed', { policy_version: 2 }, newer("'2026-09-29'")],
    'while a later policy waits': [null, {}, newer("'2026-09-29'")],
    'with a day more to explain': ['policy_changed', { explanation_days: Number(row.explanation_days) + 1 }],
    'small, at its cap': [null, { fen: cap! }],
    'small, over its cap': ['small_cap', { fen: cap! + 1 }],
    'urgent, over the small cap': [null, { track: 'urgent', fen: cap! + 1 }],
    'urgent, at its ceiling': [null, { track: 'urgent', fen: ceiling! }],
    'urgent, over its ceiling': ['county_turn', { track: 'urgent', fen: ceiling! + 1 }],
    'worked out as it comes': [null, { track: 'urgent', ...worked('months', 'urban', 1, 2), fen: 2 * month! }],
    'worked out, a fen off': ['formula_sum', { track: 'urgent', ...worked('months', 'urban', 1, 2), fen: 2 * month! - 1 }],
    'worked out for the country': [null, { ...worked('months', 'rural', 1, 1), fen: rural! }],
    'worked out for the country, as in town': ['formula_sum', { ...worked('months', 'rural', 1, 1), fen: month! }],
    'worked out for the country, one standard': [null, { ...worked('months', 'rural', 1, 1), fen: month! }, 'UPDATE policies SET rural_dibao_fen = NULL'],
    'worked out for a month too many': ['formula_months', { ...worked('months', 'urban', 1, Number(policy?.months_max) + 1) }],
    'worked out for a month too few': ['formula_months', { ...worked('months', 'urban', 1, 1), fen: month! }, 'UPDATE policies SET months_min = 2'],
    'worked out by ten days': [null, { ...worked('days', 'urban', 1, 10), fen: month! / 3 }],
    'worked out by days, what is left of a fen kept': ['formula_sum', { ...worked('days', 'rural', 1, 7), fen: Math.ceil((rural! * 7) / 30) }],
    'worked out by days, what is left of a fen fallen away': [null, { ...worked('days', 'rural', 1, 7), fen: Math.floor((rural! * 7) / 30) }],
    'worked out for a day too many': ['formula_days', { ...worked('days', 'urban', 1, Number(policy?.days_max) + 1) }],
    'worked out for a person too many': ['formula_persons', { track: 'urgent', ...worked('months', 'urban', 2, 1), fen: 2 * month! }],
    'slight, at its cap': [null, { ...worked('light'), fen: light! }],
    'slight, over its cap': ['light_cap', { ...worked('light'), fen: light! + 1 }],
    'cash at its cap': [null, { track: 'urgent', channel: 'cash', fen: cash! }],
    'cash over its cap': ['cash_cap', { track: 'urgent', channel: 'cash', fen: cash! + 1 }],
    'to no account': ['payee_needed', { payee_id: null }],
    'cash to no account': [null, { channel: 'cash', payee_id: null }],
    "to another's account": ['payee_changed', { payee_id: other?.payee_id ?? null }],
    'to an account of another name': ['payee_holder', {}, `UPDATE persons SET holder_index = 'another' WHERE id = '${person}'`],
    'cash, whatever the name': [null, { channel: 'cash' }, `UPDATE persons SET holder_index = 'another' WHERE id = '${person}'`],
    'one short of the cause’s number': [null, {}, copies(Number(policy?.same_cause_per_year) - 1)],
    'over the cause’s number': ['same_cause_this_year', {}, copies(Number(policy?.same_cause_per_year))],
    'the cause’s number last year': ['still_in_need', {}, copies(Number(policy?.same_cause_per_year), lastYear)],
    'the cause’s number last year, still in need': [null, { exceptions: '1' }, `${copies(Number(policy?.same_cause_per_year), lastYear)};${also('exceptions', `1, 'STILL_IN_NEED', ${text}`)}`],
    'the cause’s number two years ago': [null, {}, copies(Number(policy?.same_cause_per_year), { year: Number(row.year) - 2, granted_at: '2024-09-28T02:00:00.000Z' })],
    'naming an exception that is none': ['exception_changed', { exceptions: '1' }],
    'not naming an exception that stands': ['exception_changed', {}, also('exceptions', `1, 'STILL_IN_NEED', ${text}`)],
    'naming one that nobody consented to': ['exception_changed', { exceptions: '1' }, also('exceptions', `1, 'EPIDEMIC', ${text}`)],
    'over the cause’s number, with consent': [null, { exceptions: '1' }, `${copies(Number(policy?.same_cause_per_year))};${consented('EPIDEMIC')}`],
    'over the household’s number, with consent': [null, { exceptions: '1' }, `${copies(Number(policy?.household_per_year), { cause_code: 'FIRE' })};${consented('RECURRENT_INFECTION')}`],
    'over the cause’s number, with consent to an account': ['same_cause_this_year', { exceptions: '1' }, `${copies(Number(policy?.same_cause_per_year))};${consented('SHARED_PAYEE')}`],
    'to the account of two others': ['payee_shared', {}, shared(2)],
    'to the account of one other': [null, {}, shared(1)],
    'to the account of two others, with consent': [null, { exceptions: '1' }, `${shared(2)};${consented('SHARED_PAYEE')}`],
    'cash, beside an account of two others': [null, { channel: 'cash', payee_id: null }, shared(2)],
    'the cause’s number next door': [null, {}, copies(Number(policy?.same_cause_per_year), neighbour)],
    'one short of the household’s number': [null, {}, copies(Number(policy?.household_per_year) - 1, { cause_code: 'FIRE' })],
    'over the household’s number': ['household_year_limit', {}, copies(Number(policy?.household_per_year), { cause_code: 'FIRE' })],
    'the household’s number last year': [null, {}, copies(Number(policy?.household_per_year), { cause_code: 'FIRE', ...lastYear })],
    'the household’s number next door': [null, {}, copies(Number(policy?.household_per_year), { cause_code: 'FIRE', ...neighbour })],
  }
  const said = (put: PutBack, [, change = {}, first = '']: Case) => put(change, { first })
  expect(Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, said(putBack, one)])))
    .toEqual(Object.fromEntries(Object.entries(cases).map(([name, [word]]) => [name, word])))
})
