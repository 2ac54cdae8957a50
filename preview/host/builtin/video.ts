import type { Builtin } from './define.ts'
import { fileAddress } from '../files.ts'

/** A film with the browser's own controls. */
export const video: Builtin = {
  tag: 'video',
  properties: {
    src: String, poster: String, controls: { type: Boolean, value: true }, autoplay: Boolean, loop: Boolean,
    muted: Boolean,
    objectFit: String, duration: Number, initialTime: Number, title: String,
  },
  holds: 'nothing',
  create: ({ element, data, emit }) => {
    const film = document.createElement('video')
    film.playsInline = true
    for (const name of ['play', 'pause', 'ended']) film.addEventListener(name, () => emit(name, {}))
    element.append(film)
    return {
      update: () => {
        const src = String(data['src'] ?? '')
        if (src && film.dataset['src'] !== src) film.src = fileAddress((film.dataset['src'] = src))
        film.controls = data['controls'] === true
        film.muted = data['muted'] === true
        film.loop = data['loop'] === true
      },
    }
  },
}
