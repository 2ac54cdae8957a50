import type { ProblemCode } from '../contract/index.ts'

/** Whose affair an answer of WeChat is, and so which way out there is: again, the operator's, or none through WeChat. */
type WeChatProblem = Extract<
  ProblemCode,
  'wechat_code' | 'wechat_down' | 'wechat_busy' | 'wechat_barred' | 'wechat_setup' | 'phone_code'
>

/** The account's own settings are wrong or not allowed: nobody who signs in can do anything about it. */
const setup = [
  40002, 40013, 40125, 40164, 40243, 41002, 41004, 48001, 50002, 61024, 89501, 89503, 89506, 89507,
] as const

/** Every number that WeChat documents for code2session, stable_token and getuserphonenumber. 0 is no trouble. */
const meanings: Readonly<Record<number, WeChatProblem>> = {
  [-1]: 'wechat_down',
  40029: 'wechat_code',
  40163: 'wechat_code',
  41008: 'wechat_code',
  40226: 'wechat_barred',
  45009: 'wechat_busy',
  45011: 'wechat_busy',
  ...Object.fromEntries(setup.map((code) => [code, 'wechat_setup' as const])),
}

/** The access token is old or was made again elsewhere: a fresh one is worth one more try. */
export const tokenIsOld = (errcode: number): boolean => [40001, 40014, 41001, 42001].includes(errcode)

/** What a person is told; a number that nobody documented is a WeChat that does not work. */
export function problemOfWeChat(errcode: number, badCode: 'wechat_code' | 'phone_code'): WeChatProblem {
  const meaning = meanings[errcode] ?? 'wechat_down'
  return meaning === 'wechat_code' ? badCode : meaning
}

/** Whoever runs the machine has to do something; the person in front of it cannot. */
export const forOperator = (errcode: number): boolean =>
  meanings[errcode] === 'wechat_setup' || meanings[errcode] === undefined
