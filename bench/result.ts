/** What a benchmark gives: lines for people, numbers for `--json`. */
export type Result = { name: string; lines: string[]; numbers: Record<string, number> }
