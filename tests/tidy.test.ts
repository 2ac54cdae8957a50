import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import * as contract from '../worker/contract/index.ts'
import { routes } from '../worker/app.ts'
import { openapi } from '../worker/platform/openapi.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const skipped = new Set(['node_modules', 'dist', 'data', '.git', '.wrangler', '.cache'])
const files = walk('').filter((file) => /\.(ts|tsx|wxml|wxss|sql|css|md)$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const code = files.filter((file) => /\.(ts|tsx)$/.test(file))

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    skipped.has(entry.name) ? [] : entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)])
}

/** Who may import whom in `worker/`: a room sees only lower steps; neighbours on one step never see each other. */
const staircase = [
  ['contract'], ['platform'], ['identity'], ['policy', 'evidence', 'sheets'], ['fund', 'requests', 'programs'], ['explanations', 'standard'], ['grants'],
  ['cases', 'settlement', 'privacy'],
  ['oversight'], ['rounds'],
]
const stepOf = (room: string) => staircase.findIndex((step) => step.includes(room))

function imports(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to]) => relative(root, normalize(join(root, dirname(file), to ?? ''))))
}

it('rooms import only lower steps, and only through their door', () => {
  const wrong = code.filter((file) => file.startsWith('worker/')).flatMap((file) => {
    const [, room = ''] = file.split('/')
    if (stepOf(room) < 0) return []
    return imports(file).flatMap((to) => {
      const [top = '', target = ''] = to.split('/')
      if (top === 'db') return ['platform', 'oversight'].includes(room) ? [] : [`${file} -> ${to}: only platform and oversight know the database`]
      if (top !== 'worker') return [`${file} -> ${to}`]
      if (target === room) return []
      const lower = stepOf(target) >= 0 && stepOf(target) < stepOf(room)
      const inside = target === 'contract' || to === `worker/${target}/index.ts`
      return lower && inside ? [] : [`${file} -> ${to}`]
    })
  })
  expect(wrong).toEqual([])
})

it('every room stands on the staircase', () => {
  const rooms = readdirSync(join(root, 'worker'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(rooms.filter((room) => stepOf(room) < 0 && !['host', 'edge'].includes(room))).toEqual([])
})

it('the database knows of the worker only the contract’s terms; the phone only what is free of zod', () => {
  const outside = (folder: string, allowed: RegExp) => code.filter((file) => file.startsWith(`${folder}/`)).flatMap((file) =>
    imports(file).filter((to) => !to.startsWith(`${folder}/`) && !allowed.test(to)).map((to) => `${file} -> ${to}`))
  expect(outside('db', /^worker\/contract\/terms\.ts$/).filter((line) => !line.startsWith('db/serve.ts'))).toEqual([])
  expect(outside('miniprogram', /^worker\/contract\//)).toEqual([])
  expect(outside('console', /^worker\/contract\//)).toEqual([])
})

it('files are short: at most 300 lines', () => {
  const long = files.filter((file) => !file.endsWith('.md')).filter((file) => read(file).split('\n').length > 301)
  expect(long).toEqual([])
})

it('the median source file is under 80 lines', () => {
  const lengths = code.filter((file) => !file.startsWith('tests/')).map((file) => read(file).split('\n').length).toSorted((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80)
})

it('there is no drawer: no utils, helpers, common', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common)(\/|\.)/.test(file))).toEqual([])
})

it('zod is imported whole, so that it can be shaken', () => {
  expect(code.filter((file) => /import\s*\{[^}]*\bz\b[^}]*\}\s*from\s*'zod'/.test(read(file)))).toEqual([])
})

it('nothing is left half done in the source', () => {
  const mark = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X{3}', '@ts-' + 'ignore', '@ts-' + 'expect-error', 'as ' + 'any\\b', '\\.(only|skip)\\('].join('|'))
  expect(code.filter((file) => mark.test(read(file)))).toEqual([])
})

it('every term of the contract is in the glossary', () => {
  const glossary = read('worker/contract/GLOSSARY.md')
  const tuples = Object.values<unknown>(contract).filter((value): value is readonly string[] =>
    Array.isArray(value) && value.every((word) => typeof word === 'string'))
  const terms = [...new Set([...tuples.flat(), ...Object.keys(contract.problems)])]
  expect(terms.filter((term) => !glossary.includes(`\`${term}\``))).toEqual([])
})

it('every term has its Chinese word, and every problem a sentence in Chinese', () => {
  const labels = Object.entries(contract).filter(([name]) => name.endsWith('Labels')).flatMap(([, words]) => Object.entries(words as Record<string, string>))
  expect(labels.filter(([, word]) => !/\p{Script=Han}/u.test(word))).toEqual([])
  expect(Object.values(contract.problems).filter(({ title }) => !/\p{Script=Han}/u.test(title) || [...title].length > 32)).toEqual([])
})

it('only `change`, `timed`, signing in and the lease write to the database, and every verb has a name of its own', () => {
  const writers = code.filter((file) => file.startsWith('worker/') && !file.startsWith('worker/host/') && /\bdb\.write\b/.test(read(file)))
  expect(writers.toSorted()).toEqual(['worker/identity/ask-desk.ts', 'worker/identity/change.ts', 'worker/identity/collect-desk.ts', 'worker/identity/seen.ts', 'worker/identity/sign-in.ts', 'worker/identity/timer.ts', 'worker/rounds/lease.ts'])
  const verbs = routes.filter((route) => route.method !== 'GET').map((route) => route.action)
  expect(new Set(verbs).size).toBe(verbs.length)
})

it('every route is in the API document', () => {
  const { paths } = openapi(routes) as { paths: Record<string, Record<string, { operationId: string }>> }
  const documented = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
  expect(documented.toSorted()).toEqual(routes.map((route) => route.action).toSorted())
})

it('documents cite only paths that exist', () => {
  const broken = files.filter((file) => file.endsWith('.md')).flatMap((file) =>
    [...read(file).matchAll(/`((?:worker|db|miniprogram|console|preview|tests|bench|audit)\/[\w./-]*)`/g)]
      .map(([, path]) => path ?? '').filter((path) => !existsSync(join(root, path))).map((path) => `${file}: ${path}`))
  expect(broken).toEqual([])
})

it('every rule that code cites stands in RULES.md with its text', () => {
  const rules = read('worker/contract/RULES.md')
  const cited = new Set(files.filter((file) => /\.(ts|tsx|sql|wxml)$/.test(file)).flatMap((file) => read(file).match(/\b[NRACDF]-\d{1,2}\b/g) ?? []))
  expect([...cited].filter((id) => !rules.includes(`**${id}**`)).toSorted()).toEqual([])
})

it('the two READMEs are kept in step: same sections, same commands, same paths', () => {
  const shape = (file: string) => {
    const text = read(file)
    return {
      sections: text.match(/^#{1,3} /gm)?.join(''),
      rows: text.match(/^\|/gm)?.length,
      cited: [...text.matchAll(/`([\w./:-]+)`/g)].map(([, word]) => word).filter((word) => /[/_]|^npm/.test(word ?? '')).toSorted(),
    }
  }
  expect(shape('README.zh-CN.md')).toEqual(shape('README.md'))
})

/** `caseOf(row)`, `entryInsert(...)`: what these do is in their name. */
it('every other public function says what it does', () => {
  const silent = code.filter((file) => /^worker\/(?!contract)/.test(file) && !file.endsWith('index.ts')).flatMap((file) => {
    const lines = read(file).split('\n')
    return lines.flatMap((line, number) => /^export (async )?function (?!\w+(Of|Insert|Fact|Facts)\b)/.test(line) && !/\*\/\s*$/.test(lines[number - 1] ?? '') ? [`${file}: ${line.slice(0, 60)}`] : [])
  })
  expect(silent).toEqual([])
})
