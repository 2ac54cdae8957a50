/** The phone. When it is shown again or finds its network, what is unsent goes on; nothing succeeds without an answer. */
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
