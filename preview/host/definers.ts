import type { CodeSpace, ComponentEnv } from 'glass-easel-miniprogram-adapter'

/** The three functions with which a script says what it defines. */
export type Definers = Pick<ComponentEnv, 'Page' | 'Component' | 'Behavior'>

type Definition = { behaviors?: unknown[]; [key: string]: unknown }
type Define = (definition?: object) => unknown

/**
 * Page, Component and Behavior for every script. Like WeChat's they belong to the file that is being registered,
 * not to the file that calls them: a kit calls Component from a decorator in a shared file.
 */
export function definers(space: CodeSpace, current: () => string): Definers {
  const reserved = reservedBehaviors(space)
  const wrap = (pick: (env: ComponentEnv) => unknown): Define => (definition) => {
    const define = space.componentEnv(current(), pick) as Define
    return definition === undefined ? define() : define(known(definition as Definition, reserved))
  }
  const behavior = Object.assign(wrap((env) => env.Behavior), { trait: space.traitBehavior.bind(space) })
  return {
    Page: wrap((env) => env.Page) as Definers['Page'],
    Component: wrap((env) => env.Component) as Definers['Component'],
    Behavior: behavior as unknown as Definers['Behavior'],
  }
}

function known(definition: Definition, reserved: Map<string, unknown>): Definition {
  if (!definition.behaviors) return definition
  const behaviors = definition.behaviors
    .map((one) => (typeof one === 'string' && one.startsWith('wx://') ? reserved.get(one) : one))
    .filter((one) => one !== undefined)
  return { ...definition, behaviors }
}

/** The behaviors that WeChat names by strings; glass-easel knows only behaviors that were defined. */
function reservedBehaviors(space: CodeSpace): Map<string, unknown> {
  const field = space.behavior().definition({ properties: { name: String, value: { type: null, value: '' } } } as never)
  return new Map([['wx://form-field', field.register()]])
}
