import type { Page } from 'playwright-core'

/** What a page did that it should not have done. */
export interface Watch {
  problems(): string[]
}

/** Listens to a page from its first moment: errors, console errors, and requests that leave this server. */
export function watchPage(page: Page, origin: string): Watch {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console.error: ${message.text().split('\n')[0]}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) problems.push(`external request: ${url}`)
  })
  return { problems: () => problems }
}
