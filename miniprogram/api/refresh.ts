/** Pages that show the server's state have a `refresh`; the one in front does it when something arrived late. */
export function refreshPage(): void {
  const stack = getCurrentPages() as unknown as { refresh?: () => void }[]
  stack[stack.length - 1]?.refresh?.()
}
