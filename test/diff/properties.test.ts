import fc from 'fast-check'
import {expect, test} from 'vitest'
import {stringify} from 'yaml'
import {fieldChanges} from '../../src/diff/fields.ts'
import type {FieldSchema} from '../../src/diff/schema.ts'
import {canonical} from '../../src/diff/values.ts'
import type {RecordChange} from '../../src/model/change.ts'
import {compareText} from '../../src/model/location.ts'
import {kinds, resolved, schemaOf, type Schema} from '../../src/validate/schemas.ts'
import {changesBetween, knowledge} from '../helpers/diff.ts'

/** Any record of a kind, by its schema: every field may be there, with any value of its type. */
function recordOf(kind: string): fc.Arbitrary<Record<string, unknown>> {
  const {kind: _, id: __, ...fields} = schemaOf(kind).properties ?? {}
  return fc
    .record(mapped(fields), {requiredKeys: []})
    .map((rest) => ({kind, id: 'one', ...(rest as Record<string, unknown>)}))
}

function mapped(fields: Readonly<Record<string, Schema>>) {
  return Object.fromEntries(Object.entries(fields).map(([key, it]) => [key, valueOf(it)]))
}

const days = fc.constantFrom('2024-01-01', '2025-03-31', '2026-06-30')

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const it = resolved(schema)
  if (it.enum !== undefined) return fc.constantFrom(...it.enum)
  if (it.const !== undefined) return fc.constant(it.const)
  if (it.type === 'array') return fc.array(valueOf(it.items ?? {}), {maxLength: 3})
  if (it.type === 'object') return fc.record(mapped(it.properties ?? {}), {requiredKeys: []})
  if (it.type === 'boolean') return fc.boolean()
  if (it.type === 'number' || it.type === 'integer') return fc.integer({min: 0, max: 3})
  if (it.format === 'calendar-date') return days
  return fc.constantFrom('a', 'b', 'c')
}

const pairs = fc.oneof(
  ...kinds()
    .map(recordOf)
    .map((it) => fc.tuple(it, it)),
)
const runs = {numRuns: 120}
const yaml = (record: unknown) => stringify(record)

/** The same with keys and entries of lists in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, it]) => [key, turned(it)] as const)
      .reverse(),
  )
}

test('nothing changes between a side and itself', () => {
  fc.assert(
    fc.property(pairs, ([a]) => {
      expect(changesBetween(yaml(a), yaml(a))).toEqual([])
    }),
    runs,
  )
})

test('the order of keys and of records, and comments, are nothing, and that of entries is told as order', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const other = {...b, id: 'two'}
      const before = `${yaml(a)}---\n${yaml(other)}`
      const after = `# Anew\n${yaml(turned(other))}---\n${yaml(turned(a))}`
      for (const it of changesBetween(before, after)) {
        expect(it.rule).toBe('order of entries')
        expect(it.class).toBe(it.field === 'ladder' ? 'unclassified' : 'administrative')
      }
    }),
    runs,
  )
})

test('what differs is told, in a sentence', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const changes = changesBetween(yaml(a), yaml(b))
      expect(changes.length > 0).toBe(canonical(a) !== canonical(b))
      for (const it of changes) expect(it.sentence).toMatch(/^\S.*[^.]$/u)
    }),
    runs,
  )
})

const sidesOf = ({before, after}: RecordChange) =>
  [JSON.stringify(before), JSON.stringify(after)].toSorted(compareText)

const named = (of: readonly RecordChange[], wanted: string) =>
  of
    .filter((it) => it.class === wanted)
    .map((it) => `${it.field} ${it.rule} ${sidesOf(it).join(' ')}`)

/** What is no longer stated is unknown: there the way back is unclassified, not the opposite. */
const oneWay = /whenFalse|adverse|exclusivityClause|lessFromNone/

test('backwards, what strengthened weakens, and what weakened strengthens or is unknown', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const there = changesBetween(yaml(a), yaml(b))
      const back = changesBetween(yaml(b), yaml(a))
      expect(back.length).toBe(there.length)
      const weakened = named(back, 'weakened')
      expect(weakened).toEqual(expect.arrayContaining(named(there, 'strengthened')))
      const opposite = [...named(back, 'strengthened'), ...named(back, 'unclassified')]
      for (const it of named(there, 'weakened')) {
        if (oneWay.test(it)) expect(opposite).toContain(it)
        else expect(named(back, 'strengthened')).toContain(it)
      }
    }),
    runs,
  )
})

test('a rule that declares nothing is never administrative', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      for (const it of changesBetween(yaml(a), yaml({...b, surprise: 1})))
        if (it.rule === null) expect(it.class).toBe('unclassified')
    }),
    runs,
  )
})

test('a field whose schema declares no rule is unclassified, however it changes', () => {
  const bare: FieldSchema = {
    'x-change': 'substantive',
    properties: {
      list: {items: {type: 'string'}},
      mapping: {properties: {inner: {type: 'string'}}},
      number: {type: 'number'},
    },
  }
  const walk = (before: unknown, after: unknown) =>
    fieldChanges(
      {
        knowledge: {...knowledge, schemaOf: () => bare},
        context: {
          records: {before, after},
          find: {before: () => undefined, after: () => undefined},
        },
      },
      bare,
      'network',
    )
  for (const [before, after] of [
    [{}, {list: []}],
    [{list: []}, {}],
    [{}, {list: ['a']}],
    [{list: ['a', 'b']}, {list: ['b', 'a']}],
    [{}, {mapping: {inner: 'a'}}],
    [{mapping: {inner: 'a'}}, {mapping: {inner: 'b'}}],
    [{mapping: {inner: 'a'}}, {}],
    [{number: 1}, {number: 2}],
    [{}, {nobodyKnows: true}],
  ])
    expect(walk(before, after)).toMatchObject([{class: 'unclassified'}])
})
