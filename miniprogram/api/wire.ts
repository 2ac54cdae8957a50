/** One exchange with the server, as it went: an HTTP answer, or no answer at all. Never throws. */
import { apiBase, requestTimeout } from './config.ts'

export type Method = 'GET' | 'POST' | 'PUT'
export type Answer = { came: true; status: number; body: unknown } | { came: false; slow: boolean }

export function exchange(
  method: Method, path: string, header: Record<string, string>, body?: unknown,
): Promise<Answer> {
  return new Promise((resolve) => {
    wx.request({
      url: apiBase + path,
      method,
      header: { 'content-type': 'application/json', ...header },
      data: body === undefined ? undefined : JSON.stringify(body),
      timeout: requestTimeout,
      success: (answer) => resolve({ came: true, status: answer.statusCode, body: answer.data }),
      fail: (reason) => resolve({ came: false, slow: /timeout/.test(reason.errMsg) }),
    })
  })
}
