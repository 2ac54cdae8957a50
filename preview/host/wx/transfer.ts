import { answer, failure, WxFail, type Callbacks } from './call.ts'
import { fileAt, keepFile } from '../files.ts'
import { fetchAsPhone } from './request.ts'

interface UploadOptions extends Callbacks<{ data: string; statusCode: number; errMsg: string }> {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, unknown>
  timeout?: number
}

interface DownloadOptions extends Callbacks<{ tempFilePath: string; statusCode: number; errMsg: string }> {
  url: string
  header?: Record<string, string>
  timeout?: number
}

type Progress = (step: { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }) => void

/** wx.uploadFile: one file as multipart form data; the answer's body stays text. */
export function uploadFile(options: UploadOptions): object {
  const stop = new AbortController()
  const watchers = new Set<Progress>()
  const tell = (part: number, size: number): void => watchers.forEach((watch) => watch({
    progress: Math.round(part * 100), totalBytesSent: Math.round(part * size), totalBytesExpectedToSend: size,
  }))
  const work = async (): Promise<{ data: string; statusCode: number; errMsg: string }> => {
    const file = fileAt(options.filePath)
    if (!file) throw new WxFail('file not found')
    const form = new FormData()
    for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, String(value))
    form.append(options.name, file.blob, options.filePath.split('/').at(-1))
    tell(0, file.blob.size)
    const { 'content-type': _, ...headers } = Object.fromEntries(
      Object.entries(options.header ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
    const response = await fetchAsPhone(options.url, options.timeout, stop,
      (url) => [url, { method: 'POST', headers, body: form }])
    tell(1, file.blob.size)
    return { data: await response.text(), statusCode: response.status, errMsg: 'uploadFile:ok' }
  }
  settle('uploadFile', options, work())
  return task(stop, watchers)
}

/** wx.downloadFile: the file comes under a temporary path, whatever the status was. */
export function downloadFile(options: DownloadOptions): object {
  const stop = new AbortController()
  const work = async (): Promise<{ tempFilePath: string; statusCode: number; errMsg: string }> => {
    const response = await fetchAsPhone(options.url, options.timeout, stop,
      (url) => [url, { headers: options.header ?? {} }])
    const name = new URL(options.url).pathname.split('/').at(-1) ?? 'file'
    return { tempFilePath: keepFile(await response.blob(), name), statusCode: response.status,
      errMsg: 'downloadFile:ok' }
  }
  settle('downloadFile', options, work())
  return task(stop, new Set())
}

function settle<T>(name: string, options: Callbacks<T>, work: Promise<T>): void {
  work.then(
    (result) => answer<T>(name, [options.success, options.complete], result),
    (error: unknown) => {
      const problem = failure(name, error)
      answer(name, [options.fail, options.complete], problem)
    },
  )
}

function task(stop: AbortController, watchers: Set<Progress>): object {
  return {
    abort: () => stop.abort(new WxFail('abort')),
    onProgressUpdate: (watch: Progress) => watchers.add(watch),
    offProgressUpdate: (watch: Progress) => watchers.delete(watch),
    onHeadersReceived: () => undefined,
    offHeadersReceived: () => undefined,
  }
}
