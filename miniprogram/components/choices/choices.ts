/** One of a few: chips, or a list with `list`. The picked one has a tick, not only a colour. */
Component({
  properties: { label: String, options: Array, value: String, list: Boolean, error: String },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('change', { value: event.currentTarget.dataset['value'] as string })
    },
  },
})
