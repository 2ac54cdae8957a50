import type { ConsoleMessage, Page, Request } from 'playwright-core'

/** What a page did that it should not have done. */
export interface Watch {
  problems(): string[]
  /** Requests that have no answer yet. */
  underWay(): number
}

/** Listens to a page from its first moment: errors, console errors, and requests that leave this server. */
export function watchPage(page: Page, origin: string): Watch {
  const problems: string[] = []
  const open = new Set<Request>()
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || isRefusedCall(message)) return
    problems.push(`console.error: ${message.text().split('\n')[0]} ${message.location().url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`)
  })
  page.on('request', (request) => {
    open.add(request)
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) problems.push(`external request: ${url}`)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return { problems: () => problems, underWay: () => open.size }
}

/** The browser complains about every answer of 400 and more; from the API such an answer is an answer. */
function isRefusedCall(message: ConsoleMessage): boolean {
  return message.text().startsWith('Failed to load resource') && /\/api\//.test(message.location().url)
}
