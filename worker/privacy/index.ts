/** The door: reading personal data in full is an act of its own (D-11). */
export { revealPerson } from './reveal.ts'
