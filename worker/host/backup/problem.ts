/** Why there is no backup, or nothing was restored: a word for the desk, a sentence for whoever ran the command. */
export class BackupProblem extends Error {
  readonly code: 'wrong_folder' | 'wrong_target' | 'no_space' | 'damaged' | 'too_new' | 'not_empty'

  constructor(code: BackupProblem['code'], sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.code = code
  }
}
