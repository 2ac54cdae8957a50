/** Where a mutated county and a mutated migration come in. */
export const doors: Record<string, [RegExp, string]> = {
  'tests/support/county.ts': [/copyFileSync\(await [^;\n]*, path\)/, '$&; globalThis.mutantCounty(path)'],
  'db/migrate.ts': [/readFileSync\(new URL\(file, folder\), 'utf8'\)/, '(globalThis.mutantMigration?.(file) ?? $&)'],
}

export function opened(file: string, source: string): string {
  const [place, open] = doors[file] ?? [/^/, '']
  if (!place.test(source)) throw new Error(`${file} has no ${String(place)}: the mutants would stay outside`)
  return source.replace(place, open)
}
