import {expect, test} from 'vitest'
import {fieldsWithSentence} from '../../src/diff/field-sentences.ts'
import {kindsWithSentence} from '../../src/diff/record-sentences.ts'
import type {ValuePath} from '../../src/model/location.ts'
import {kinds, schemaAt} from '../../src/validate/schemas.ts'

test('every kind has words of its own for a record that comes or goes', () => {
  expect([...kindsWithSentence].sort()).toEqual([...kinds()].sort())
})

test.each(fieldsWithSentence)('%s is a field of its schema', (name) => {
  const [kind = '', ...keys] = name.replaceAll('[]', '.0').split('.')
  const path: ValuePath = keys.map((it) => (it === '0' ? 0 : it))
  const list = name.endsWith('[]')
  const schema = schemaAt(kind, list ? path.slice(0, -1) : path)
  expect(schema['x-change']).toBeDefined()
  expect(schema.type === 'array').toBe(list)
})
