import { expect, it } from 'vitest'
import type * as z from 'zod'
import { fieldLabel, fieldLabels } from '../../../worker/contract/index.ts'
import { routes } from '../../../worker/app.ts'

it('every field that a body or a query can get wrong has its Chinese name', () => {
  const names = routes.flatMap(({ body, query }) => [
    ...(body && typeof body !== 'string' ? fieldNames(body) : []),
    ...(query ? fieldNames(query) : []),
  ])
  expect(names.length).toBeGreaterThan(60)
  expect([...new Set(names)].filter((name) => !/\p{Script=Han}/u.test(fieldLabels[name] ?? ''))).toEqual([])
})

/** Walks the schema as it was written; a kind of schema that is not known here is an error, not a gap. */
function fieldNames(schema: z.ZodType): string[] {
  const { def } = schema as unknown as {
    def: {
      type: string
      shape?: Record<string, z.ZodType>
      element?: z.ZodType
      innerType?: z.ZodType
      options?: z.ZodType[]
      in?: z.ZodType
      out?: z.ZodType
    }
  }
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, inner]) => [name, ...fieldNames(inner)])
    case 'array':
      return def.element ? fieldNames(def.element) : []
    case 'union':
      return (def.options ?? []).flatMap(fieldNames)
    case 'pipe':
      return [def.in, def.out].flatMap((inner) => (inner ? fieldNames(inner) : []))
    case 'optional':
    case 'nullable':
    case 'default':
      return def.innerType ? fieldNames(def.innerType) : []
    case 'string':
    case 'number':
    case 'int':
    case 'enum':
    case 'literal':
    case 'boolean':
    case 'transform':
      return []
    default:
      throw new Error(`a schema of type ${def.type} is not walked`)
  }
}

it('an unknown name takes the nearest known one, and no inherited one', () => {
  expect(fieldLabel(['household', 'members', 0, 'nickname'])).toBe('家庭成员')
  for (const name of ['__proto__', 'constructor', 'toString']) expect(fieldLabel([name])).toBe('内容')
})
