import { digest } from './digest.ts'

/**
 * Holds what an account said, for as long as rows are kept, without saying it: new keys do not change it, and once the
 * sealed salt is emptied nobody can try an account number against it (PIPL 47).
 */
export function saidHash(salt: string, { holder, bank, account }: { holder: string; bank: string; account: string }): string {
  return digest(['said', salt, holder, bank, account])
}
