import type { Route } from './route.ts'

/** What an address under `/api` may be asked with; nothing when no route lies there. HEAD goes where GET goes. */
export function allowedMethods(routes: readonly Pick<Route, 'method' | 'path'>[], address: string): string[] {
  const found = routes.filter(({ path }) =>
    new RegExp(`^/api${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`).test(address),
  )
  return [...new Set(found.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort()
}
