import type { Builtin } from './define.ts'
import { fileAddress } from '../files.ts'

const fits: Record<string, string> = {
  scaleToFill: 'fill', aspectFit: 'contain', aspectFill: 'cover', widthFix: 'fill', heightFix: 'fill',
}

/** A picture, 320 x 240 by default as on a phone. */
export const image: Builtin = {
  tag: 'image',
  properties: {
    src: String, mode: { type: String, value: 'scaleToFill' }, lazyLoad: Boolean, showMenuByLongpress: Boolean,
    webp: Boolean, fadeIn: Boolean, binderror: { type: null },
  },
  holds: 'nothing',
  create: ({ element, data, emit }) => {
    const picture = document.createElement('img')
    picture.draggable = false
    picture.addEventListener('load', () => emit('load', { width: picture.naturalWidth, height: picture.naturalHeight }))
    picture.addEventListener('error', () => emit('error', { errMsg: `image load failed: ${picture.src}` }))
    element.append(picture)
    let shown = ''
    return {
      update: () => {
        const src = String(data['src'] ?? '')
        const mode = String(data['mode'])
        element.dataset['mode'] = mode
        picture.style.objectFit = fits[mode] ?? 'none'
        const label = data['ariaLabel']
        picture.alt = typeof label === 'string' ? label : ''
        element.removeAttribute('aria-label')
        if (src === shown) return
        shown = src
        if (src === '') picture.removeAttribute('src')
        else picture.src = fileAddress(src)
      },
    }
  },
}

/** A picture over native layers; here the same as a picture. */
export const coverImage: Builtin = { ...image, tag: 'cover-image' }
