/** A mistake in the mini-program's source, said in one line: printed without a stack. */
export class BuildProblem extends Error {
  override name = 'BuildProblem'
}
