/** `Function` as a phone has it: types and prototypes work, making code from text does not. */
export const phoneFunction: FunctionConstructor = new Proxy(Function, {
  apply: (_, __, args: unknown[]) => refuse(args),
  construct: (_, args: unknown[]) => refuse(args),
})

function refuse(args: unknown[]): () => undefined {
  if (args.length === 1 && args[0] === 'return this') return () => undefined
  throw new EvalError('a mini-program cannot make code from text (new Function)')
}
