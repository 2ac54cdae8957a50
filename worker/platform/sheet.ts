/** A column that a list must or may have, and what people call it, plain (`plainHeader`). The first that fits is taken. */
export type Column = { name: string; called: readonly string[]; needed: boolean }

/** `row`: where it stands in the sheet, from 1. `cells`: in the order of the columns asked for; '' where there is nothing. */
export type SheetRow = { row: number; cells: string[] }

/**
 * Reads a table out of a file, some rows at a time. Only the Node host has one: it works in a thread of its own.
 * Refuses: sheet_unreadable, sheet_too_large, sheet_headers.
 */
export type SheetReader = (bytes: Uint8Array, columns: readonly Column[]) => AsyncIterable<SheetRow[]>

/** More is refused: bytes of a file, rows of its table. */
export const sheetLimits = { bytes: 20 * 1024 * 1024, rows: 200_000 }
