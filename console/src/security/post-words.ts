import { postLabels } from '../../../worker/contract/labels.ts'
import type { Officer } from '../../../worker/contract/signin.ts'

/** `青山镇 出纳`. */
export const postWords = ({ kind, area }: Officer['posts'][number]): string => `${area} ${postLabels[kind]}`
