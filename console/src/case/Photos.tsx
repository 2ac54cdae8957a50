import { useEffect, useRef, useState } from 'preact/hooks'
import type { RequestView } from '../../../worker/contract/requests.ts'
import { callPhoto } from '../api/call.ts'
import { looksOn } from '../session/looks-on.ts'
import type { Photo } from './photos.ts'

type Shown = { photos: Photo[]; view: RequestView }

/** The photos of a case. Who only looks on is told which there are, and whom to ask. */
export function Photos({ photos, view }: Shown) {
  return (
    <section class="panel" aria-labelledby="photos-title">
      <h2 id="photos-title">照片 {photos.length} 张</h2>
      {photos.length === 0 ? <p class="quiet">这件申请没有照片。</p>
        : looksOn() ? <Withheld photos={photos} view={view} /> : <Thumbs photos={photos} />}
    </section>
  )
}

function Withheld({ photos, view: { townshipName, townshipPhone } }: Shown) {
  return (
    <>
      <p>照片只给经办看。要核对,请问{townshipName},电话 {townshipPhone}。</p>
      <ul class="plain-list quiet">{photos.map(({ id, words }) => <li key={id}>{words}</li>)}</ul>
    </>
  )
}

/** Small ones; one opens large and Esc closes it. */
function Thumbs({ photos }: Pick<Shown, 'photos'>) {
  const [open, setOpen] = useState<{ url: string; words: string } | null>(null)
  return (
    <>
      <ul class="photos">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <Thumb photo={photo} first={index === 0} show={(url) => setOpen({ url, words: photo.words })} />
          </li>
        ))}
      </ul>
      {open && <Large {...open} close={() => setOpen(null)} />}
    </>
  )
}

function Thumb({ photo: { id, words }, first, show }: { photo: Photo; first: boolean; show(url: string): void }) {
  const [state, setState] = useState<'loading' | 'missing' | { url: string }>('loading')
  useEffect(() => {
    let url = ''
    let gone = false
    callPhoto(id).then((bytes) => {
      if (gone) return
      url = URL.createObjectURL(bytes)
      setState({ url })
    }, () => setState('missing'))
    return () => { gone = true; URL.revokeObjectURL(url) }
  }, [id])
  if (state === 'loading') return <p class="thumb quiet">正在读取…</p>
  if (state === 'missing') return <p class="thumb">照片没有读到。</p>
  return (
    <button
      type="button" class="thumb" data-row={id} data-key={first ? 'p' : undefined} data-key-words="看第一张照片"
      onClick={() => show(state.url)}>
      <img src={state.url} alt="" /><span>{words}</span>
    </button>
  )
}

function Large({ url, words, close }: { url: string; words: string; close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="large" onClose={close} aria-label={words}>
      <img src={url} alt={words} />
      <form method="dialog"><span>{words}</span> <button>关闭</button></form>
    </dialog>
  )
}
