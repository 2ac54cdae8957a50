/** The phone. When it is shown again or finds its network, what is unsent goes on; nothing succeeds without an answer. */
import { goOn } from './api/goOn.ts'

App({
  onLaunch() {
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void goOn()
    })
  },
  onShow() {
    void goOn()
  },
})
