/** What has not had the server's word yet, in plain sight, with a way to send it now. */
import { goOn } from '../../api/goOn.ts'
import { dropUnsent, unsentActs, type Unsent } from '../../api/unsent.ts'
import { unsentSays, unsentWords } from '../../labels/unsent.ts'

Component({
  properties: { tick: Number },
  data: { acts: [] as Unsent[], heading: '', busy: false, t: unsentWords },
  observers: {
    tick() {
      this.look()
    },
  },
  lifetimes: {
    attached() {
      this.look()
    },
  },
  pageLifetimes: {
    show() {
      this.look()
    },
  },
  methods: {
    look() {
      const acts = unsentActs()
      this.setData({ acts, heading: unsentSays.some(acts.length) })
    },
    async again() {
      if (this.data.busy) return
      this.setData({ busy: true })
      await goOn()
      this.setData({ busy: false })
      this.look()
    },
    async drop() {
      const { confirm } = await wx.showModal({
        title: unsentWords.drop, content: unsentWords.dropAsk, confirmText: unsentWords.drop,
        cancelText: unsentWords.keep,
      })
      if (confirm) this.data.acts.forEach((act) => dropUnsent(act.slot))
      this.look()
    },
  },
})
