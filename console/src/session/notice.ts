// One sentence about what was just done, for the page that is shown next.
let notice: { text: string; path: string } | null = null

const pathNow = (): string => location.hash.split('?')[0] ?? ''

/** Leaves a sentence for the page at `address`. */
export function tell(text: string, address: string): void {
  notice = { text, path: address.split('?')[0] ?? '' }
}

/** The sentence for this page; it is gone once the person has moved on. */
export function noticeHere(): string | null {
  if (notice && notice.path !== pathNow()) notice = null
  return notice?.text ?? null
}
