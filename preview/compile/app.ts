import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagePaths, readAppJson, readComponentJson } from '../build/app-json.ts'
import { filesUnder } from '../build/files.ts'
import { reachComponents } from '../build/components.ts'
import { browserNames } from './browser-names.ts'
import { compileStyles } from './styles.ts'
import { compileTemplates } from './templates.ts'
import { wrapModules } from './modules.ts'

/** What a phone gives to every script, and so does the host. */
const phoneGlobals = ['wx', 'App', 'getApp', 'getCurrentPages', 'getRegExp', 'getDate', 'console', 'Function']

/**
 * Compiles a built mini-program into one script for the browser. The script only defines `__miniprogram`;
 * the host decides when to run what. Everything of the app lies inside one function whose parameters carry
 * the names of all browser globals, so that the code finds none of them, as on a phone.
 */
export function compileApp(folder: string): string {
  const app = readAppJson(folder)
  const components = [...reachComponents(folder)].map(([path, using], index) => {
    const { usingComponents: _, ...json } = readComponentJson(folder, path)
    return { path, using, json, scope: `c${index}` }
  })
  const scopes = new Map(components.map(({ path, scope }) => [path, scope]))
  return [
    'globalThis.__miniprogram = {',
    `app: ${JSON.stringify({ ...app, allPages: pagePaths(app) })},`,
    `components: ${JSON.stringify(components)},`,
    `styles: ${JSON.stringify(compileStyles(folder, components, scopes))},`,
    `load({ ${phoneGlobals.join(', ')} }) {`,
    `return (function (${browserNames().join(', ')}) { return {`,
    `templates: () => ${compileTemplates(folder, components.map(({ path }) => path))},`,
    `modules: ${wrapModules(readScripts(folder))}`,
    '} })() } }',
  ].join('\n')
}

function readScripts(folder: string): Map<string, string> {
  const scripts = filesUnder(folder).filter((file) => file.endsWith('.js'))
  return new Map(scripts.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}
