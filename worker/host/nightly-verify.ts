import * as z from 'zod'
import type { Services } from '../platform/index.ts'
import type { Round, Task } from '../rounds/index.ts'
import { TaskFailed } from '../rounds/index.ts'
import type { Config } from './config.ts'
import { runProgram } from './program.ts'

/** What `worker/verify.ts --json` prints: one line. */
const printed = z.array(
  z.object({
    check: z.string(),
    bad: z.string().nullable(),
    fund: z.string().nullable(),
    funds: z.array(z.string()).default([]),
  }),
)
export type Finding = { check: string; bad: string; fund: string | null; funds: string[] }

/** More are counted; the command names all. */
const shownMax = 5

/**
 * Every night all of `npm run verify`, in a process of its own. Something found is no failure of the task: what was found,
 * or that nothing was, is told to `onFindings`, written down, and shown on the desk.
 */
export function nightlyVerify(
  config: Pick<Config, 'dataDir' | 'fieldKeys' | 'checkpoints'>,
  onFindings: (services: Services, findings: Finding[]) => Promise<void>,
): Task {
  return {
    name: 'verify',
    dailyAfter: '02:00',
    run: async (services, { signal }) => {
      const report = await verified(config, signal)
      const findings = report.flatMap(({ bad, ...one }) => (bad === null ? [] : [{ ...one, bad: bad.slice(0, 200) }]))
      await onFindings(services, findings)
      const shown = findings.slice(0, shownMax).map(({ check, bad, fund }) => ({ check, bad, fund }))
      return { checks: report.length, found: findings.length, findings: shown }
    },
  }
}

async function verified(
  { dataDir, fieldKeys, checkpoints }: Pick<Config, 'dataDir' | 'fieldKeys' | 'checkpoints'>,
  signal: Round['signal'],
): Promise<z.infer<typeof printed>> {
  const where = checkpoints?.folder ? ['--checkpoints', checkpoints.folder] : []
  const env = fieldKeys === null ? {} : { FIELD_KEYS: fieldKeys }
  const { code, answer, stderr } = await runProgram('verify', ['--data', dataDir, '--json', ...where], env, signal)
  const report = printed.safeParse(answer)
  if (report.success) return report.data
  throw new TaskFailed(`verify ended with ${code}: ${stderr}`, { error: 'verify_ended', code })
}
