import {forms} from '../model/forms.ts'
import type {ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import {schemaAt, type Schema} from './schemas.ts'

/** How to mend a value of the wrong type, where there is one obvious way. */
export function typeHelp(kind: string, path: ValuePath, value: unknown): {help?: string} {
  const schema = schemaAt(kind, path)
  const key = path.findLast((it) => typeof it === 'string') ?? ''
  const types = [schema.type ?? []].flat()
  if (value === null) return {help: emptyHelp(kind, path, key)}
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean'))
    return {help: quoteHelp(schema, value)}
  if (typeof value === 'string' && types.some((it) => it === 'number' || it === 'integer'))
    return {help: 'Write digits alone, without quotes, unit or thousands separator'}
  if (typeof value === 'string' && types.includes('boolean'))
    return {help: 'Write `true` or `false`, without quotes; `yes` and `no` are text'}
  if (types.includes('array'))
    return {help: `Write a list: below \`${key}:\` each on a line of its own after a hyphen`}
  if (types.includes('object')) return {help: objectHelp(schema, key)}
  if (types.includes('integer') && typeof value === 'number') return {help: 'Write a whole number'}
  return {}
}

/** A key that need not be there is better removed than left empty. */
export function emptyHelp(kind: string, path: ValuePath, key: string): string {
  const isRequired = schemaAt(kind, path.slice(0, -1)).required?.includes(key) === true
  const write = `Write a value after \`${key}:\``
  return isRequired ? write : `${write}, or remove the key where the fact is not known`
}

/** Names the value with its lost zeros put back, where that alone makes it well-formed. */
function quoteHelp(schema: Schema, value: number | boolean): string {
  const text = String(value)
  const form = schema.format === undefined ? undefined : forms.get(schema.format)
  const padded = [0, 1, 2, 3].map((zeros) => '0'.repeat(zeros) + text)
  const right = padded.find((it) => form?.problem(it) === undefined) ?? text
  const lost =
    typeof value === 'number' ? '; without quotes YAML reads a number and drops leading zeros' : ''
  return `Quote it: \`'${right}'\`${lost}`
}

function objectHelp(schema: Schema, key: string): string {
  const {properties = {}, required = []} = schema
  const keys = required.length > 0 ? required : Object.keys(properties).slice(0, 6)
  return `Write keys below \`${key}:\`, such as ${keys.map(quoted).join(', ')}`
}
