/** The case in short: who and where, what happened, its photos, who filed it, and how to reach them. */
import { caseWords } from '../../labels/official.ts'

Component({
  properties: { shown: Object, status: Boolean },
  data: { t: caseWords },
})
