/** One confirm: it names the sum and the person, and its button says the act. */
Component({
  properties: { visible: Boolean, title: String, text: String, confirm: String, cancel: String, danger: Boolean },
  data: { yes: {}, no: {} },
  observers: {
    'confirm, cancel, danger'(confirm: string, cancel: string, danger: boolean) {
      this.setData({
        yes: { content: confirm, theme: danger ? 'danger' : 'primary', variant: 'base', size: 'large', ariaLabel: confirm },
        no: { content: cancel, theme: 'primary', variant: 'outline', size: 'large', ariaLabel: cancel, tClass: 'dialog-no' },
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
