/** 个人信息告知 and the separate consent (PIPL 17, 29): a tick each, the text a tap away. Neither holds up sending (PIPL 13, 18). */
import { currentNotice, notices } from '../../../worker/contract/notices.ts'
import type { NoticeKind } from '../../../worker/contract/terms-data.ts'
import { consentWords } from '../../labels/own.ts'

Component({
  properties: { kind: String, checked: Boolean },
  data: { t: consentWords, open: false, title: '', agree: '', lines: [] as readonly string[] },
  lifetimes: {
    attached() {
      const kind = this.data.kind as NoticeKind
      const text = notices[kind][currentNotice]
      this.setData({ title: text.title, lines: text.lines, agree: consentWords[kind] })
    },
  },
  methods: {
    toggle() {
      this.triggerEvent('change', { value: !this.data.checked })
    },
    unfold() {
      this.setData({ open: !this.data.open })
    },
  },
})
