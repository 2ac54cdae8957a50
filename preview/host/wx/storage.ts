import { WxFail, wxCall } from './call.ts'

const keyLimit = 1024 * 1024
const wholeLimit = 10 * 1024 * 1024

/** wx storage of one phone. Another phone sees nothing of it; encrypted values lie apart from plain ones. */
export function storageCalls(phone: string): Record<string, unknown> {
  const shelf = shelfOf(`phone:${phone}:`)
  return {
    setStorageSync: (key: string, data: unknown) => shelf.write(key, data, false),
    getStorageSync: (key: string) => shelf.read(key, false) ?? '',
    removeStorageSync: (key: string) => shelf.remove(key),
    clearStorageSync: () => shelf.clear(),
    getStorageInfoSync: () => shelf.info(),
    setStorage: wxCall('setStorage',
      ({ key, data, encrypt = false }: { key: string; data: unknown; encrypt?: boolean }) =>
      shelf.write(key, data, encrypt)),
    getStorage: wxCall('getStorage', ({ key, encrypt = false }: { key: string; encrypt?: boolean }) => {
      const data = shelf.read(key, encrypt)
      if (data === undefined) throw new WxFail('data not found')
      return { data }
    }),
    removeStorage: wxCall('removeStorage', ({ key }: { key: string }) => shelf.remove(key)),
    clearStorage: wxCall('clearStorage', () => shelf.clear()),
    getStorageInfo: wxCall('getStorageInfo', () => shelf.info()),
  }
}

interface Shelf {
  write(key: string, data: unknown, encrypt: boolean): void
  read(key: string, encrypt: boolean): unknown
  remove(key: string): void
  clear(): void
  info(): { keys: string[]; currentSize: number; limitSize: number }
}

function shelfOf(prefix: string): Shelf {
  const at = (key: string, encrypt: boolean): string => `${prefix}${encrypt ? 'encrypted' : 'plain'}:${key}`
  const own = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  const size = (): number => own().reduce((sum, key) => sum + (localStorage.getItem(key)?.length ?? 0), 0)
  return {
    write(key, data, encrypt) {
      const text = JSON.stringify({ data })
      if (text.length > keyLimit) throw new WxFail('exceed storage item max length')
      if (size() + text.length > wholeLimit) throw new WxFail('exceed storage max size 10Mb')
      localStorage.removeItem(at(key, !encrypt))
      localStorage.setItem(at(key, encrypt), text)
    },
    read(key, encrypt) {
      const text = localStorage.getItem(at(key, encrypt))
      return text === null ? undefined : (JSON.parse(text) as { data?: unknown }).data
    },
    remove(key) {
      localStorage.removeItem(at(key, false))
      localStorage.removeItem(at(key, true))
    },
    clear: () => own().forEach((key) => localStorage.removeItem(key)),
    info: () => ({
      keys: own().map((key) => key.slice(prefix.length).replace(/^(plain|encrypted):/, '')),
      currentSize: Math.ceil(size() / 1024), limitSize: 10240,
    }),
  }
}
