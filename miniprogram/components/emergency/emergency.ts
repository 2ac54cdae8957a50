/** Aid is not an ambulance: these two numbers stand wherever somebody asks. */
import { emergencyWords } from '../../labels/home.ts'
import { dial } from '../../walk/dial.ts'

Component({
  data: { t: emergencyWords },
  methods: {
    call(event: WechatMiniprogram.TouchEvent) {
      dial(event.currentTarget.dataset['phone'] as string)
    },
  },
})
