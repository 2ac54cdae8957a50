/** Aid is not an ambulance: these two numbers stand wherever somebody asks. */
import { emergencyWords } from '../../labels/home.ts'

Component({
  data: { t: emergencyWords },
  methods: {
    call(event: WechatMiniprogram.TouchEvent) {
      void wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset['phone'] as string })
    },
  },
})
