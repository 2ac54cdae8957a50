/** Whose account receives the money (D-03, N-42): the same boxes for the applicant and at 受理. The page keeps them. */
import { payeeAuthorityLabels, payeeKindLabels, payeeRelationLabels } from '../../../worker/contract/labels.ts'
import { payeeAuthorities, payeeKinds, payeeRelations } from '../../../worker/contract/terms.ts'
import { payeeWords } from '../../labels/payee.ts'
import type { PayeeForm } from './form.ts'

Component({
  properties: { form: Object, at: Object },
  data: {
    t: payeeWords,
    kinds: payeeKinds.map((value) => ({ value, label: payeeKindLabels[value] })),
    relations: payeeRelations.map((value) => ({ value, label: payeeRelationLabels[value] })),
    authorities: payeeAuthorities.map((value) => ({ value, label: payeeAuthorityLabels[value] })),
  },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = event.currentTarget.dataset['field'] as keyof PayeeForm
      this.triggerEvent('change', { value: { ...this.data.form, [field]: event.detail.value } })
    },
  },
})
