let apiOrigin: string | undefined

/**
 * Where a request of the mini-program goes: to this server. A mini-program has one API origin in its allow-list;
 * the first one it asks is taken for it, and any other is refused as WeChat refuses an unlisted domain.
 */
export function callsForApi(url: string): string {
  if (!/^https?:\/\//.test(url)) throw new Error('invalid url')
  const { origin, pathname, search } = new URL(url)
  if (origin === location.origin) return url
  apiOrigin ??= origin
  if (origin !== apiOrigin) throw new Error(`url not in domain list: ${origin}`)
  return `${location.origin}${pathname}${search}`
}
