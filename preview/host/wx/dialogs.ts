import { chooseAction } from '../dialogs/action-sheet.ts'
import { askModal, type ModalQuestion } from '../dialogs/modal.ts'
import { hideToast, showToast } from '../dialogs/toast.ts'
import { WxFail, wxCall } from './call.ts'

interface ToastOptions {
  title: string
  icon?: string
  duration?: number
  mask?: boolean
}

/** Notices and questions of the phone itself. */
export const dialogCalls = {
  showToast: wxCall('showToast', ({ title, icon = 'success', duration = 1500, mask = false }: ToastOptions) =>
    showToast(title, icon, duration, mask)),
  hideToast: wxCall('hideToast', () => hideToast()),
  showLoading: wxCall('showLoading',
    ({ title, mask = false }: ToastOptions) => showToast(title, 'loading', Infinity, mask)),
  hideLoading: wxCall('hideLoading', () => hideToast()),
  showModal: wxCall('showModal', (question: ModalQuestion) => askModal(question)),
  showActionSheet: wxCall('showActionSheet',
    async (options: { itemList: string[]; alertText?: string; itemColor?: string }) => {
    const tapIndex = await chooseAction(options.itemList, options.alertText, options.itemColor)
    if (tapIndex === undefined) throw new WxFail('cancel')
    return { tapIndex }
  }),
  requestSubscribeMessage: wxCall('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
    if (tmplIds.length === 0 || tmplIds.length > 5) throw new WxFail('tmplIds length should be between 1 and 5', 20003)
    const { confirm } = await askModal({
      title: '先救 申请给您发送消息', content: `共 ${tmplIds.length} 种服务通知`, confirmText: '允许', cancelText: '拒绝',
    })
    return Object.fromEntries(tmplIds.map((id) => [id, confirm ? 'accept' : 'reject']))
  }),
}
