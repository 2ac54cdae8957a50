/** How the sum is worked out (救助核算过程): folded away until it is wanted. The page keeps the form and works it out. */
import { formulaLabels } from '../../labels/formula.ts'
import { formulaBases, formulaWays, type FormulaForm } from './form.ts'

Component({
  properties: { form: Object, line: String, rural: Boolean, households: Boolean, wrong: Boolean },
  data: { t: formulaLabels, ways: formulaWays, bases: formulaBases, open: false },
  methods: {
    unfold() {
      this.setData({ open: true })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = event.currentTarget.dataset['field'] as keyof FormulaForm
      this.triggerEvent('change', { value: { ...(this.data.form as FormulaForm), [field]: event.detail.value } })
    },
  },
})
