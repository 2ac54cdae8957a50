import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { doors, opened } from './doors.ts'
import { edited } from './mutant.ts'
import { sqlEdits, statementEdits } from './sql.ts'
import { codeEdits, withMutants } from './typescript.ts'

it('the places where `npm run mutants` puts its faults in are still there', () => {
  for (const file of Object.keys(doors)) expect(opened(file, readFileSync(file, 'utf8')), file).toContain('globalThis.mutant')
})

it('SQL loses one conjunct, one branch, one bound, one of a list or one statement at a time', () => {
  const sql = `CREATE TRIGGER t BEFORE INSERT ON a BEGIN
  SELECT RAISE(ABORT, 'x') WHERE NEW.a = 1 AND NEW.b BETWEEN 2 AND 3;
  SELECT CASE WHEN NEW.c < 1 OR d IN ('p', 'q') THEN RAISE(ABORT, 'y') END;
END;`
  const became = (edit: Parameters<typeof edited>[1]) => edited(sql, edit).replace(/\s+/g, ' ')
  const body = (first: string, second: string) => `CREATE TRIGGER t BEFORE INSERT ON a BEGIN ${first}; ${second}; END;`
  const [first, second] = ["SELECT RAISE(ABORT, 'x') WHERE NEW.a = 1 AND NEW.b BETWEEN 2 AND 3", "SELECT CASE WHEN NEW.c < 1 OR d IN ('p', 'q') THEN RAISE(ABORT, 'y') END"]
  expect(statementEdits(sql).map(became)).toEqual([body('SELECT 1', second), body(first, 'SELECT 1')])
  expect(sqlEdits(sql).map(became).toSorted()).toEqual([
    body(first.replace('NEW.a = 1', '1'), second),
    body(first.replace('NEW.b BETWEEN 2 AND 3', '1'), second),
    body(first, second.replace('NEW.c < 1', '0')),
    body(first, second.replace("d IN ('p', 'q')", '0')),
    body(first, second.replace("NEW.c < 1 OR d IN ('p', 'q')", '0')),
    body(first, second.replace('<', '<=')),
    body(first, second.replace("'p', 'q'", "'p'")),
    body(first, second.replace("'p', 'q'", "'q'")),
  ].toSorted())
})

it('a file with all of its mutants in it, asleep, says what it said; awake each says something else', async () => {
  const source = `export const f = (n: number): string => (n > 2 && n !== 5 ? \`big \${n + 1}\` : 'small')\n`
  const mutants = codeEdits(source).map((edit, index) => ({ ...edit, id: index + 1 }))
  const javascript = withMutants(source, mutants).replace('(n: number): string', '(n)')
  const { f } = (await import(`data:text/javascript,${encodeURIComponent(javascript)}`)) as { f: (n: number) => string }
  let awake = 0
  Object.assign(globalThis, { mutantAwake: (id: number) => id === awake })
  const said = () => [1, 2, 3, 5].map((n) => f(n)).join()
  expect(said()).toBe('small,small,big 4,small')
  for (const { id, what } of mutants) {
    awake = id
    expect(said(), what).not.toBe('small,small,big 4,small')
  }
  expect(mutants.length).toBeGreaterThan(8)
})
