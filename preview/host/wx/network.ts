import { Listeners, wxCall } from './call.ts'

let offline = false
let slow = false

const changes = new Listeners<{ isConnected: boolean; networkType: string }>('onNetworkStatusChange')

/** The switches beside the phone. */
export function setNetwork(state: { offline?: boolean; slow?: boolean }): void {
  const before = offline
  offline = state.offline ?? offline
  slow = state.slow ?? slow
  if (before !== offline) changes.tell({ isConnected: !offline, networkType: networkType() })
}

/** Waits as long as the network of today needs, or until nobody waits for it, and says whether there is one. */
export async function reachNetwork(given: AbortSignal): Promise<boolean> {
  const wait = offline ? 30 : slow ? 2500 : 0
  await new Promise<void>((done) => {
    setTimeout(done, wait)
    given.addEventListener('abort', () => done())
  })
  return !offline
}

/** What WeChat says of the network. */
export const networkCalls = {
  getNetworkType: wxCall('getNetworkType', () => ({ networkType: networkType(), signalStrength: offline ? 0 : 4 })),
  onNetworkStatusChange: changes.on,
  offNetworkStatusChange: changes.off,
}

function networkType(): string {
  return offline ? 'none' : slow ? '2g' : 'wifi'
}
