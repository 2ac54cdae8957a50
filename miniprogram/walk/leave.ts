/** Away at once: the first page comes up, and where the phone can, the mini-program closes (only after a tap). */
export function leaveAtOnce(): void {
  wx.reLaunch({ url: '/pages/home/home', fail: () => {} })
  const close = 'exitMiniProgram' as const
  if (close in wx) void wx[close]({ fail: () => {} })
}
