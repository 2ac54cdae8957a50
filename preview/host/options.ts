/** How the phone was started: who holds it, which phone it is, and what the day is like. */
export interface PhoneOptions {
  /** The WeChat identity that wx.login answers for. */
  openid: string
  /** Whose storage it is: by default the person's own phone. Another person may log in on the same phone. */
  phone: string
  fontScale: number
  offline: boolean
  slow: boolean
  /** Inside the drawn frame the phone has a status bar and a safe area. */
  framed: boolean
  /** Where the mini-program's own pictures lie. */
  files: string
}

/** Reads the options from the page's address. */
export function readOptions(query: string): PhoneOptions {
  const params = new URLSearchParams(query)
  const openid = params.get('openid') ?? 'nobody'
  return {
    openid,
    phone: params.get('phone') ?? openid,
    fontScale: params.get('care') === '1' ? 1.4 : 1,
    offline: params.get('offline') === '1',
    slow: params.get('slow') === '1',
    framed: params.get('framed') === '1',
    files: params.get('files') ?? '/phone/files/',
  }
}
