/** Rows of goods beside the money. The page keeps them; the last row taken away closes the list. */
import { goodsWords } from '../../labels/goods.ts'
import { blankGoods, goodsMax, type GoodsRow } from './form.ts'

Component({
  properties: { rows: Array, at: Object },
  data: { t: goodsWords, most: goodsMax },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { index, field } = event.currentTarget.dataset as { index: number; field: keyof GoodsRow }
      this.tell(this.rows().map((row, at) => (at === index ? { ...row, [field]: event.detail.value } : row)))
    },
    more() {
      this.tell([...this.rows(), blankGoods])
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      const gone = event.currentTarget.dataset['index'] as number
      this.tell(this.rows().filter((_, index) => index !== gone))
    },
    rows(): GoodsRow[] {
      return this.data.rows as GoodsRow[]
    },
    tell(rows: GoodsRow[]) {
      this.triggerEvent('change', { value: rows })
    },
  },
})
