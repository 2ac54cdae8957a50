/** A page that has nothing to show yet: waiting, empty, or without an answer. */
import { stateWords } from '../../labels/form.ts'

Component({
  properties: { kind: String, text: String, requestId: String },
  data: { t: stateWords },
  methods: {
    again() {
      this.triggerEvent('again')
    },
  },
})
