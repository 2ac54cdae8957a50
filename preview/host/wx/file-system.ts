import { fileAt, forgetFile } from '../files.ts'
import { removeSavedFile, saveFile } from '../saved-files.ts'
import { WxFail, wxCall } from './call.ts'

interface ReadOptions {
  filePath: string
  encoding?: string
}

/** The file system of a phone, as far as pictures and voice need it. */
export const fileSystem = {
  readFile: wxCall('readFile', async ({ filePath, encoding }: ReadOptions) => {
    const buffer = await found(filePath).arrayBuffer()
    return { data: encoding === undefined ? buffer : written(buffer, encoding) }
  }),
  getFileInfo: wxCall('getFileInfo', ({ filePath }: ReadOptions) => ({ size: found(filePath).size })),
  stat: wxCall('stat', ({ path }: { path: string }) => ({ stats: { size: found(path).size, isFile: () => true } })),
  access: wxCall('access', ({ path }: { path: string }) => void found(path)),
  saveFile: wxCall('saveFile', async ({ tempFilePath }: { tempFilePath: string }) => {
    const savedFilePath = await saveFile(found(tempFilePath), tempFilePath)
    forgetFile(tempFilePath)
    return { savedFilePath }
  }),
  unlink: wxCall('unlink', remove),
  removeSavedFile: wxCall('removeSavedFile', remove),
}

async function remove({ filePath }: ReadOptions): Promise<void> {
  found(filePath)
  forgetFile(filePath)
  await removeSavedFile(filePath)
}

function found(path: string): Blob {
  const file = fileAt(path)
  if (!file) throw new WxFail(`no such file or directory, open ${path}`, 1300002)
  return file.blob
}

function written(buffer: ArrayBuffer, encoding: string): string {
  if (encoding !== 'base64') return new TextDecoder(encoding).decode(buffer)
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte))
  return btoa(letters.join(''))
}
