/** A line that a person should not miss, with the one thing to do about it. */
Component({
  properties: { tone: { type: String, value: 'plain' }, icon: String, title: String, text: String, action: String },
  methods: {
    act() {
      this.triggerEvent('act')
    },
  },
})
