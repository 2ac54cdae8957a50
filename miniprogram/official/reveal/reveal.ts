/** A masked number. Tapped, it asks why; with a reason it shows the whole for a minute and lets it be dialled (D-11). */
import { revealPerson } from '../../api/privacy.ts'
import { revealReasons, revealWords } from '../../labels/own.ts'
import { dial } from '../../walk/dial.ts'
import { revealFieldLabels } from '../../../worker/contract/labels-data.ts'
import type { RevealField } from '../../../worker/contract/terms-data.ts'
import { revealSeconds } from '../../../worker/contract/terms-data.ts'

Component({
  properties: { personId: String, requestId: String, field: String, masked: String },
  data: { t: revealWords, name: '', reasons: [] as { value: string; label: string }[], asking: false, busy: false, value: '', trouble: '',
  timer: 0 },
  lifetimes: {
    attached() {
      const field = this.data.field as RevealField
      this.setData({
        name: revealFieldLabels[field], reasons: revealReasons[field].map((reason) => ({ value: reason, label: reason })),
      })
    },
    detached() {
      clearTimeout(this.data.timer)
    },
  },
  pageLifetimes: {
    hide() {
      this.hide()
    },
  },
  methods: {
    ask() {
      this.setData({ asking: true, trouble: '' })
    },
    stay() {
      this.setData({ asking: false })
    },
    async look(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (this.data.busy) return
      this.setData({ busy: true })
      const { personId, requestId, field } = this.data
      const result = await revealPerson(personId, { field: field as RevealField, requestId, reason: event.detail.value })
      if (!result.ok) {
        this.setData({ busy: false, trouble: result.problem.fields[0]?.message ?? result.problem.title })
        return
      }
      this.setData({ busy: false, asking: false, value: result.data.value })
      clearTimeout(this.data.timer)
      this.setData({ timer: setTimeout(() => this.hide(), revealSeconds * 1000) })
    },
    hide() {
      clearTimeout(this.data.timer)
      this.setData({ value: '', asking: false })
    },
    call() {
      dial(this.data.value)
    },
  },
})
