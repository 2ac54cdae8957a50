import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import type { ComponentJson } from './app-json.ts'
import { readJson } from './files.ts'
import { styleReferences, templateReferences, wxsReferences } from './references.ts'
import { iconStyles } from './kit-icons.ts'
import { BuildProblem } from './problem.ts'
import type { BuildPaths } from './paths.ts'

const packageName = 'tdesign-miniprogram'

/**
 * Copies what the given components and scripts need of the kit to miniprogram_npm, and nothing else.
 * Roots are paths inside the package: component folders without suffix, scripts with ".js".
 */
export async function buildKit(paths: BuildPaths, roots: Iterable<string>): Promise<void> {
  const from = join(paths.packages, packageName, 'miniprogram_dist')
  const to = join(paths.miniprogram, 'miniprogram_npm', packageName)
  const scripts = new Set<string>()
  const seen = new Set<string>()
  const waiting = [...roots]
  const want = (path: string): void => {
    if (!seen.has(path)) waiting.push(path)
  }
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    if (path.endsWith('.js')) scripts.add(path)
    else if (/\.(wxml|wxss|wxs)$/.test(path)) copyText(from, to, path).forEach(want)
    else copyComponent(from, to, path).forEach(want)
  }
  await compileScripts(from, to, scripts)
}

/** A component's JSON is copied as it stands; what it uses comes along. */
function copyComponent(from: string, to: string, path: string): string[] {
  const json = join(from, `${path}.json`)
  if (!existsSync(json)) throw new BuildProblem(`${packageName} has no component "${path}"`)
  copy(json, join(to, `${path}.json`))
  const { usingComponents = {} } = readJson<ComponentJson>(json)
  const parts = ['.wxml', '.wxss', '.js'].map((suffix) => path + suffix).filter((file) => existsSync(join(from, file)))
  return [...parts, ...Object.values(usingComponents).map((used) => inside(from, path, used))]
}

function copyText(from: string, to: string, path: string): string[] {
  const text = readFileSync(join(from, path), 'utf8')
  write(join(to, path), path === 'icon/icon.wxss' ? iconStyles() : text)
  const { templates, scripts } = templateReferences(text)
  const written = path.endsWith('.wxml') ? [...templates, ...scripts]
    : path.endsWith('.wxss') ? styleReferences(text) : wxsReferences(text)
  return written.map((reference) => inside(from, path, reference))
}

async function compileScripts(from: string, to: string, entries: Set<string>): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const next = [...entries].filter((path) => !done.has(path))
    if (next.length === 0) return
    next.forEach((path) => done.add(path))
    await build({
      entryPoints: next.map((path) => join(from, path)), outbase: from, outdir: to, bundle: true, treeShaking: false,
      format: 'cjs', target: 'es2018', platform: 'neutral', charset: 'utf8', minify: true, logLevel: 'silent',
      plugins: [{
        name: 'keep-apart',
        setup: (hooks) => hooks.onResolve({ filter: /.*/ }, ({ kind, path, importer }) => {
          if (kind === 'entry-point') return undefined
          const target = scriptOf(from, path, importer)
          entries.add(relative(from, target).split(sep).join('/'))
          const written = relative(dirname(importer), target).split(sep).join('/')
          return { path: written.startsWith('.') ? written : `./${written}`, external: true }
        }),
      }],
    })
  }
}

function scriptOf(from: string, path: string, importer: string): string {
  const base = path.startsWith('.') ? resolve(dirname(importer), path) : join(from, 'miniprogram_npm', path)
  const found = [base, `${base}.js`, join(base, 'index.js')].find((file) => file.endsWith('.js') && existsSync(file))
  if (found === undefined) throw new BuildProblem(`${importer} asks for "${path}", which is not there`)
  return found
}

function inside(from: string, owner: string, written: string): string {
  const target = written.startsWith('/') ? join(from, written) : resolve(from, dirname(owner), written)
  return relative(from, target).split(sep).join('/')
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to)
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
