import type { template } from 'glass-easel'
import type { ComponentEnv } from 'glass-easel-miniprogram-adapter'

/** What the compiler put into `__miniprogram`. */
export interface CompiledApp {
  app: AppConfig
  components: CompiledComponent[]
  styles: Record<string, string>
  load(phone: object): {
    templates(): Record<string, template.ComponentTemplate['content']>
    modules: Record<string, ModuleFunction>
  }
}

/** One page or component. */
export interface CompiledComponent {
  path: string
  using: Record<string, string>
  json: PageConfig & { component?: boolean }
  scope: string
}

/** The part of app.json that the host acts on. */
export interface AppConfig {
  allPages: string[]
  pages: string[]
  window?: PageConfig
  networkTimeout?: { request?: number; uploadFile?: number; downloadFile?: number }
  tabBar?: {
    color?: string
    selectedColor?: string
    backgroundColor?: string
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
  }
}

/** The part of a page's JSON that the host acts on. */
export interface PageConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

/** A compiled script file. */
export type ModuleFunction = (
  require: (path: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  Page: ComponentEnv['Page'],
  Component: ComponentEnv['Component'],
  Behavior: ComponentEnv['Behavior'],
) => void
