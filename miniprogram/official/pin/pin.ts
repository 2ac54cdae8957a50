/** Gives the PIN for what waits behind this page, or sets one (?do=change). What was typed before stays where it was. */
import { demoPin, proveSecond, setPin, viewSecond } from '../../api/pin.ts'
import { secondAnswered } from '../../api/second.ts'
import { pinSays, pinWords } from '../../labels/pin.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'

type Doing = 'give' | 'set' | 'change'

Page({
  data: { frame: frameNow(), t: pinWords, doing: '' as Doing | '', change: false, state: 'loading', words: '', pin: '',
  oldPin: '', again: '', at: {} as Record<string, string>, trouble: '', hint: '', busy: false, proven: false },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ change: query['do'] === 'change' })
    void this.refresh()
    void demoPin().then((pin) => this.setData({ hint: pin ? pinSays.demo(pin) : '' }))
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  onUnload() {
    secondAnswered(this.data.proven)
  },
  async refresh() {
    const result = await viewSecond()
    if (!result.ok) return this.setData({ state: 'trouble', words: result.problem.title })
    const doing = !result.data.set ? 'set' : this.data.change ? 'change' : 'give'
    this.setData({ state: '', doing })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = event.currentTarget.dataset['field'] as 'pin' | 'oldPin' | 'again'
    this.setData({ [field]: event.detail.value, at: {} } as never)
  },
  async send() {
    const { doing, pin, oldPin, again, busy } = this.data
    const at: Record<string, string> = {}
    if (!/^\d{6}$/.test(pin)) at['pin'] = pinWords.digits
    if (doing === 'change' && !/^\d{6}$/.test(oldPin)) at['oldPin'] = pinWords.digits
    if (doing !== 'give' && again !== pin) at['again'] = pinWords.differ
    this.setData({ at, trouble: '' })
    if (Object.keys(at).length > 0 || busy) return
    this.setData({ busy: true })
    const result = doing === 'give' ? await proveSecond(pin)
      : await setPin(doing === 'change' ? { pin, oldPin } : { pin })
    if (result.ok) {
      this.setData({ proven: true })
      if (doing !== 'give') void wx.showToast({ title: pinWords.done })
      return goBack()
    }
    const wrong: Record<string, string> = {}
    result.problem.fields.forEach(({ field, message }) => { wrong[field] = message })
    this.setData({ busy: false, pin: '', oldPin: '', again: '', at: wrong,
      trouble: result.problem.fields.length > 0 ? '' : result.problem.title })
    if (result.problem.code === 'pin_unset') void this.refresh()
  },
})
