/** An officer types the code, and the post is his. */
import { bindPost } from '../../api/posts.ts'
import { bindSays, bindWords } from '../../labels/bind.ts'
import { frameNow } from '../../theme/frame.ts'

Page({
  data: { frame: frameNow(), t: bindWords, code: '', wrong: '', trouble: '', done: '', busy: false },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: event.detail.value, wrong: '', trouble: '', done: '' })
  },
  async bind() {
    if (this.data.busy) return
    const digits = this.data.code.replace(/[\s-]/g, '')
    if (!/^\d{12}$/.test(digits)) {
      this.setData({ wrong: bindWords.wrong })
      return
    }
    this.setData({ busy: true, trouble: '', done: '' })
    const result = await bindPost(digits)
    if (result.ok) this.setData({ busy: false, code: '', done: bindSays.done(result.data.kind) })
    else this.setData({ busy: false, trouble: result.problem.fields[0]?.message ?? result.problem.title })
  },
})
