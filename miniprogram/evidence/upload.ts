/** One photo up: signed, with its own number, and with progress. */
import type { EvidenceStored } from '../../worker/contract/evidence.ts'
import { apiBase } from '../api/config.ts'
import { resultOf, trouble, type Result } from '../api/result.ts'
import { ensureSession, renewSession } from '../api/session.ts'

type Stored = Result<EvidenceStored>

export async function uploadPhoto(path: string, key: string, progress: (percent: number) => void): Promise<Stored> {
  const first = await ensureSession()
  if (!first.ok) return first
  const sent = await upload(path, key, first.data.token, progress)
  if (sent !== 'signed_out') return sent
  const again = await renewSession(first.data.token)
  if (!again.ok) return again
  const resent = await upload(path, key, again.data.token, progress)
  return resent === 'signed_out' ? trouble('unreadable') : resent
}

function upload(
  path: string, key: string, token: string, progress: (percent: number) => void,
): Promise<Stored | 'signed_out'> {
  return new Promise((resolve) => {
    const task = wx.uploadFile({
      url: `${apiBase}/evidence`, filePath: path, name: 'file',
      header: { Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
      success: ({ statusCode, data }) => resolve(
        statusCode === 401 ? 'signed_out' : resultOf<EvidenceStored>({ came: true, status: statusCode, body: data }),
      ),
      fail: (reason) => resolve(trouble(/timeout/.test(reason.errMsg) ? 'slow' : 'offline')),
    })
    task.onProgressUpdate?.(({ progress: percent }) => progress(percent))
  })
}
