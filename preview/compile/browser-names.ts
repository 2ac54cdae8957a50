import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'

/** Not in TypeScript's DOM types, but in a browser, or in a browser and not on every phone. */
const extraNames = [
  'globalThis', 'self', 'Intl', 'WebAssembly', 'eval', 'chrome', 'queueMicrotask', 'structuredClone', 'scheduler',
  'SharedArrayBuffer', 'Atomics', 'fetchLater', 'trustedTypes', 'cookieStore', 'navigation', 'documentPictureInPicture',
  'find', 'offscreenBuffering', 'styleMedia', 'viewport', 'credentialless', 'fence', 'launchQueue', 'crashReport',
  'sharedStorage', 'getScreenDetails', 'queryLocalFonts', 'showDirectoryPicker', 'showOpenFilePicker',
  'showSaveFilePicker', 'webkitRequestAnimationFrame', 'webkitCancelAnimationFrame', 'webkitRequestFileSystem',
  'webkitResolveLocalFileSystemURL', 'webkitRTCPeerConnection', 'webkitSpeechRecognition',
]

/** Names that a phone gives to a script too. */
const phoneNames = new Set([
  'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'undefined', 'NaN', 'Infinity',
])

let names: string[] | undefined

/** Every global name of a browser that a mini-program must not see, read from TypeScript's own DOM types. */
export function browserNames(): string[] {
  names ??= [...new Set([...declaredNames(), ...extraNames])].filter((name) => !phoneNames.has(name)).sort()
  return names
}

function declaredNames(): string[] {
  const folder = libFolder()
  return ['lib.dom.d.ts', 'lib.dom.asynciterable.d.ts'].flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return [...text.matchAll(/^declare (?:var|let|const|function) ([A-Za-z_]\w*)/gm)].map((hit) => hit[1]!)
  })
}

/** TypeScript 7 keeps its library files in the package of the platform. */
function libFolder(): string {
  const require = createRequire(import.meta.url)
  const scope = join(dirname(require.resolve('typescript/package.json')), '../@typescript')
  const platform = readdirSync(scope).find((name) => name.startsWith('typescript-'))
  return join(scope, platform!, 'lib')
}
