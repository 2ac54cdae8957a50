import type { CheckList } from '../contract/index.ts'
import { checkIdNumber } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import type { Column, SheetRow } from '../platform/index.ts'
import { fieldProblem, ProblemError } from '../platform/index.ts'
import { dayOf, lostDigits, nameOf } from '../sheets/index.ts'

/** What a programme's list is asked for, and what offices call it. */
export const listColumns: readonly Column[] = [
  { name: 'name', called: ['姓名', '对象姓名', '人员姓名', '成员姓名', '救助对象姓名', '保障对象姓名', '户主姓名', '户主'], needed: true },
  {
    name: 'idNumber',
    called: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '证件号码', '证件号', '身份证', '成员身份证号', '户主身份证号', '户主身份证号码'],
    needed: true,
  },
  { name: 'fromOn', called: ['开始日期', '起始日期', '享受开始日期', '认定日期', '批准日期', '保障开始日期', '有效期起'], needed: false },
  { name: 'toOn', called: ['截止日期', '结束日期', '到期日期', '有效期至', '有效期止', '保障结束日期'], needed: false },
]

/** Somebody on a list, `idNumber` of 18 digits. */
export type Listed = { row: number; name: string; idNumber: string; fromOn: string; toOn: string }

/** `demo`: invented numbers are right. */
export type Day = { today: string; demo: boolean }

/** One row: somebody, or what is wrong with it in a sentence. A row's own days go before the list's. */
export function listedOf({ row, cells }: SheetRow, list: CheckList, { today, demo }: Day): Listed | string {
  const [called = '', number = '', from = '', to = ''] = cells
  const name = nameOf(called)
  if (name === '') return '没有姓名'
  if (number === '') return '没有身份证号'
  if (lostDigits(number)) return '身份证号存成了数字,后几位已丢失'
  const checked = checkIdNumber(number, today, demo)
  if (!checked.ok) return checked.reason
  const fromOn = from === '' ? list.fromOn : dayOf(from)
  const toOn = to === '' ? list.toOn : dayOf(to)
  if (fromOn === null) return '开始日期看不懂'
  if (toOn === null) return '截止日期看不懂'
  if (toOn < fromOn) return '截止日期在开始日期之前'
  // an old standing goes on: of it only what this list says holds
  const yearAgo = yearFrom(toOn, -1)
  return { row, name, idNumber: checked.idNumber, fromOn: fromOn < yearAgo ? yearAgo : fromOn, toOn }
}

const yearFrom = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, '-02-28')

/** The days of a list: from the past on, for at most a year (P13). */
export function requireSpan({ fromOn, toOn }: CheckList, today: string): void {
  if (fromOn > today) throw new ProblemError('aid_later')
  if (toOn < fromOn || toOn > yearFrom(fromOn, 1)) throw fieldProblem('toOn', '到哪天', '要在开始那天之后,最长一年')
}

/** 县救助股 brings the county's lists, a caseworker those of the own township. Refuses: post_required, out_of_scope. */
export function requireBringer(caller: Caller, townshipCode: string | null): void {
  const kind = townshipCode === null ? 'county_assistance' : 'caseworker'
  const held = caller.posts.filter((post) => post.kind === kind)
  if (held.length === 0) throw new ProblemError('post_required')
  if (!held.some((post) => post.townshipCode === townshipCode)) throw new ProblemError('out_of_scope')
}
