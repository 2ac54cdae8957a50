/** Takes photos into the album of a place and shows how far each has got. */
import {
  addPhotos, album, removePhoto, retryPhoto, watchAlbum, type Photo,
} from '../../evidence/album.ts'
import { choosePhotos } from '../../evidence/choose.ts'
import { photoWords } from '../../labels/form.ts'

/** What the component holds beside its data. */
interface Held { stop?: () => void }

Component({
  properties: { place: String, label: String, camera: Boolean, max: { type: Number, value: 9 } },
  data: { photos: [] as Photo[], t: photoWords },
  observers: {
    place(place: string) {
      const held = this as unknown as Held
      held.stop?.()
      if (!place) return
      this.show(album(place))
      held.stop = watchAlbum(place, (photos) => this.show(photos))
    },
  },
  lifetimes: {
    detached() {
      const held = this as unknown as Held
      held.stop?.()
    },
  },
  methods: {
    show(photos: Photo[]) {
      this.setData({ photos })
      this.triggerEvent('change', { photos })
    },
    async add() {
      const { place, max, photos, camera } = this.data
      const paths = await choosePhotos(max - photos.length, camera ? 'camera' : 'both')
      if (paths.length > 0) addPhotos(place, paths)
    },
    retry(event: WechatMiniprogram.TouchEvent) {
      retryPhoto(event.currentTarget.dataset['key'] as string)
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      removePhoto(this.data.place, event.currentTarget.dataset['key'] as string)
    },
    look(event: WechatMiniprogram.TouchEvent) {
      const urls = this.data.photos.map((photo) => photo.path)
      const current = urls[event.currentTarget.dataset['index'] as number]
      void wx.previewImage({ urls, current })
    },
  },
})
