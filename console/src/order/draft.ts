import { useState } from 'preact/hooks'
import { currentSeat } from '../session/seat.ts'
import { today } from '../words/dates.ts'

/** What a person typed into an order, as typed. */
export type Draft = { amount: string; on: string; bankSerial: string; decision: string; reason: string; entry: string }

export type FieldName = keyof Draft

/** Keeps what was typed through a reload, a lost session and a wrong amount. */
export function useDraft(name: string, entry: number | null) {
  const stored = `draft ${currentSeat()?.person.id ?? ''} ${name}`
  const [draft, setDraft] = useState<Draft>(() => readDraft(stored, entry))
  const write = (field: FieldName, value: string) => {
    setDraft((before) => {
      const after = { ...before, [field]: value }
      sessionStorage.setItem(stored, JSON.stringify(after))
      return after
    })
  }
  return { draft, write, forget: () => sessionStorage.removeItem(stored) }
}

function readDraft(stored: string, entry: number | null): Draft {
  const fresh: Draft = { amount: '', on: today(), bankSerial: '', decision: '', reason: '', entry: '' }
  const text = sessionStorage.getItem(stored)
  const kept = text === null ? fresh : { ...fresh, ...JSON.parse(text) as Draft }
  return entry === null ? kept : { ...kept, entry: String(entry) }
}
