import { keepFile, restoreFile } from './files.ts'

const shelf = 'saved'

let database: IDBDatabase | undefined
let prefix = ''

/** Brings back the files that this phone saved before it was closed. */
export async function openSavedFiles(phone: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  prefix = `${phone}:`
  const request = indexedDB.open('phone-files', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(shelf)
  database = await answered(request).catch(() => undefined)
  if (!database) return
  const store = database.transaction(shelf).objectStore(shelf)
  const [keys, blobs] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())])
  keys.map(String).forEach((key, index) => {
    if (key.startsWith(prefix)) restoreFile(key.slice(prefix.length), blobs[index] as Blob)
  })
}

/** Keeps a file beyond the life of the app; the answer is its lasting path. */
export async function saveFile(blob: Blob, name: string): Promise<string> {
  const path = keepFile(blob, name, 'store')
  if (database) await answered(writing().put(blob, prefix + path))
  return path
}

/** Deletes a saved file. */
export async function removeSavedFile(path: string): Promise<void> {
  if (database) await answered(writing().delete(prefix + path))
}

function writing(): IDBObjectStore {
  return database!.transaction(shelf, 'readwrite').objectStore(shelf)
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error ?? new Error('indexedDB'))
  })
}
