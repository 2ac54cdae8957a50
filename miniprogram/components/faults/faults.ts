/** The error summary: says how many, and each line jumps to its field. */
import { formSays } from '../../labels/form.ts'

Component({
  properties: { faults: Array },
  data: { heading: '' },
  observers: {
    faults(faults: unknown[]) {
      this.setData({ heading: formSays.faults((faults ?? []).length) })
    },
  },
  methods: {
    jump(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('jump', { field: event.currentTarget.dataset['field'] as string })
    },
  },
})
