import { element, openDialog } from './layer.ts'

/** A question with one or two answers, perhaps with a line to write. */
export interface ModalQuestion {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

/** The answer in WeChat's form. */
export interface ModalAnswer {
  confirm: boolean
  cancel: boolean
  content: string | null
}

/** Asks and waits for the answer. */
export async function askModal(question: ModalQuestion): Promise<ModalAnswer> {
  const field = element('textarea')
  field.value = question.editable ? question.content ?? '' : ''
  field.placeholder = question.placeholderText ?? ''
  field.setAttribute('aria-label', question.placeholderText || question.title || '请填写')
  const words = question.editable ? [field] : question.content ? [element('p', question.content)] : []
  const cancel = {
    text: question.cancelText || '取消', answer: () => false,
    ...(question.cancelColor && { color: question.cancelColor }),
  }
  const confirm = {
    text: question.confirmText || '确定', answer: () => true, primary: true,
    ...(question.confirmColor && { color: question.confirmColor }),
  }
  const yes = await openDialog<boolean>({
    kind: 'modal', title: question.title || (question.content ? '' : '请确认'), body: words,
    actions: question.showCancel === false ? [confirm] : [cancel, confirm],
  })
  return { confirm: yes === true, cancel: yes !== true, content: question.editable && yes ? field.value : null }
}
