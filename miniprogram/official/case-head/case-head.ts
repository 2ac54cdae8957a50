/** The case in short: who and where, what happened, its photos, who filed it, and how to reach them. */
import { caseWords } from '../../labels/official.ts'
import { dial } from '../../walk/dial.ts'

Component({
  properties: { shown: Object, status: Boolean },
  data: { t: caseWords },
  methods: {
    call() {
      dial((this.data.shown as { phone?: string }).phone ?? '')
    },
  },
})
