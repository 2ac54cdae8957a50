/** `npm run checkpoint -- make | cosign | check | prove | print | key`: signed checkpoints of a county's ledger. */
import { checkpointCommand } from './host/checkpoint-command.ts'

try {
  process.stdout.write(await checkpointCommand(process.argv.slice(2), process.env))
} catch (error) {
  process.stderr.write(`没有做成:${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
