import { expect, test } from 'vitest'
import { phoneSelector } from '../../preview/compile/selectors.ts'
import { compileStyles } from '../../preview/compile/styles.ts'
import { phoneUnits } from '../../preview/units.ts'
import { builtFixture } from './support/build.ts'

test('rpx, vh and the safe area become lengths of this screen', () => {
  expect(phoneUnits('24rpx -5rpx .5rpx')).toBe('calc(var(--rpx) * 24) calc(var(--rpx) * -5) calc(var(--rpx) * .5)')
  expect(phoneUnits('calc(100vh - 20rpx)')).toBe('calc(calc(var(--vh) * 100) - calc(var(--rpx) * 20))')
  expect(phoneUnits('env(safe-area-inset-bottom, 4px)')).toBe('var(--safe-bottom, 0px)')
  expect(phoneUnits('var(--td-20rpx)')).toBe('var(--td-20rpx)')
  expect(phoneUnits('red')).toBe('red')
})

test('a component\'s classes speak to that component alone', () => {
  const scope = { kind: 'component', path: 'x', name: 'c1' } as const
  expect(phoneSelector('.row .sum:first-child', scope)).toBe('.c1--row .c1--sum:first-child')
  expect(phoneSelector(':host', scope)).toBe('[wx-host=c1]')
})

test('a page\'s rules speak to that page alone and weigh what they were written to weigh', () => {
  const scope = { kind: 'page', path: 'pages/a/a' } as const
  expect(phoneSelector('.row, view', scope))
    .toBe(':where(wx-page[is="pages/a/a"]) .row, :where(wx-page[is="pages/a/a"]) wx-view')
  expect(phoneSelector('page', scope)).toBe('wx-page:where([is="pages/a/a"])')
})

test('tag names become those of the browser\'s document', () => {
  expect(phoneSelector('page, scroll-view text, money-line', { kind: 'shared' }))
    .toBe('wx-page, wx-scroll-view wx-text, money-line')
})

test('imports are written in place', async () => {
  const { miniprogram } = await builtFixture()
  const path = 'miniprogram_npm/tdesign-miniprogram/button/button'
  const styles = compileStyles(miniprogram, [{ path, json: { component: true, styleIsolation: 'apply-shared' } }],
    new Map([[path, 'c9']]))
  expect(styles[path]).toContain('.c9--hotspot-expanded')
  expect(styles[path]).not.toContain('@import')
})
