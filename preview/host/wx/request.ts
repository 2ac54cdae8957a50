import { answer, failure, WxFail, type Callbacks } from './call.ts'
import { callsForApi } from './address.ts'
import { reachNetwork } from './network.ts'
import { whileShown } from './visibility.ts'

interface RequestOptions extends Callbacks<RequestAnswer> {
  url: string
  data?: string | object | ArrayBuffer
  header?: Record<string, string>
  method?: string
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
  timeout?: number
}

interface RequestAnswer {
  data: unknown
  statusCode: number
  header: Record<string, string>
  cookies: string[]
  errMsg: string
}

/** Something under way that can be stopped and watched. */
export interface Task {
  abort(): void
  onHeadersReceived(listener: (answer: { header: Record<string, string> }) => void): void
  offHeadersReceived(): void
  onChunkReceived(): void
  offChunkReceived(): void
}

const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])
const parallelLimit = 10

let running = 0
const queue: (() => void)[] = []

let defaultTimeout = 60_000

/** The limit that app.json sets for requests without one of their own. */
export function setDefaultTimeout(ms: number | undefined): void {
  defaultTimeout = ms ?? defaultTimeout
}

/** wx.request: success for any status, fail when no answer came. */
export function request(options: RequestOptions): Task {
  const stop = new AbortController()
  let headersListener: ((answer: { header: Record<string, string> }) => void) | undefined
  void inTurn(() => send(options, stop)).then((result) => {
    headersListener?.({ header: result.header })
    answer<RequestAnswer>('request', [options.success, options.complete], result)
  }, (error: unknown) => {
    const problem = failure('request', error)
    answer('request', [options.fail, options.complete], problem)
  })
  return {
    abort: () => stop.abort(new WxFail('abort')),
    onHeadersReceived: (listener) => {
      headersListener = listener
    },
    offHeadersReceived: () => {
      headersListener = undefined
    },
    onChunkReceived: () => undefined,
    offChunkReceived: () => undefined,
  }
}

async function send(options: RequestOptions, stop: AbortController): Promise<RequestAnswer> {
  const method = (options.method ?? 'GET').toUpperCase()
  if (!methods.has(method)) throw new WxFail(`invalid method ${method}`)
  const response = await fetchAsPhone(options.url, options.timeout, stop, (url) => {
    const { address, body, header } = shape(url, method, options)
    return [address, { method, headers: header, ...(body !== undefined && { body }) }]
  })
  const raw = await response.arrayBuffer()
  const data = options.responseType === 'arraybuffer' ? raw : parsed(new TextDecoder().decode(raw), options.dataType)
  return { data, statusCode: response.status, header: Object.fromEntries(response.headers), cookies: [],
    errMsg: 'request:ok' }
}

/** One fetch under a phone's conditions: its network, its time limit, its way to the background. */
export async function fetchAsPhone(
  url: string, timeout: number | undefined, stop: AbortController,
  prepare: (address: string) => [string, RequestInit],
): Promise<Response> {
  let address: string
  try {
    address = callsForApi(url)
  } catch (error) {
    throw new WxFail((error as Error).message)
  }
  const timer = setTimeout(() => stop.abort(new WxFail('timeout', 5)), timeout ?? defaultTimeout)
  const release = whileShown(() => stop.abort(new WxFail('interrupted', 600003)))
  try {
    if (!await reachNetwork(stop.signal)) {
      throw new WxFail('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', 600001)
    }
    stop.signal.throwIfAborted()
    const [target, init] = prepare(address)
    return await fetch(target, { ...init, credentials: 'omit', cache: 'no-store', signal: stop.signal })
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason
    throw error instanceof WxFail ? error : new WxFail('errcode:-102 error_msg:net::ERR_CONNECTION_REFUSED', 600001)
  } finally {
    clearTimeout(timer)
    release()
  }
}

/** At most ten requests run at once; the others wait. */
async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= parallelLimit) await new Promise<void>((go) => queue.push(go))
  running += 1
  try {
    return await act()
  } finally {
    running -= 1
    queue.shift()?.()
  }
}

function shape(url: string, method: string, { data, header = {} }: RequestOptions): {
  address: string; body?: BodyInit; header: Record<string, string>
} {
  const headers = { 'content-type': 'application/json', ...lowerCase(header) }
  if (method === 'GET' || method === 'HEAD') {
    const query = typeof data === 'object' && !(data instanceof ArrayBuffer) ? encoded(data) : ''
    return { address: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url, header: headers }
  }
  if (data === undefined) return { address: url, header: headers }
  if (typeof data === 'string' || data instanceof ArrayBuffer) return { address: url, body: data, header: headers }
  const form = headers['content-type'].includes('x-www-form-urlencoded')
  return { address: url, body: form ? encoded(data) : JSON.stringify(data), header: headers }
}

function encoded(data: object): string {
  return Object.entries(data).filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&')
}

function lowerCase(header: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]))
}

function parsed(text: string, dataType = 'json'): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
