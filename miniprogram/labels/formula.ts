/** How the sum of a decision is worked out (救助核算过程, F-1). */
export const formulaLabels = {
  open: '按标准核算',
  title: '金额怎么算的',
  outright: '直接填',
  base: '按哪个低保标准',
  persons: '几个人',
  households: '几户',
  months: '几个月',
  days: '几天',
  personsFault: '请写几个人,从 1 起',
  monthsFault: '请写几个月,从 1 起',
  daysFault: '请写几天,从 1 起',
} as const
