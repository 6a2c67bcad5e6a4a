import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {classOfKind, isAbove, mostRestricted} from '../../src/model/confidentiality.ts'

interface Schema {
  readonly title: string
  readonly 'x-confidentiality'?: string
  readonly properties?: Readonly<
    Record<string, {readonly const?: string; readonly 'x-confidentiality'?: string}>
  >
}

const kinds = readdirSync('schemas')
  .filter((name) => name.endsWith('.schema.json'))
  .map((name) => JSON.parse(readFileSync(`schemas/${name}`, 'utf8')) as Schema)
  .filter((it) => it.properties?.['kind']?.const !== undefined)

test('there are schemas of kinds', () => {
  expect(kinds.length).toBeGreaterThan(30)
})

test.each(kinds)('$title has the class of its schema', (schema) => {
  expect(classOfKind(schema.title)).toBe(schema['x-confidentiality'])
})

test.each(kinds)('fields of $title are as restricted as their schema says', (schema) => {
  const kind = classOfKind(schema.title)
  for (const [field, {'x-confidentiality': said}] of Object.entries(schema.properties ?? {})) {
    const own = said as ReturnType<typeof classOfKind> | undefined
    // A record is never less restricted than its kind, whatever one field of it is.
    expect([field, classOfKind(schema.title, field)]).toEqual([
      field,
      own !== undefined && isAbove(own, kind) ? own : kind,
    ])
  }
})

test('the most restricted class decides', () => {
  expect(mostRestricted([])).toBe('public')
  expect(mostRestricted(['network', 'privileged', 'peerReview'])).toBe('privileged')
})
