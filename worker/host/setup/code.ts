import { randomInt, timingSafeEqual } from 'node:crypto'
import { ProblemError, sha256 } from '../../platform/index.ts'

const triesMax = 10
const draw = (): string => String(randomInt(1_000_000_000_000)).padStart(12, '0')

/** 设置码: printed where the program runs, so that only who runs it founds the county. After ten wrong tries another is printed. */
export function setupCode(print: (code: string) => void): { require(said: string): void } {
  let [code, wrong] = [draw(), 0]
  print(code)
  return {
    require: (said) => {
      const plain = said.normalize('NFKC').replace(/[\s-]/g, '')
      if (timingSafeEqual(Buffer.from(sha256(plain)), Buffer.from(sha256(code)))) return
      wrong += 1
      if (wrong % triesMax === 0) {
        code = draw()
        print(code)
      }
      throw new ProblemError('setup_code')
    },
  }
}
