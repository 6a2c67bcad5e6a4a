import {isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap} from 'yaml'
import type {Diagnostic} from '../../model/diagnostic.ts'
import {quoted} from '../../model/show.ts'
import type {Places} from '../text.ts'
import {trapOf} from './scalar.ts'

/**
 * A YAML node as plain data. Keys are text as written. What YAML changed on the way, and keys that
 * say two things or none, are added to `diagnostics`; the value goes on without them, so that one
 * slip is one diagnostic.
 */
export function valueOf(node: unknown, places: Places, diagnostics: Diagnostic[]): unknown {
  if (isScalar(node)) {
    if (node.type !== 'PLAIN') return node.value
    const source = node.source ?? ''
    const trap = trapOf(source, node.value)
    if (trap === undefined) return node.value
    const [start, end] = rangeOf(node)
    diagnostics.push({
      code: 'yaml/scalar',
      severity: 'error',
      location: places.between(start, end),
      ...trap,
    })
    // What was written is most likely what was meant.
    return typeof node.value === 'number' ? source : node.value
  }
  if (isSeq(node)) return node.items.map((item) => valueOf(item, places, diagnostics))
  if (isMap(node)) return objectOf(node, places, diagnostics)
  return null
}

function objectOf(map: YAMLMap, places: Places, diagnostics: Diagnostic[]): object {
  const object: Record<string, unknown> = {}
  for (const pair of map.items) {
    const key = keyOf(pair)
    const at = () => places.between(...rangeOf(pair.key))
    if (key === undefined || key === '') {
      diagnostics.push({
        code: 'yaml/key',
        severity: 'error',
        message: `Unexpected ${key === '' ? 'value without a key' : 'map or list as a key'}, expected a name before the colon`,
        location: at(),
        help: 'Write `key: value`; put a text that holds a colon in quotes',
      })
    } else if (key === '__proto__' || key === '<<') {
      diagnostics.push(forbiddenKey(key, at()))
    } else if (Object.hasOwn(object, key)) {
      const first = map.items.find((it) => keyOf(it) === key)
      diagnostics.push({
        code: 'yaml/duplicate-key',
        severity: 'error',
        message: `Unexpected second ${quoted(key)}, expected each key once`,
        location: at(),
        help: 'Keep one of the two',
        related: [{message: 'The first is here', location: places.between(...rangeOf(first?.key))}],
      })
    } else if (pair.value === null || isEmpty(pair.value)) {
      const trap = trapOf('', null)
      diagnostics.push({
        code: 'yaml/scalar',
        severity: 'error',
        message: `Unexpected empty value of ${quoted(key)}, which YAML reads as null, expected a value`,
        location: at(),
        ...(trap === undefined ? {} : {help: trap.help}),
      })
    } else {
      object[key] = valueOf(pair.value, places, diagnostics)
    }
  }
  return object
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === ''
}

function forbiddenKey(key: string, location: Diagnostic['location']): Diagnostic {
  return key === '<<'
    ? {
        code: 'yaml/merge-key',
        severity: 'error',
        message: 'Unexpected merge key `<<`, expected the keys themselves',
        location,
        help: 'Write the keys out where they are meant',
      }
    : {
        code: 'yaml/forbidden-key',
        severity: 'error',
        message: `Unexpected key ${quoted(key)}, expected a field of a record`,
        location,
        help: 'Remove the key: it has a meaning of its own in programs that read records',
      }
}

/** A key as written; undefined where it is a map or a list. */
export function keyOf(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined
  return pair.key.source ?? (typeof pair.key.value === 'string' ? pair.key.value : '')
}

/** Offsets of a node: its start, and the first offset past its value. */
export function rangeOf(node: unknown): [number, number] {
  const range = (node as Node | null | undefined)?.range
  return range ? [range[0], range[1]] : [0, 0]
}
