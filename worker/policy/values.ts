import type { PolicyLists, PolicyValues } from '../contract/index.ts'
import { policyLines } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** `smallCapFen` is the column `small_cap_fen`. */
const column = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const keys = policyLines.map(({ key }) => key)
const insert = `INSERT INTO policies (version, from_on, ${keys.map(column).join(', ')}, journal_id)
  VALUES (?, ?, ${keys.map(() => '?').join(', ')}, ?)`

/** One version as its rows: the line itself, then its lists. The schema says what is wrong with it (db/migrations/0003). */
export function policyInserts(version: number, fromOn: string, values: PolicyValues, journalId: string): Statement[] {
  return [
    statement(insert, version, fromOn, ...keys.map((key) => values[key]), journalId),
    ...values.tiersFen.map((fen, index) =>
      statement('INSERT INTO policy_tiers (version, ordinal, fen, journal_id) VALUES (?, ?, ?, ?)', version, index + 1, fen, journalId)),
    ...values.quotas.map(({ fromPopulation, fen }) =>
      statement('INSERT INTO policy_quotas (version, from_population, fen, journal_id) VALUES (?, ?, ?, ?)', version, fromPopulation, fen, journalId)),
    ...values.refusalCodes.map((code) =>
      statement('INSERT INTO policy_refusal_codes (version, code, journal_id) VALUES (?, ?, ?)', version, code, journalId)),
  ]
}

/** The lines of a row that are one number or one word. */
export function policyLinesOf(row: Row): Omit<PolicyValues, keyof PolicyLists> {
  return Object.fromEntries(keys.map((key) => {
    const cell = row[column(key)] ?? null
    return [key, typeof cell === 'bigint' ? Number(cell) : cell]
  })) as Omit<PolicyValues, keyof PolicyLists>
}

/** Every version with its lists, newest day first; of those that have begun by `on` only the one in force, if `on` is given. */
export function wholePolicies(on?: string): Statement {
  const lists = `SELECT p.*,
      (SELECT json_group_array(fen) FROM (SELECT fen FROM policy_tiers WHERE version = p.version ORDER BY ordinal)) AS tiers,
      (SELECT json_group_array(json_array(from_population, fen)) FROM (
        SELECT from_population, fen FROM policy_quotas WHERE version = p.version ORDER BY from_population)) AS quotas,
      (SELECT json_group_array(code) FROM (SELECT code FROM policy_refusal_codes WHERE version = p.version ORDER BY code)) AS codes
    FROM policies p`
  return on === undefined
    ? statement(`${lists} ORDER BY p.from_on DESC, p.version DESC`)
    : statement(`${lists} WHERE p.from_on <= ? ORDER BY p.from_on DESC, p.version DESC LIMIT 1`, on)
}

export function wholePolicyOf(row: Row): PolicyValues {
  return {
    ...policyLinesOf(row),
    tiersFen: JSON.parse(String(row.tiers)) as number[],
    quotas: (JSON.parse(String(row.quotas)) as [number, number][]).map(([fromPopulation, fen]) => ({ fromPopulation, fen })),
    refusalCodes: JSON.parse(String(row.codes)) as PolicyValues['refusalCodes'],
  }
}
