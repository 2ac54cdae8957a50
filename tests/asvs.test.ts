import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('every line of the list names a test that is there, or a reason', () => {
  const lines = readFileSync(new URL('asvs.md', import.meta.url), 'utf8').split('\n').filter((line) => /^\| (V\d|[\p{Script=Han}])/u.test(line))
  const wrong = lines.flatMap((line) => {
    const held = line.split('|').at(3)?.trim() ?? ''
    if (/^reason: .{20,}/.test(held)) return []
    const [, file = '', title = ''] = /^`(tests\/[\w/.-]+)`: (.+)$/.exec(held) ?? []
    const path = new URL(`../${file}`, import.meta.url)
    // a title stands in its file as it is, but for the quotes that its own quotes ask for
    const found = file !== '' && existsSync(path) && readFileSync(path, 'utf8').replaceAll("\\'", "'").includes(title)
    return found ? [] : [line]
  })
  expect(lines.length).toBeGreaterThan(25)
  expect(wrong).toEqual([])
})
