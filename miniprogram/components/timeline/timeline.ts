/** Each step: what, when, which unit, whom to call. */
Component({
  properties: { steps: Array },
  methods: {
    call(event: WechatMiniprogram.TouchEvent) {
      void wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset['phone'] as string })
    },
  },
})
