/** Dials; whoever changes their mind has done nothing wrong. */
export function dial(phoneNumber: string): void {
  if (phoneNumber) wx.makePhoneCall({ phoneNumber, fail: () => {} })
}
