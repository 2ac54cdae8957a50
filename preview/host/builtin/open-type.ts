import type { Host } from './define.ts'
import { agreePrivacy, phoneNumberCode } from '../wx/privacy.ts'

/** What a button with an open-type does beyond the tap. */
export function openAbility(type: string, host: Host): void {
  if (type.includes('agreePrivacyAuthorization')) {
    agreePrivacy()
    host.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  }
  if (type.includes('getPhoneNumber')) {
    phoneNumberCode().then(
      (code) => host.emit('getphonenumber', { errMsg: 'getPhoneNumber:ok', code, encryptedData: '', iv: '' }),
      () => host.emit('getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' }),
    )
  }
  if (type === 'openSetting') host.emit('opensetting', { errMsg: 'openSetting:ok', authSetting: {} })
}
