import type { PhoneOptions } from '../options.ts'
import { report } from '../errors.ts'
import { createAnimation } from './animation.ts'
import { deviceCalls } from './device.ts'
import { dialogCalls } from './dialogs.ts'
import { fileSystem } from './file-system.ts'
import { mediaCalls } from './media.ts'
import { navigationCalls } from './navigation.ts'
import { networkCalls } from './network.ts'
import { placeCalls } from './places.ts'
import { privacyCalls, startPrivacy } from './privacy.ts'
import { request } from './request.ts'
import { smallCalls } from './small.ts'
import { storageCalls } from './storage.ts'
import { downloadFile, uploadFile } from './transfer.ts'
import { visibilityCalls } from './visibility.ts'

/** Names that a kit looks for and does without when they are missing. */
const mayBeMissing = new Set([
  'onMenuButtonBoundingClientRectWeightChange', 'offMenuButtonBoundingClientRectWeightChange',
  'worklet', 'then', 'toJSON', '$$typeof',
])

/** The `wx` of one person's phone. An unknown name is reported: on a phone it would be a crash or a silent nothing. */
export function makeWx(options: PhoneOptions, launch: object, hasTabs: () => boolean): Record<string, unknown> {
  startPrivacy(options.phone, options.openid)
  const api: Record<string, unknown> = {
    ...deviceCalls(options, hasTabs), ...dialogCalls, ...mediaCalls, ...navigationCalls, ...networkCalls,
    ...privacyCalls, ...placeCalls, ...storageCalls(options.phone), ...visibilityCalls, ...smallCalls(options.openid),
    createAnimation, request, uploadFile, downloadFile, getFileSystemManager: () => fileSystem,
    getLaunchOptionsSync: () => launch, getEnterOptionsSync: () => launch,
    env: { USER_DATA_PATH: 'http://usr' },
  }
  return new Proxy(api, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !mayBeMissing.has(name)) {
        report(new Error(`wx.${name} is not in the preview: add it to preview/host/wx`), 'wx')
      }
      return Reflect.get(target, name)
    },
  })
}
