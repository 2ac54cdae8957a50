import { addGlobalErrorListener, addGlobalWarningListener, Component, type GeneralComponent } from 'glass-easel'
import { MiniProgramEnv, type CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { CompiledApp, CompiledComponent } from './bundle.ts'
import { PhoneBackend } from './backend.ts'
import { defineBuiltins } from './builtin/all.ts'
import { definers, type Definers } from './definers.ts'
import { readyBehavior } from './ready.ts'
import { report } from './errors.ts'

/** The mini-program's code, and the tree it draws. */
export class PhoneCode {
  readonly env = new MiniProgramEnv()
  readonly backend = new PhoneBackend()
  readonly space: CodeSpace
  readonly associated = this.env.associateBackend(this.backend)
  private readonly components: Map<string, CompiledComponent>
  private readonly modules: ReturnType<CompiledApp['load']>['modules']
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly registered = new Set<string>()
  private readonly definers: Definers
  private current = ''

  constructor(compiled: CompiledApp, phone: object) {
    this.space = this.env.createCodeSpace('', true)
    this.space.getComponentSpace().updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true })
    defineBuiltins(this.space)
    this.space.setOverallBehavior(readyBehavior(this.space))
    this.definers = definers(this.space, () => this.current)
    const code = compiled.load(phone)
    this.modules = code.modules
    this.components = new Map(compiled.components.map((one) => [one.path, one]))
    const groupList = code.templates()
    this.addSheet('app', compiled.styles['app'] ?? '')
    for (const { path, using, json, scope } of compiled.components) {
      const usingComponents = Object.fromEntries(Object.entries(using).map(([name, at]) => [name, `/${at}`]))
      this.space.addComponentStaticConfig(path, { ...json, usingComponents } as never)
      this.space.addCompiledTemplate(path, { groupList, content: groupList[path]! } as never)
      this.addSheet(path, compiled.styles[path] ?? '', scope)
    }
    reportTreeErrors()
  }

  /** Runs a script outside of any component, as WeChat does with app.js. */
  runScript(path: string): void {
    if (this.modules[path]) this.require(path)
  }

  /** Registers a page and everything it uses. Like on a phone this happens when it is first opened. */
  register(path: string): void {
    if (this.registered.has(path)) return
    this.registered.add(path)
    const component = this.components.get(path)
    if (!component) throw new Error(`there is no page or component "${path}" in app.json`)
    Object.values(component.using).forEach((used) => this.register(used))
    if (!this.modules[`${path}.js`]) throw new Error(`${path} has no script`)
    const before = this.current
    this.current = path
    try {
      this.require(`${path}.js`)
    } finally {
      this.current = before
    }
  }

  /** The page's own JSON. */
  configOf(path: string): CompiledComponent['json'] {
    return this.components.get(path)?.json ?? {}
  }

  private require(file: string): unknown {
    const known = this.loaded.get(file)
    if (known) return known.exports
    const run = this.modules[file]
    if (!run) throw new Error(`module "${file}" is not defined`)
    const module = { exports: {} as unknown }
    this.loaded.set(file, module)
    const { Page, Component: define, Behavior } = this.definers
    run((to) => this.require(moduleAddress(file, to)), module, module.exports, Page, define, Behavior)
    return module.exports
  }

  private addSheet(path: string, css: string, scope?: string): void {
    this.backend.registerStyleSheetContent(`/${path}`, css)
    this.space.addStyleSheet(path, `/${path}`, scope)
  }
}

function moduleAddress(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `${parts.join('/').replace(/\.js$/, '')}.js`
}

function reportTreeErrors(): void {
  addGlobalErrorListener((error, method, component) => {
    report(error, `${nameOf(component)} ${method ?? ''}`.trim())
    return false
  })
  addGlobalWarningListener((message, component) => {
    const name = nameOf(component)
    if (`${name} ${message}`.includes('miniprogram_npm/')) return false
    if (message.includes('type-incompatible')) console.warn(`[${name}] ${message}`)
    else report(new Error(message), name)
    return false
  })
}

function nameOf(component: GeneralComponent | string | undefined): string {
  if (component === undefined || component === '') return 'miniprogram'
  return typeof component === 'string' ? component : Component.isComponent(component) ? component.is : 'miniprogram'
}
