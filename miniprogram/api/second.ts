/** An act that needs the PIN waits here while the person gives it on a page of its own; then the same act goes on. */
let asking: { promise: Promise<boolean>; answer: (proven: boolean) => void } | null = null

/** True when the PIN was given; false when the person left without. Several acts at once ask one time. */
export function askSecond(): Promise<boolean> {
  if (asking) return asking.promise
  let answer: (proven: boolean) => void = () => {}
  const promise = new Promise<boolean>((resolve) => { answer = resolve })
  asking = { promise, answer }
  wx.navigateTo({ url: '/official/pin/pin', fail: () => secondAnswered(false) })
  return promise
}

export function secondAnswered(proven: boolean): void {
  const waiting = asking
  asking = null
  waiting?.answer(proven)
}
