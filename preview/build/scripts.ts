import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { build, type OnResolveArgs, type Plugin } from 'esbuild'
import { filesUnder } from './files.ts'
import { BuildProblem } from './problem.ts'
import type { BuildPaths } from './paths.ts'

/** What the scripts asked for beyond their own folder. */
export interface ScriptNeeds {
  contract: Set<string>
  packages: Set<string>
}

/** Compiles every .ts and .js of the mini-program, each file for itself, and says what they import. */
export async function buildScripts(paths: BuildPaths): Promise<ScriptNeeds> {
  const needs: ScriptNeeds = { contract: new Set(), packages: new Set() }
  const entries = filesUnder(paths.source)
    .filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('types/'))
    .map((file) => join(paths.source, file))
  await compile(paths, entries, paths.source, paths.miniprogram, needs)
  await buildContract(paths, needs)
  return needs
}

/** The shared contract files become modules of the mini-program; a file may need another one. */
async function buildContract(paths: BuildPaths, needs: ScriptNeeds): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const next = [...needs.contract].filter((name) => !done.has(name))
    if (next.length === 0) return
    next.forEach((name) => done.add(name))
    const entries = next.map((name) => join(paths.contract, `${name}.ts`))
    await compile(paths, entries, paths.contract, join(paths.miniprogram, 'contract'), needs)
  }
}

async function compile(
  paths: BuildPaths, entryPoints: string[], outbase: string, outdir: string, needs: ScriptNeeds,
): Promise<void> {
  if (entryPoints.length === 0) return
  await build({
    entryPoints, outbase, outdir, bundle: true, treeShaking: false, format: 'cjs', target: 'es2018',
    platform: 'neutral', charset: 'utf8', logLevel: 'silent', plugins: [keepApart(paths, needs)],
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false, useDefineForClassFields: true } },
  }).catch((error: { errors?: { text: string; location?: { file: string; line: number } | null }[] }) => {
    const lines = error.errors?.map(({ text, location }) => `${location?.file ?? '?'}:${location?.line ?? 0}: ${text}`)
    throw lines ? new BuildProblem(lines.join('\n')) : error
  })
}

/** Every import stays a require, so that a module exists once; only its address is rewritten. */
function keepApart(paths: BuildPaths, needs: ScriptNeeds): Plugin {
  return {
    name: 'keep-apart',
    setup(hooks) {
      hooks.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === 'entry-point') return undefined
        try {
          return { path: rewrite(paths, needs, args), external: true }
        } catch (error) {
          return { errors: [{ text: (error as Error).message }] }
        }
      })
    },
  }
}

function rewrite(paths: BuildPaths, needs: ScriptNeeds, { path, importer }: OnResolveArgs): string {
  const from = dirname(placeOf(paths, importer))
  if (!path.startsWith('.')) return npmAddress(needs, from, path, importer)
  const target = existingScript(resolve(dirname(importer), path))
  if (target === undefined) throw new BuildProblem(`nothing at "${path}"`)
  if (target.startsWith(paths.contract + sep)) {
    needs.contract.add(relative(paths.contract, target).replace(/\.ts$/, ''))
  } else if (!target.startsWith(paths.source + sep)) {
    throw new BuildProblem(`"${path}" lies outside the mini-program: use "import type"`)
  }
  return address(from, placeOf(paths, target))
}

function npmAddress(needs: ScriptNeeds, from: string, path: string, importer: string): string {
  if (path === 'zod' || path.startsWith('zod/')) {
    throw new BuildProblem(`${importer} needs zod at run time; the phone takes zod-free files (use "import type")`)
  }
  if (!path.startsWith('tdesign-miniprogram/')) throw new BuildProblem(`package "${path}" is not on the phone`)
  const script = path.replace(/(\.js)?$/, '.js')
  needs.packages.add(script)
  return address(from, `miniprogram_npm/${script}`)
}

/** Where a source file comes to lie in the built mini-program, relative to its root. */
function placeOf(paths: BuildPaths, file: string): string {
  const inside = file.startsWith(paths.contract + sep)
    ? join('contract', relative(paths.contract, file))
    : relative(paths.source, file)
  return inside.split(sep).join('/').replace(/\.ts$/, '.js')
}

function existingScript(path: string): string | undefined {
  return [path, `${path}.ts`, `${path}.js`, path.replace(/\.js$/, '.ts'), join(path, 'index.ts'),
    join(path, 'index.js')]
    .find((candidate) => /\.(ts|js)$/.test(candidate) && existsSync(candidate))
}

function address(from: string, to: string): string {
  const path = relative(from, to).split(sep).join('/')
  return path.startsWith('.') ? path : `./${path}`
}
