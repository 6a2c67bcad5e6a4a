import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {changeWords, contextualRules} from '../src/model/change.ts'
import {classes} from '../src/model/confidentiality.ts'
import {specialties} from '../src/model/specialties.ts'
import {kinds, newCompiler, schemaOf} from '../src/validate/schemas.ts'

const folder = new URL('../schemas/', import.meta.url)
const files = readdirSync(folder).filter((it) => it.endsWith('.schema.json'))
const shared = new Set(['common.schema.json', 'record.schema.json'])
const checkedFiles = files.filter((it) => !shared.has(it))

type Json = Readonly<Record<string, unknown>>
const schemaIn = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Json

/** Every key of every mapping that a schema describes, with its schema. */
function* properties(
  schema: unknown,
  path: string,
): Generator<{path: string; key: string; schema: Json}> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [name, part] of Object.entries(schema)) {
    if (name === 'examples') continue
    if (name === 'properties')
      for (const [key, property] of Object.entries(part as Record<string, Json>)) {
        yield {path: `${path}.${key}`, key, schema: property}
        yield* properties(property, `${path}.${key}`)
      }
    else yield* properties(part, path)
  }
}
const all = files.flatMap((it) => [...properties(schemaIn(it), it.replace('.schema.json', ''))])

describe.each(checkedFiles)('%s', (file) => {
  const schema = schemaIn(file)
  test('compiles strictly, and its examples validate', () => {
    const check = newCompiler().compile(schema)
    const examples = schema['examples'] as unknown[]
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) {
      check(example)
      expect(check.errors ?? []).toEqual([])
    }
  })

  test('refuses a key that it does not know', () => {
    const check = newCompiler().compile(schema)
    const [example] = schema['examples'] as Json[]
    expect(check({...example, unknownKey: 1})).toBe(false)
  })
})

test('every common form has examples that validate', () => {
  const common = schemaIn('common.schema.json')
  for (const [name, form] of Object.entries(common['$defs'] as Record<string, Json>)) {
    const examples = (form['examples'] ?? []) as unknown[]
    if (form['type'] !== 'object') expect(examples, name).not.toEqual([])
    const check = newCompiler().compile({$ref: `${String(common['$id'])}#/$defs/${name}`})
    for (const example of examples) expect(check(example), `${name}: ${String(example)}`).toBe(true)
  }
})

test('record.schema.json lists every kind, and no other', () => {
  const titles = checkedFiles
    .filter((it) => it !== 'cinch.schema.json')
    .map((it) => String(schemaIn(it)['title']))
  expect([...kinds()].sort()).toEqual(titles.sort())
  for (const kind of kinds()) expect(schemaOf(kind).properties?.['kind']?.const, kind).toBe(kind)
})

test('every field of every kind is described', () => {
  expect(all.length).toBeGreaterThan(500)
  const bare = all.filter(
    ({schema}) => !(typeof schema['description'] === 'string' && /\S/.test(schema['description'])),
  )
  expect(bare.map(({path}) => path)).toEqual([])
})

test('every field has a confidentiality class', () => {
  const known = new Set<unknown>(classes)
  const wrong = all.filter(({schema}) => !known.has(schema['x-confidentiality']))
  expect(wrong.map(({path}) => path)).toEqual([])
})

test('every field, and every kind, says how a change of it is read', () => {
  const roots = checkedFiles.map((it) => ({path: it, schema: schemaIn(it)}))
  expect(
    [...all, ...roots].filter(({schema}) => !isChangeRule(schema)).map(({path}) => path),
  ).toEqual([])
})

function isChangeRule(schema: Json): boolean {
  const change = schema['x-change']
  if (typeof change === 'string') return Object.hasOwn(changeWords, change)
  const {order, by} = (change ?? {}) as {order?: unknown; by?: string}
  if (by !== undefined) return Object.hasOwn(contextualRules, by)
  return order !== undefined && JSON.stringify(order) === JSON.stringify(enumOf(schema))
}

test('the entries of every list of mappings have keys that tell them apart', () => {
  const lists = all.filter(({schema}) => {
    const items = schema['items'] as Json | undefined
    return items?.['properties'] !== undefined || String(items?.['$ref']).endsWith('/provenance')
  })
  expect(lists.length).toBeGreaterThan(40)
  for (const {path, schema} of lists) {
    const keys = schema['x-key'] as readonly string[]
    const {properties} = schema['items'] as {properties?: Json}
    expect(keys, path).not.toHaveLength(0)
    if (properties !== undefined)
      expect(Object.keys(properties), path).toEqual(expect.arrayContaining([...keys]))
  }
})

/** Values of a field in the order of its `x-change`, so that the two lists are compared as sets. */
function enumOf(schema: Json): unknown {
  const {$ref} = schema
  const name = typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : ''
  const common = schemaIn('common.schema.json')['$defs'] as Record<string, Json>
  const values = (schema['enum'] ?? common[name]?.['enum']) as unknown[] | undefined
  const {order} = schema['x-change'] as {order: unknown[]}
  if (values === undefined || new Set(values).size !== order.length) return undefined
  return order.filter((it) => values.includes(it))
}

/** Names that sound like a price and are none, with the reason. */
const noPrices: Readonly<Record<string, string>> = {
  actualUsd: 'what the network spent on its own program',
  budgetUsd: 'what the network means to spend on its own program',
  amount: 'what a member was paid from a pool, under a pseudonym',
  amountUsd: 'capital that participants paid in',
  perMemberUsd: 'dues of a member to the network',
  payments: 'amounts paid from a pool, not by a payer',
  payer: 'name of a payer, or who bears a cost',
  payerAlternatives: 'whom payers could turn to instead',
  payerFeeds: 'data that payers send',
  firstPriceTalk: 'a date',
  jointPricing: 'whether prices are negotiated jointly',
  jointlyPriced: 'whether prices were negotiated jointly',
  noPriceOptOut: 'whether a price lets a member opt out',
  optOutByPrice: 'whether a price lets a member opt out',
  offers: 'dates on which a messenger passed offers on',
}

const priceLike =
  /price|pricing|fee(?!d)|(?<![a-z])rate|charge|tariff|conversion|factor|amount|usd|dollar|cost|discount|withhold|bonus|wage|salary|pay(?!er$)|payer|offer|percent|reimburse|margin/i

test('no field is for a price', () => {
  const found = new Set(all.map(({key}) => key).filter((it) => priceLike.test(it)))
  expect([...found].filter((it) => !Object.hasOwn(noPrices, it))).toEqual([])
  const unused = Object.keys(noPrices).filter((it) => !found.has(it))
  expect(unused, 'exceptions that nothing needs').toEqual([])
})

test('fields with money in them say what money', () => {
  const money = all.filter(({key}) => /usd$|^amount$/i.test(key))
  expect(money.length).toBeGreaterThan(0)
  for (const {path, schema} of money)
    expect(String(schema['description']), path).toMatch(/US dollars/)
})

test('every reference names a kind or the product lines', () => {
  const targets = new Set([...kinds(), 'ProductLine'])
  const text = files.map((it) => readFileSync(new URL(it, folder), 'utf8')).join('\n')
  const named = [...text.matchAll(/"x-reference": "([^"]*)"/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((it) => !targets.has(it))).toEqual([])
})

test('the list of specialties is that of the schemas', () => {
  const common = schemaIn('common.schema.json')['$defs'] as Record<string, Json>
  expect(specialties).toEqual(common['specialty']?.['enum'])
})
