/** For somebody who is not safe while asking (家庭暴力): two numbers, and the way out of this page. */
import { dangerWords } from '../../labels/ask.ts'
import { dial } from '../../walk/dial.ts'

Component({
  data: { t: dangerWords },
  methods: {
    call(event: WechatMiniprogram.TouchEvent) {
      dial(event.currentTarget.dataset['phone'] as string)
    },
    leave() {
      this.triggerEvent('leave')
    },
  },
})
