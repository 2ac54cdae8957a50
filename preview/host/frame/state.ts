/** What the tools beside the phone are set to. It lives in the address, so that a link shows the same phone. */
export interface FrameState {
  openid: string
  phone: string
  size: string
  care: boolean
  offline: boolean
  slow: boolean
}

/** The phones to choose from, width x height in CSS pixels. */
export const sizes = ['375x667', '390x844', '320x568'] as const

/** Reads the state from the address. */
export function readState(search: string): FrameState {
  const params = new URLSearchParams(search)
  const on = (name: string): boolean => params.get(name) === '1'
  const size = params.get('size') ?? '390x844'
  return {
    openid: params.get('openid') ?? '', phone: params.get('phone') ?? '',
    size: (sizes as readonly string[]).includes(size) ? size : '390x844', care: on('care'), offline: on('offline'),
    slow: on('slow'),
  }
}

/** The address of the phone's screen for a state. */
export function screenAddress(state: FrameState, narrow: boolean, hash: string): string {
  const query = new URLSearchParams({ bare: '1', openid: state.openid })
  if (state.phone && state.phone !== state.openid) query.set('phone', state.phone)
  if (!narrow) query.set('framed', '1')
  for (const name of ['care', 'offline', 'slow'] as const) if (state[name]) query.set(name, '1')
  return `/phone?${query.toString()}${hash}`
}

/** Writes the state to the address without a new entry in the browser's history. */
export function keepState(state: FrameState, hash: string): void {
  const query = new URLSearchParams({ openid: state.openid, size: state.size })
  if (state.phone && state.phone !== state.openid) query.set('phone', state.phone)
  for (const name of ['care', 'offline', 'slow'] as const) if (state[name]) query.set(name, '1')
  history.replaceState(null, '', `/phone?${query.toString()}${hash}`)
}
