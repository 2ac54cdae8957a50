/** Outside a demo there is no phone in the browser: what leads to it is taken away. */
async function showWhatThereIs(): Promise<void> {
  const answer = await fetch('/api/demo/people').catch(() => null)
  if (answer?.status !== 404) return
  for (const part of document.querySelectorAll<HTMLElement>('[data-demo]')) part.hidden = true
  const words = document.getElementById('real')
  if (words) words.hidden = false
}

void showWhatThereIs()
