// An act that needs the PIN waits here while the dialog asks for it; then the same act goes on.
let asking: { promise: Promise<boolean>; answer: (proven: boolean) => void } | null = null
let show: (() => void) | null = null

/** The dialog says how it is opened. */
export function pinDialogIs(open: () => void): () => void {
  show = open
  return () => { show = null }
}

/** True when the PIN was given; false when the person turned away. Several acts at once ask one time. */
export function askPin(): Promise<boolean> {
  if (asking) return asking.promise
  if (!show) return Promise.resolve(false)
  let answer: (proven: boolean) => void = () => {}
  const promise = new Promise<boolean>((resolve) => { answer = resolve })
  asking = { promise, answer }
  show()
  return promise
}

export function pinAnswered(proven: boolean): void {
  const waiting = asking
  asking = null
  waiting?.answer(proven)
}
