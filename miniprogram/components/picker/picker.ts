/** The phone's own picker behind a box that shows what was picked. */
import { formWords } from '../../labels/form.ts'

Component({
  properties: {
    label: String, options: Array, index: { type: Number, value: -1 }, placeholder: String, error: String,
    optional: Boolean,
    mode: { type: String, value: 'selector' }, day: String, end: String, shown: String,
  },
  data: { t: formWords },
  methods: {
    picked(event: WechatMiniprogram.PickerChange) {
      this.triggerEvent('change', { value: event.detail.value })
    },
  },
})
