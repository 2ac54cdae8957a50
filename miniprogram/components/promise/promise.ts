/** 告知承诺 (N-18): one tick, and the whole text a tap away. Both sides promise. */
import { commitments, currentCommitment } from '../../../worker/contract/commitment.ts'
import { askWords } from '../../labels/ask.ts'

Component({
  properties: { checked: Boolean, error: String },
  data: { t: askWords, open: false, text: commitments[currentCommitment] },
  methods: {
    toggle() {
      this.triggerEvent('change', { value: !this.data.checked })
    },
    unfold() {
      this.setData({ open: !this.data.open })
    },
  },
})
