/** The door: the public notice that a standard grant waits for. */
export type { Notice } from './notice.ts'
export { noticeFact, noticeOf } from './notice.ts'
