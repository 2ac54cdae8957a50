import type { ConsoleMessage, Page } from 'playwright-core'

/** What a page did that it should not have done. */
export interface Watch {
  problems(): string[]
}

/** Listens to a page from its first moment: errors, console errors, and requests that leave this server. */
export function watchPage(page: Page, origin: string): Watch {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || isRefusedCall(message)) return
    problems.push(`console.error: ${message.text().split('\n')[0]} ${message.location().url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) problems.push(`external request: ${url}`)
  })
  return { problems: () => problems }
}

/** The browser complains about every answer of 400 and more; from the API such an answer is an answer. */
function isRefusedCall(message: ConsoleMessage): boolean {
  return message.text().startsWith('Failed to load resource') && /\/api\//.test(message.location().url)
}
