/** The kit's button in our clothes. It swallows taps while busy, so a double tap is one act. */
Component({
  properties: { label: String, kind: { type: String, value: 'primary' }, busy: Boolean, disabled: Boolean },
  methods: {
    press() {
      if (!this.data.busy && !this.data.disabled) this.triggerEvent('press')
    },
  },
})
