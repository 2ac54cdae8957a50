import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAppJson, readComponentJson } from './app-json.ts'
import { reachComponents } from './components.ts'
import { filesUnder } from './files.ts'
import { handlerNames, scriptNames, wxNames } from './script-names.ts'
import { templateReferences } from './references.ts'
import { readTags } from './wxml-tags.ts'
import { builtinTags, missingTags } from '../tags.ts'
import { knownWx } from '../wx-names.ts'

const structural = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot'])

/**
 * What WeChat's compilers do not say, for every page and component of our own in a built mini-program:
 * handlers that no script has, components that are not declared or not used, unknown tags, unknown wx functions.
 */
export function lintMiniprogram(folder: string): string[] {
  const shared = Object.keys(readAppJson(folder).usingComponents ?? {})
  const own = [...reachComponents(folder)].filter(([path]) => !path.startsWith('miniprogram_npm/'))
  return [...own.flatMap(([path, using]) => lintComponent(folder, path, using, shared)), ...lintScripts(folder)]
}

function lintComponent(folder: string, path: string, using: Record<string, string>, shared: string[]): string[] {
  const problems: string[] = []
  const tags = templatesOf(folder, `${path}.wxml`).flatMap((file) => readTags(readFileSync(join(folder, file), 'utf8')))
  const names = scriptNames(readFileSync(join(folder, `${path}.js`), 'utf8'))
  const generics = Object.keys(readComponentJson(folder, path).componentGenerics ?? {})
  const known = new Set<string>([...builtinTags, ...structural, ...Object.keys(using), ...generics])
  for (const { tag, attributes } of tags) {
    if ((missingTags as readonly string[]).includes(tag)) problems.push(`<${tag}> is not in the preview`)
    else if (!known.has(tag)) problems.push(`<${tag}> is neither built in nor declared in usingComponents`)
    for (const handler of handlerNames(attributes)) {
      if (!names.has(handler)) problems.push(`<${tag}> calls "${handler}", which the script does not have`)
    }
  }
  const seen = new Set(tags.flatMap(({ tag, attributes }) => [tag, ...genericTargets(attributes)]))
  for (const name of Object.keys(using)) {
    if (!seen.has(name) && !shared.includes(name)) problems.push(`usingComponents "${name}" is not used`)
  }
  return problems.map((problem) => `${path}: ${problem}`)
}

function lintScripts(folder: string): string[] {
  const scripts = filesUnder(folder).filter((file) => file.endsWith('.js') && !file.startsWith('miniprogram_npm/'))
  return scripts.flatMap((file) => wxNames(readFileSync(join(folder, file), 'utf8'))
    .filter((name) => !knownWx.has(name)).map((name) => `${file}: wx.${name} is not known`))
}

/** A page's template and what it imports or includes. */
function templatesOf(folder: string, file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !existsSync(join(folder, file))) return []
  seen.add(file)
  const { templates } = templateReferences(readFileSync(join(folder, file), 'utf8'))
  const base = file.split('/').slice(0, -1)
  for (const reference of templates) {
    const parts = reference.startsWith('/') ? [] : [...base]
    for (const part of reference.split('/')) {
      if (part === '..') parts.pop()
      else if (part && part !== '.') parts.push(part)
    }
    templatesOf(folder, `${parts.join('/').replace(/\.wxml$/, '')}.wxml`, seen)
  }
  return [...seen]
}

function genericTargets(attributes: Record<string, string>): string[] {
  return Object.entries(attributes).filter(([name]) => name.startsWith('generic:')).map(([, value]) => value)
}
