/** A label, an entry and what is wrong with it. The page keeps the value. */
import { formWords } from '../../labels/form.ts'

Component({
  properties: {
    label: String, value: String, kind: { type: String, value: 'text' }, placeholder: String, hint: String,
    error: String,
    unit: String, optional: Boolean, focus: Boolean, inline: Boolean, secret: Boolean,
    disabled: Boolean, max: { type: Number, value: 200 },
  },
  data: { t: formWords },
  methods: {
    typed(event: WechatMiniprogram.Input) {
      this.triggerEvent('change', { value: event.detail.value })
    },
    left() {
      this.triggerEvent('leave')
    },
  },
})
