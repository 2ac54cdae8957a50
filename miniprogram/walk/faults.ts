/** What is wrong in a form: for the summary above, and at the box it belongs to. */
export interface Fault {
  field: string
  message: string
}

/** One message a box: the first, as in the summary. */
export function messagesAt(faults: readonly Fault[]): Record<string, string> {
  const at: Record<string, string> = {}
  faults.forEach(({ field, message }) => { at[field] = at[field] ?? message })
  return at
}
