/** The form of one step of 一般程序 (?do=): kept while it is typed, sent once. */
import { takeStep } from '../../api/standard.ts'
import { readDraft, writeDraft } from '../../drafts/drafts.ts'
import { settle } from '../../drafts/settled.ts'
import { sentIds, unsentCount } from '../../evidence/album.ts'
import { wayOutOf } from '../../labels/problems.ts'
import { standardWords } from '../../labels/standard.ts'
import { frameNow } from '../../theme/frame.ts'
import { goBack } from '../../walk/back.ts'
import { messagesAt, type Fault } from '../../walk/faults.ts'
import { jumpTo } from '../../walk/jump.ts'
import { standardActionLabels } from '../../../worker/contract/labels-standard.ts'
import type { StandardAction } from '../../../worker/contract/terms-standard.ts'
import { askedOf, bodyOf, faultsOf, withPhotos, type Field, type Values } from './fields.ts'

Page({
  data: {
    frame: frameNow(), t: standardWords, doing: 'surveyHome' as StandardAction, on: '', slot: '', title: '',
    fields: [] as (Field & { value: string })[], photos: false, faults: [] as Fault[], at: {} as Record<string, string>,
    busy: false, trouble: '', wayOut: '',
  },
  onLoad(query: Record<string, string | undefined>) {
    const doing = (query['do'] ?? 'surveyHome') as StandardAction
    const on = query['on'] ?? ''
    void wx.setNavigationBarTitle({ title: standardActionLabels[doing] })
    this.setData({ doing, on, slot: `${doing}|${on}`, title: standardActionLabels[doing], photos: withPhotos.indexOf(doing) >= 0 })
    this.show(this.values())
  },
  onShow() {
    this.setData({ frame: frameNow() })
  },
  values(): Values {
    return readDraft<Values>(this.data.slot, {})
  },
  show(values: Values) {
    this.setData({ fields: askedOf(this.data.doing, values).map((field) => ({ ...field, value: values[field.name] ?? '' })) })
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const values = { ...this.values(), [event.currentTarget.dataset['field'] as string]: event.detail.value }
    writeDraft(this.data.slot, values)
    this.show(values)
  },
  async send() {
    const { doing, on, slot, photos, busy } = this.data
    const faults = faultsOf(doing, this.values())
    this.showFaults(faults)
    if (faults.length > 0 || busy) return
    if (photos && (sentIds(slot).length === 0 || unsentCount(slot) > 0)) return this.setData({ trouble: standardWords.noPhotos, wayOut: '' })
    this.setData({ busy: true, trouble: '', wayOut: '' })
    const result = await takeStep(doing, on, bodyOf(doing, this.values(), sentIds(slot)))
    this.setData({ busy: false })
    if (!result.ok) {
      this.setData({ trouble: result.problem.title, wayOut: wayOutOf(result.problem.code) })
      return this.showFaults(result.problem.fields)
    }
    settle(slot, result.data, null)
    void wx.showToast({ title: standardWords.done })
    goBack()
  },
  showFaults(faults: Fault[]) {
    this.setData({ faults, at: messagesAt(faults) })
  },
  jump(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
    jumpTo(event.detail.field)
  },
})
