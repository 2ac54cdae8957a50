import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * The Node host as one file, its programs and its migrations beside it. Node reads the types away by itself, but importing some four
 * hundred modules one by one costs a second and 150 MB (measured); `node worker/node.ts` stays the same program.
 */
export async function buildServer(root: string): Promise<void> {
  const outdir = join(root, 'dist/server')
  rmSync(outdir, { recursive: true, force: true })
  await build({
    // the nightly round runs `verify` and `backup` beside the first; `sheet` is a thread of it
    entryPoints: ['node', 'verify', 'backup', 'restore', 'rekey', 'breach', 'sheet'].map((name) => join(root, `worker/${name}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    logLevel: 'error',
  })
  cpSync(join(root, 'db/migrations'), join(outdir, 'migrations'), { recursive: true })
}
