import type { CompiledApp } from './bundle.ts'
import { startPhone } from './start.ts'

declare global {
  var __miniprogram: CompiledApp
}

void startPhone(globalThis.__miniprogram, document.querySelector<HTMLElement>('#phone')!, location.search)
