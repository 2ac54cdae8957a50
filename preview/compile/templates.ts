import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dirname, join as joinUrl } from 'node:path/posix'
import { TmplGroup } from 'glass-easel-template-compiler'
import { BuildProblem } from '../build/problem.ts'
import { wxsReferences } from '../build/references.ts'
import { phoneWxs } from './wxs.ts'

interface TemplateWarning {
  isError: boolean
  level: string
  message: string
  startLine: number
  startColumn: number
}

/** Compiles the templates of the given pages and components, and what they import, to one expression. */
export function compileTemplates(folder: string, paths: string[]): string {
  const group = new TmplGroup()
  const seen = new Set<string>()
  const problems: string[] = []
  const add = (path: string, owner: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    const file = join(folder, `${path}.wxml`)
    if (!existsSync(file)) throw new BuildProblem(`${owner} asks for ${path}.wxml, which is not there`)
    const warnings = group.addTmpl(path, readFileSync(file, 'utf8')) as TemplateWarning[]
    problems.push(...warnings.filter((one) => one.isError || !path.startsWith('miniprogram_npm/'))
      .map((one) => `${path}.wxml:${one.startLine + 1}:${one.startColumn + 1}: ${one.message}`))
    for (const name of group.getInlineScriptModuleNames(path) as string[]) {
      group.setInlineScript(path, name, phoneWxs(group.getInlineScript(path, name)))
    }
    for (const needed of group.getDirectDependencies(path) as string[]) add(needed, `${path}.wxml`)
    for (const needed of group.getScriptDependencies(path) as string[]) addScript(needed, `${path}.wxml`)
  }
  const addScript = (path: string, owner: string): void => {
    if (seen.has(`${path}.wxs`)) return
    seen.add(`${path}.wxs`)
    const file = join(folder, `${path}.wxs`)
    if (!existsSync(file)) throw new BuildProblem(`${owner} asks for ${path}.wxs, which is not there`)
    const text = readFileSync(file, 'utf8')
    group.addScript(path, phoneWxs(text))
    for (const needed of wxsReferences(text)) {
      addScript(joinUrl(dirname(path), needed).replace(/\.wxs$/, ''), `${path}.wxs`)
    }
  }
  for (const path of paths) add(path, 'app.json')
  if (problems.length > 0) throw new BuildProblem(problems.join('\n'))
  const code = group.getTmplGenObjectGroups()
  group.free()
  return code
}
