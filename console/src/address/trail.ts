import { useEffect, useState } from 'preact/hooks'
import { addressOf, parentOf, routeOf, type Route } from './route.ts'

// The addresses of this tab since it was loaded, the present one last.
let trail: string[] = [location.hash]
const listeners = new Set<() => void>()

window.addEventListener('hashchange', () => {
  const now = location.hash
  trail = trail.at(-2) === now ? trail.slice(0, -1) : [...trail, now]
  for (const listener of listeners) listener()
})

/** The page that the address names. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const listener = () => setHash(location.hash)
    listeners.add(listener)
    return () => { listeners.delete(listener) }
  }, [])
  return routeOf(hash)
}

export function go(route: Route): void {
  location.hash = addressOf(route)
}

/** Changes the present address without a step to go back to: a filter, not a page. */
export function stay(route: Route): void {
  const hash = addressOf(route)
  if (hash === location.hash) return
  history.replaceState(null, '', hash)
  trail = [...trail.slice(0, -1), hash]
  for (const listener of listeners) listener()
}

/** Back to where the person came from, with its filter; from a pasted address, up. */
export function goBack(): void {
  if (trail.length > 1) history.back()
  else go(parentOf(routeOf(location.hash)))
}

/** Leaves a form that is done: back to the page it was opened from, and never back into the form. */
export function returnTo(route: Route): void {
  const address = addressOf(route)
  if (pathOf(trail.at(-2)) === pathOf(address)) return history.back()
  trail = [...trail.slice(0, -1), address]
  history.replaceState(null, '', address)
  for (const listener of listeners) listener()
}

const pathOf = (hash: string | undefined): string => hash?.split('?')[0] ?? ''
