import { describe, expect, test } from 'vitest'
import { startFixture, type JsdomPhone } from './support/jsdom-phone.ts'

const errors = (phone: JsdomPhone): string[] => phone.window.__mpErrors.map(({ message }) => message)

const write = (phone: JsdomPhone, label: string, value: string): void => {
  const field = phone.window.document.querySelector(`[aria-label="${label}"]`)!
  field.value = value
  field.dispatchEvent(new phone.window.Event('input', { bubbles: true }))
}

describe('a page', () => {
  test('draws lists, WXS, slots and components, and reacts to taps', async () => {
    const phone = await startFixture()
    expect(phone.words()).toMatch(/你好,王.*1\. 第一行.*48600\.00 元明细/s)
    await phone.tap('加一行')
    await phone.tap('2. 第 2 行')
    expect(phone.words()).toContain('选了 2')
    await phone.tap('可用')
    expect(phone.window.document.querySelector('[role="status"]')?.textContent).toBe('4860000')
    expect(errors(phone)).toEqual([])
  })

  test('keeps catch, disabled and hidden as a phone does', async () => {
    const phone = await startFixture({ hash: '#/pages/probe/probe' })
    await phone.tap('里面 0')
    expect(phone.words()).toContain('里面 3')
    await phone.tap('不能按')
    expect(phone.words()).toContain('里面 3')
    expect(phone.words()).toContain('好')
    expect(phone.words()).not.toContain('坏')
  })
})

describe('a form', () => {
  test('gathers named controls and clears them', async () => {
    const phone = await startFixture({ hash: '#/pages/form/form' })
    write(phone, '姓名', '王小明')
    write(phone, '经过', '房子着火')
    await phone.tap('生病')
    await phone.tap('车祸')
    await phone.tap('我说的是真的')
    phone.window.document.querySelector('wx-switch')!.click()
    await phone.tap('提交')
    const sent = (): unknown => JSON.parse(/\{.*\}/.exec(phone.words())![0])
    expect(sent()).toMatchObject({
      name: '王小明', story: '房子着火', cause: 'crash', agree: ['yes'], urgent: true, day: '2025-11-21',
    })
    expect((phone.window.__phone.router.pages()[0] as { data: { name: string } }).data.name).toBe('王小明')
    await phone.tap('清空')
    await phone.tap('提交')
    expect(sent()).toMatchObject({ name: '', story: '', cause: '', agree: [], urgent: false })
    expect(errors(phone)).toEqual([])
  })

  test('chooses from a list, and a dismissed picker changes nothing', async () => {
    const phone = await startFixture({ hash: '#/pages/form/form' })
    await phone.tap('请选择')
    expect(phone.window.document.querySelectorAll('[role="option"]')).toHaveLength(2)
    await phone.tap('取消')
    expect(phone.words()).toContain('请选择')
    await phone.tap('请选择')
    await phone.tap('河口镇')
    expect(phone.words()).toContain('河口镇')
  })

  test('chooses a day', async () => {
    const phone = await startFixture({ hash: '#/pages/form/form' })
    await phone.tap('2025-11-21')
    phone.window.document.querySelector('dialog input[type="date"]')!.value = '2025-12-01'
    await phone.tap('确定')
    expect(phone.words()).toContain('2025-12-01')
  })

  test('names its controls for screen readers', async () => {
    const phone = await startFixture({ hash: '#/pages/form/form' })
    const document = phone.window.document
    expect(document.querySelector('input[aria-label="姓名"]')).not.toBeNull()
    const radios = [...document.querySelectorAll('wx-radio')]
    expect(radios.map((one) => one.getAttribute('aria-label'))).toEqual(['车祸', '生病'])
    expect(document.querySelector('wx-radio')!.getAttribute('aria-checked')).toBe('false')
  })
})
