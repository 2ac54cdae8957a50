import type { Services } from '../../worker/platform/index.ts'

/** On this connection alone: whoever signs in has given the PIN for ever, so that a test of something else asks nobody for it. */
export async function nobodyIsAsked({ db }: Pick<Services, 'db'>): Promise<void> {
  const sql = `CREATE TEMP TRIGGER everybody_has_proved AFTER INSERT ON main.sessions
    BEGIN UPDATE sessions SET second_at = '2099-01-01T00:00:00.000Z' WHERE token_hash = NEW.token_hash; END`
  await db.write([], () => ({ answer: undefined, statements: [{ sql, args: [] }] }))
}
