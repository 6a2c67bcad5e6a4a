import {expect, test} from 'vitest'

import {canonicalJson, json} from '../../src/render/json.ts'
import {fixture} from './fixture.ts'

test('is the model, with its version', async () => {
  const text = new TextDecoder().decode(await json.render(fixture))
  expect(JSON.parse(text)).toEqual(fixture)
  expect(text).toContain('\n  "schemaVersion": 1,\n')
  expect(text.endsWith('}\n')).toBe(true)
})

test('does not depend on the order of keys', () => {
  const turned = Object.fromEntries(Object.entries(fixture).reverse()) as unknown as typeof fixture
  expect(Object.keys(turned)).not.toEqual(Object.keys(fixture))
  expect(canonicalJson(turned)).toBe(canonicalJson(fixture))
  const keys = Array.from(canonicalJson(fixture).matchAll(/^ {2}"(\w+)":/gm), (it) => it[1])
  expect(keys).toEqual(Object.keys(fixture).sort())
})

test('escapes what would act on a terminal or an editor, and keeps the value', () => {
  const title = 'a\u202eb\u0085c\u2028d\u001b[31m\u{e0041}'
  const text = canonicalJson({...fixture, title})
  expect(text).toContain(String.raw`"a\u202eb\u0085c\u2028d\u001b[31m\udb40\udc41"`)
  expect((JSON.parse(text) as {title: string}).title).toBe(title)
})

test('keeps a key that names a prototype as a key', () => {
  const title = JSON.parse('{"__proto__": {"b": 1, "a": 2}, "Z": 0}') as string
  const text = canonicalJson({...fixture, title})
  expect(text).toContain(
    '"title": {\n    "Z": 0,\n    "__proto__": {\n      "a": 2,\n      "b": 1\n',
  )
})
