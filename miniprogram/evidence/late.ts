/** Photos that arrived after their request: they are handed in as soon as they are up. */
import { addPhotos } from '../api/requests.ts'
import { refreshPage } from '../api/refresh.ts'
import { album, places, removePhoto, sentIds } from './album.ts'

let attaching = false

export async function attachLate(): Promise<void> {
  if (attaching) return
  attaching = true
  for (const place of places().filter((one) => one.indexOf('late|') === 0)) await attach(place)
  attaching = false
}

async function attach(place: string): Promise<void> {
  const photoIds = sentIds(place)
  if (photoIds.length === 0) return
  const result = await addPhotos(place.slice('late|'.length), { photoIds })
  if (!result.ok && result.retryable) return
  if (result.ok) refreshPage()
  album(place).filter((photo) => photo.evidenceId).forEach((photo) => removePhoto(place, photo.key))
}
