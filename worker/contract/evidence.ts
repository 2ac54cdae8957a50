/** Photos. The bytes go up alone, before or after the words they belong to. */
import * as z from 'zod'
import { id } from './shapes.ts'

export const evidenceStored = z.strictObject({ evidenceId: id, sha256: z.string(), type: z.string(), bytes: z.int() })
export type EvidenceStored = z.infer<typeof evidenceStored>
