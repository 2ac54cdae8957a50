/** The letter beside a button's words. Screen readers have it from the list of keys. */
export function Key({ of }: { of: string }) {
  return <kbd aria-hidden="true">{of}</kbd>
}
