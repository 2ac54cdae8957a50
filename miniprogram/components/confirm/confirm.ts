/** One confirm: it names the sum and the person, and its button says the act. */
Component({
  properties: { visible: Boolean, title: String, text: String, confirm: String, cancel: String, danger: Boolean },
  data: { yes: {}, no: {} },
  observers: {
    'confirm, cancel, danger'(confirm: string, cancel: string, danger: boolean) {
      const shared = { theme: 'primary', size: 'large' }
      this.setData({
        yes: {
          ...shared, content: confirm, ariaLabel: confirm, theme: danger ? 'danger' : 'primary', variant: 'base',
          tClass: 'dialog-yes',
        },
        no: { ...shared, content: cancel, ariaLabel: cancel, variant: 'outline', tClass: 'dialog-no' },
      })
    },
  },
  methods: {
    agreed() {
      this.triggerEvent('agree')
    },
    declined() {
      this.triggerEvent('decline')
    },
  },
})
