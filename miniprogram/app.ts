/** The phone. Shown again or online again, it sends what is unsent; nothing succeeds without an answer. */
import { goOn } from './api/goOn.ts'
import { whenIdle } from './evidence/album.ts'
import { attachLate } from './evidence/late.ts'

App({
  onLaunch() {
    whenIdle(() => void attachLate())
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void goOn()
    })
  },
  onShow() {
    void goOn()
  },
})
