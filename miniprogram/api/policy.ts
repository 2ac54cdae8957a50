/** The rules in force, for anybody. */
import type { PublicPolicy } from '../../worker/contract/policy.ts'
import { read } from './http.ts'

export const getPolicy = () => read<PublicPolicy>('/policy')
