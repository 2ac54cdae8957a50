/** A number for one act, so that sending it twice does it once. Unique is enough; it is not a secret. */
export function newKey(): string {
  let text = Date.now().toString(16)
  while (text.length < 32) text += Math.floor(Math.random() * 16).toString(16)
  return text
}
