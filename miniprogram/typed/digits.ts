/** Numbers as people type them: full-width digits, spaces and hyphens are forgiven. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/[\s-]/g, '')
}
