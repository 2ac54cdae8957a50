/** Each step: what, when, which unit, whom to call. */
import { dial } from '../../walk/dial.ts'

Component({
  properties: { steps: Array },
  methods: {
    call(event: WechatMiniprogram.TouchEvent) {
      dial(event.currentTarget.dataset['phone'] as string)
    },
  },
})
