import { askModal } from '../dialogs/modal.ts'
import { WxFail, wxCall } from './call.ts'
import { needPrivacy } from './privacy.ts'

const countyTown = { latitude: 30.5928, longitude: 114.3055 }

/** Where the phone is and what its camera reads: both are told by the person at the browser. */
export const placeCalls = {
  getLocation: wxCall('getLocation', async () => {
    await needPrivacy('getLocation')
    return { ...countyTown, accuracy: 30, altitude: 0, horizontalAccuracy: 30, verticalAccuracy: 0, speed: 0 }
  }),
  getFuzzyLocation: wxCall('getFuzzyLocation', async () => {
    await needPrivacy('getFuzzyLocation')
    return countyTown
  }),
  chooseLocation: wxCall('chooseLocation', async () => {
    await needPrivacy('chooseLocation')
    const name = await told('选择位置', '写一个地名')
    return { ...countyTown, name, address: name }
  }),
  scanCode: wxCall('scanCode', async () => {
    await needPrivacy('scanCode')
    return { result: await told('扫一扫', '把二维码的内容写在这里'), scanType: 'QR_CODE', charSet: 'utf-8', rawData: '' }
  }),
}

async function told(title: string, placeholderText: string): Promise<string> {
  const { confirm, content } = await askModal({ title, editable: true, placeholderText })
  if (!confirm || !content) throw new WxFail('cancel')
  return content
}
