import { askModal } from '../dialogs/modal.ts'
import { WxFail, wxCall } from './call.ts'

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void
type Listener = (resolve: Resolve, info: { referrer: string }) => void

let listener: Listener | undefined
let agreedKey = ''
let openid = ''

/** Says whose agreement counts. It is kept with the phone, as WeChat keeps it with the account on it. */
export function startPrivacy(phone: string, person: string): void {
  agreedKey = `phone:${phone}:privacy:${person}`
  openid = person
}

/** The person agreed to the privacy guide, by a button of the mini-program or in WeChat's own dialog. */
export function agreePrivacy(): void {
  localStorage.setItem(agreedKey, 'agreed')
}

/** An interface that touches personal data goes on only after the person agreed. */
export async function needPrivacy(name: string): Promise<void> {
  if (agreed()) return
  if (!await asked(name)) throw new WxFail('privacy permission is not authorized', 104)
  agreePrivacy()
}

/** The one-time code behind a "get telephone number" button. The WeChat sandbox knows the number to it. */
export async function phoneNumberCode(): Promise<string> {
  await needPrivacy('getPhoneNumber')
  const { confirm } = await askModal({ title: '获取手机号', content: '允许先救使用您的微信手机号?', confirmText: '允许',
    cancelText: '不允许' })
  if (!confirm) throw new WxFail('user deny')
  return `phone-${openid}`
}

/** What the mini-program asks about privacy. */
export const privacyCalls = {
  getPrivacySetting: wxCall('getPrivacySetting', () => ({
    needAuthorization: !agreed(), privacyContractName: '《先救用户隐私保护指引》',
  })),
  requirePrivacyAuthorize: wxCall('requirePrivacyAuthorize', () => needPrivacy('requirePrivacyAuthorize')),
  onNeedPrivacyAuthorization: (given: Listener): void => {
    listener = given
  },
  openPrivacyContract: wxCall('openPrivacyContract', async () => {
    await askModal({ title: '用户隐私保护指引', content: '这里在微信中会打开隐私保护指引全文。', showCancel: false })
  }),
}

function agreed(): boolean {
  return localStorage.getItem(agreedKey) === 'agreed'
}

function asked(name: string): Promise<boolean> {
  if (!listener) {
    return askModal({
      title: '用户隐私保护提示', content: '使用前请阅读并同意《先救用户隐私保护指引》。', confirmText: '同意', cancelText: '拒绝',
    }).then(({ confirm }) => confirm)
  }
  return new Promise((done) => listener?.(({ event }) => {
    if (event !== 'exposureAuthorization') done(event === 'agree')
  }, { referrer: name }))
}
