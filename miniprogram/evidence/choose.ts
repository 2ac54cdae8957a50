import { photoSays } from '../labels/form.ts'

/** Camera or album, then smaller, then kept where a kill does not reach. */
export async function choosePhotos(room: number, source: 'camera' | 'both'): Promise<string[]> {
  const chosen = await new Promise<string[]>((resolve) => {
    wx.chooseMedia({
      count: Math.min(9, room), mediaType: ['image'], sizeType: ['compressed'],
      sourceType: source === 'camera' ? ['camera'] : ['camera', 'album'],
      success: ({ tempFiles }) => resolve(tempFiles.map((file) => file.tempFilePath)),
      fail: (reason) => {
        if (!/cancel/.test(reason.errMsg)) void wx.showToast({ title: photoSays.refused, icon: 'none' })
        resolve([])
      },
    })
  })
  const kept: string[] = []
  for (const path of chosen) kept.push(await keepFile(await smaller(path)))
  return kept
}

function smaller(path: string): Promise<string> {
  return new Promise((resolve) => {
    wx.compressImage({
      src: path, quality: 75, compressedWidth: 1600,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: () => resolve(path),
    })
  })
}

/** A photo that is dropped leaves the phone; one that was never kept is already gone. */
export function dropFiles(paths: string[]): void {
  paths.forEach((filePath) => wx.getFileSystemManager().removeSavedFile({ filePath, fail: () => {} }))
}

/** A temporary file may be gone after a kill; where the phone can keep it, it does. */
function keepFile(path: string): Promise<string> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    })
  })
}
