import { fileAt, keepFile } from '../files.ts'
import { showPictures } from '../dialogs/pictures.ts'
import { WxFail, wxCall } from './call.ts'
import { needPrivacy } from './privacy.ts'

interface ChooseOptions {
  count?: number
  mediaType?: string[]
  sourceType?: string[]
  sizeType?: string[]
}

/** Pictures and films: the browser's own file chooser stands for camera and album. */
export const mediaCalls = {
  chooseMedia: wxCall('chooseMedia', async ({ count = 9, mediaType = ['image', 'video'] }: ChooseOptions) => {
    await needPrivacy('chooseMedia')
    const files = await chooseFiles(mediaType.includes('mix') ? ['image', 'video'] : mediaType, Math.min(count, 20))
    const tempFiles = await Promise.all(files.map(async (file) => ({
      tempFilePath: keepFile(file, file.name), size: file.size,
      fileType: file.type.startsWith('video') ? 'video' : 'image', ...await sizeOf(file),
    })))
    return { tempFiles, type: tempFiles.some((file) => file.fileType === 'video') ? 'mix' : 'image' }
  }),
  chooseImage: wxCall('chooseImage', async ({ count = 9 }: ChooseOptions) => {
    await needPrivacy('chooseImage')
    const files = await chooseFiles(['image'], count)
    const tempFiles = files.map((file) => ({ path: keepFile(file, file.name), size: file.size }))
    return { tempFiles, tempFilePaths: tempFiles.map((file) => file.path) }
  }),
  compressImage: wxCall('compressImage', async (options: {
    src: string; quality?: number; compressedWidth?: number; compressedHeight?: number
  }) => {
    const file = fileAt(options.src)
    if (!file) throw new WxFail('file not found')
    const smaller = await redrawn(file.blob, options.compressedWidth, options.compressedHeight, options.quality ?? 80)
    return { tempFilePath: keepFile(smaller, 'compressed.jpg') }
  }),
  getImageInfo: wxCall('getImageInfo', async ({ src }: { src: string }) => {
    const file = fileAt(src)
    if (!file) throw new WxFail('file not found')
    return { ...await sizeOf(file.blob), path: src, orientation: 'up', type: file.blob.type.replace('image/', '') }
  }),
  previewImage: wxCall('previewImage', ({ urls, current }: { urls: string[]; current?: string }) => {
    void showPictures(urls, Math.max(0, urls.indexOf(current ?? '')))
  }),
  previewMedia: wxCall('previewMedia', ({ sources, current = 0 }: { sources: { url: string }[]; current?: number }) => {
    void showPictures(sources.map(({ url }) => url), current)
  }),
}

function chooseFiles(kinds: string[], count: number): Promise<File[]> {
  const { promise, resolve, reject } = Promise.withResolvers<File[]>()
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = kinds.map((kind) => `${kind}/*`).join(',')
  field.multiple = count > 1
  field.hidden = true
  const done = (): void => field.remove()
  field.addEventListener('change', () => {
    done()
    resolve([...(field.files ?? [])].slice(0, count))
  })
  field.addEventListener('cancel', () => {
    done()
    reject(new WxFail('cancel'))
  })
  document.body.append(field)
  field.click()
  return promise
}

async function sizeOf(blob: Blob): Promise<{ width: number; height: number }> {
  if (!blob.type.startsWith('image') || typeof createImageBitmap === 'undefined') return { width: 0, height: 0 }
  const bitmap = await createImageBitmap(blob).catch(() => undefined)
  return { width: bitmap?.width ?? 0, height: bitmap?.height ?? 0 }
}

/** As on a phone only JPEG gets smaller by quality, and a picture is never enlarged. */
async function redrawn(
  blob: Blob, width: number | undefined, height: number | undefined, quality: number,
): Promise<Blob> {
  const bitmap = typeof createImageBitmap === 'undefined' ? undefined
    : await createImageBitmap(blob).catch(() => undefined)
  if (!bitmap) throw new WxFail('image decode fail')
  const part = Math.min(1, (width ?? bitmap.width) / bitmap.width, (height ?? bitmap.height) / bitmap.height)
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * part), Math.round(bitmap.height * part))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 })
}
