import * as z from 'zod'

export const shape = z.strictObject({ code: z.string() })
