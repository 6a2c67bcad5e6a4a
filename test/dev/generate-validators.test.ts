import * as fc from 'fast-check'
import {createRequire} from 'node:module'
import {compileFunction} from 'node:vm'
import {expect, test} from 'vitest'
import {generateValidator} from '../../src/dev/generate-validators.ts'
import {
  checkFile,
  checkOf,
  configSchema,
  formats,
  kinds,
  schemaOf,
  type Check,
} from '../../src/validate/schemas.ts'

const names = [...kinds(), configSchema]

function generated(kind: string): Check {
  const module: {exports?: (forms: typeof formats) => Check} = {}
  const run = compileFunction(generateValidator(kind), ['module', 'require'])
  run(module, createRequire(import.meta.url))
  return module.exports?.(formats) as Check
}

const odd = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0.5,
  [],
  {},
  ['x', 'x'],
  [{}],
  {unknown: 1},
  ...'|x|\u{1f600}|\u{1f600}\u{1f600}|a-b|2025-02-30|2025-01-01|0123456789'.split('|'),
)

/** The value with one part of it, chosen by `steps`, replaced, added or left out. */
function changed(value: unknown, [step = 0, ...steps]: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const key = keys[step % (keys.length + 1)] ?? 'added'
  const copy = structuredClone(value) as Record<string, unknown>
  if (steps.length === 0 && step % 3 === 0) delete copy[key]
  else copy[key] = steps.length === 0 ? by : changed(copy[key], steps, by)
  return copy
}

test.each(names)('the generated check of %s finds what the compiled one finds', (kind) => {
  const [quick, slow] = [generated(kind), checkOf(kind)]
  const examples = schemaOf(kind).examples ?? []
  let refused = 0
  const same = (value: unknown) => {
    const [fine, expected] = [quick(value), slow(value)]
    expect([fine, quick.errors]).toEqual([expected, slow.errors])
    if (!fine) refused += 1
  }
  for (const example of examples) same(example)
  expect(refused).toBe(0)
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(fc.array(fc.nat(20), {minLength: 1, maxLength: 4}), odd), {
        minLength: 1,
        maxLength: 3,
      }),
      (example, changes) => {
        same(changes.reduce<unknown>((value, [steps, by]) => changed(value, steps, by), example))
      },
    ),
    {numRuns: 60},
  )
  expect(refused).toBeGreaterThan(10)
})

test('each kind has a file of its own', () => {
  expect(new Set(names.map(checkFile)).size).toBe(names.length)
  expect(checkFile('EvidenceTable')).toBe('evidence-table.cjs')
})
