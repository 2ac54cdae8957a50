/** Photos of a case, fetched with the token because nobody else may see them. */
import { apiBase } from '../api/config.ts'
import { ensureSession } from '../api/session.ts'

const fetched: Record<string, string> = {}

/** A path for `<image>`, or null when it could not be fetched now. */
export async function photoPath(evidenceId: string): Promise<string | null> {
  const known = fetched[evidenceId]
  if (known) return known
  const session = await ensureSession()
  if (!session.ok) return null
  const path = await download(evidenceId, session.data.token)
  if (path) fetched[evidenceId] = path
  return path
}

function download(evidenceId: string, token: string): Promise<string | null> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url: `${apiBase}/evidence/${evidenceId}`, header: { Authorization: `Bearer ${token}` },
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : null),
      fail: () => resolve(null),
    })
  })
}
