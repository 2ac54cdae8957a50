/** Photos of a case, by their ids. A lost one says so and is fetched again by a tap. */
import { photoPath } from '../../evidence/show.ts'
import { photoWords } from '../../labels/form.ts'

interface Shown { id: string; name: string; path: string; lost: boolean }

Component({
  properties: { ids: Array, small: Boolean },
  data: { shown: [] as Shown[], t: photoWords },
  observers: {
    ids(ids: string[]) {
      const name = (index: number): string => `${photoWords.name} ${index + 1}`
      this.setData({ shown: (ids ?? []).map((id, index) => ({ id, name: name(index), path: '', lost: false })) })
      this.data.shown.forEach((_, index) => void this.fetch(index))
    },
  },
  methods: {
    async fetch(index: number) {
      const one = this.data.shown[index]
      if (!one) return
      const path = await photoPath(one.id)
      if (this.data.shown[index]?.id !== one.id) return
      this.setData({ [`shown[${index}].path`]: path ?? '', [`shown[${index}].lost`]: path === null })
    },
    look(event: WechatMiniprogram.TouchEvent) {
      const index = event.currentTarget.dataset['index'] as number
      const one = this.data.shown[index]
      if (!one?.path) return void this.fetch(index)
      const urls = this.data.shown.map(({ path }) => path).filter((path) => path)
      void wx.previewImage({ urls, current: one.path })
    },
  },
})
