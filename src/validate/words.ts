import {forms} from '../model/forms.ts'
import type {ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Schema} from './schemas.ts'

/** Most values of a closed list that a message names. */
const mostNamed = 12

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping of keys',
  null: 'nothing',
}

/** What the value at a place should be, in words: ends `expected …`. */
export function expectation(schema: Schema): string {
  if (schema['x-reference'] !== undefined) return `the id of ${article(schema['x-reference'])}`
  if (schema.const !== undefined) return quoted(schema.const)
  if (schema.enum !== undefined) return oneOf(schema.enum)
  const form = schema.format === undefined ? undefined : forms.get(schema.format)
  if (form !== undefined) return form.expected
  if (schema.minimum === 0 && schema.maximum === 1) return 'a share from 0 to 1'
  return [schema.type ?? []]
    .flat()
    .map((it) => typeWords[it] ?? it)
    .join(' or ')
}

/** `` `a`, `b` or `c` ``; of a long list only how many. */
export function oneOf(values: readonly unknown[]): string {
  if (values.length > mostNamed) return `one of ${values.length} values`
  return listed(values)
}

/** All of them, joined by commas and a last `or`. */
export function listed(values: readonly unknown[]): string {
  const named = values.map(quoted)
  if (named.length < 2) return named.join('')
  return `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
}

/** A value as the subject of `Unexpected …`. */
export function described(value: unknown): string {
  if (value === null || value === undefined) return 'empty value'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'mapping'
  if (value === '') return 'empty text'
  if (typeof value === 'string') return `text ${quoted(value)}`
  if (typeof value === 'number') return `number ${quoted(String(value))}`
  return quoted(value)
}

/** `clinicians[0].npi`, as a person reads a path. */
export function pathText(path: ValuePath): string {
  let text = ''
  for (const key of path)
    text += typeof key === 'number' ? `[${key}]` : text === '' ? key : `.${key}`
  return text
}

/** `a Measure`, `an Exhibit`. */
export function article(noun: string): string {
  return `${/^[AEIO]/.test(noun) ? 'an' : 'a'} ${noun === 'ProductLine' ? 'product line' : noun}`
}

/** `Did you mean …?`, or nothing. */
export function didYouMean(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `Did you mean ${quoted(word)}?`
}
