import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {assign, readAssignment} from '../../src/scaffold/assign.ts'
import {ordered, type Field} from '../../src/scaffold/fields.ts'

const schema: Field = {
  type: 'object',
  properties: {
    title: {type: 'string'},
    count: {type: 'integer'},
    ratio: {type: 'number'},
    quorum: {type: 'boolean'},
    tags: {type: 'array', items: {type: 'string'}},
    roles: {
      type: 'array',
      items: {type: 'object', properties: {role: {type: 'string'}, years: {type: 'integer'}}},
    },
    source: {type: 'object', properties: {title: {type: 'string'}}},
  },
}
const how = {resolve: (it: Field) => it, readFlow: (text: string) => JSON.parse(text) as unknown}
const made = (...said: string[]) => assign({}, said.map(readAssignment), schema, how)

describe('assign', () => {
  test.each([
    ['title=12', {title: '12'}],
    ['title=[a]', {title: '[a]'}],
    ['title=a=b', {title: 'a=b'}],
    ['title=', {title: ''}],
    ['count=12', {count: 12}],
    ['count=-3', {count: -3}],
    ['ratio=0.85', {ratio: 0.85}],
    ['quorum=true', {quorum: true}],
    ['tags=a', {tags: ['a']}],
    ['roles.0.years=4', {roles: [{years: 4}]}],
    ['roles[0].role=x', {roles: [{role: 'x'}]}],
    ['source.title=x', {source: {title: 'x'}}],
    ['roles=[{"role": "x"}]', {roles: [{role: 'x'}]}],
    ['source={"title": "x"}', {source: {title: 'x'}}],
  ])('%s', (said, value) => expect(made(said)).toEqual(value))

  test.each([
    ['count=twelve', {count: 'twelve'}],
    ['quorum=yes', {quorum: 'yes'}],
    ['titel=x', {titel: 'x'}],
    ['count=1e9', {count: '1e9'}],
    ['roles.x=1', {roles: {x: '1'}}],
  ])('%s is left to the check of the record', (said, value) => expect(made(said)).toEqual(value))

  test('a list of plain values grows with each', () =>
    expect(made('tags=a', 'tags=b', 'roles.0.role=x', 'roles.1.role=y')).toEqual({
      tags: ['a', 'b'],
      roles: [{role: 'x'}, {role: 'y'}],
    }))

  test.each([
    [['title=a', 'title=b'], 'second `--set` of `title`'],
    [['title=a', 'title.x=b'], 'plain value'],
    [['roles.2.role=x'], 'a number up to 0'],
    [['roles.0.role=y', 'roles.x=1'], 'expected a number'],
    [['=x'], 'expected a path and a value'],
    [['title'], 'expected a path and a value'],
    [['a..b=1'], 'expected keys joined by points'],
    [['__proto__.x=1'], 'expected keys joined by points'],
    [['source.constructor.prototype.x=1'], 'expected keys joined by points'],
  ])('%j is refused', (said, words) => {
    expect(() => made(...said)).toThrow(words)
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  test('what it starts from is left alone', () => {
    const start = {roles: [{role: 'x'}]}
    const value = assign(start, [readAssignment('roles.0.years=4')], schema, how)
    expect(value).toEqual({roles: [{role: 'x', years: 4}]})
    expect(start).toEqual({roles: [{role: 'x'}]})
  })

  test('any text for a text field comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(made(`title=${text}`)).toEqual({title: text})
      }),
    )
  })
})

test('keys come in the order of the schema, unknown ones last', () => {
  const value = {zeta: 1, roles: [{years: 1, role: 'x'}], alpha: 2, title: 't'}
  expect(JSON.stringify(ordered(value, schema, how.resolve))).toBe(
    '{"title":"t","roles":[{"role":"x","years":1}],"alpha":2,"zeta":1}',
  )
})
