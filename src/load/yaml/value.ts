import type {Node, Pair, YAMLMap} from 'yaml'
import type {Diagnostic} from '../../model/diagnostic.ts'
import {quoted} from '../../model/show.ts'
import type {Places} from '../text.ts'
import {yaml} from './library.ts'
import {trapOf, type Trap} from './scalar.ts'

/**
 * A YAML node as plain data. Keys are text as written. What YAML changed on the way, and keys that
 * say two things or none, are added to `diagnostics`; the value goes on without them, so that one
 * slip is one diagnostic.
 */
export function valueOf(node: unknown, places: Places, diagnostics: Diagnostic[]): unknown {
  if (yaml().isScalar(node)) {
    if (node.type !== 'PLAIN') return node.value
    const source = node.source ?? ''
    const [start, end] = rangeOf(node)
    const written = places.slice(start, end + 4)
    const lost = lostText(written, end - start)
    const trap = lost ?? trapOf(source, node.value)
    if (trap === undefined) return node.value
    diagnostics.push({
      code: 'yaml/scalar',
      severity: 'error',
      location: places.between(start, end),
      ...trap,
    })
    // What was written is most likely what was meant.
    return typeof node.value === 'number' ? source : node.value
  }
  if (yaml().isSeq(node)) return node.items.map((item) => valueOf(item, places, diagnostics))
  if (yaml().isMap(node)) return objectOf(node, places, diagnostics)
  return null
}

/** Text that YAML drops, or joins to a value that ended on the line before. */
function lostText(written: string, length: number): Trap | undefined {
  // A comment that is one has a space after its sign.
  if (/^[ \t]{1,2}#\w/.test(written.slice(length)))
    return {
      message:
        'Unexpected `#` after a value, which YAML drops with the rest of the line, expected quotes',
      help: 'Put the whole text in quotes, or add a space after `#` for a comment',
    }
  if (/\n[ \t]*- /.test(written.slice(0, length)))
    return {
      message:
        'Unexpected `- ` on the next line, which YAML joins to the value before it, expected a list',
      help: 'Write the list under a key without a value, or put the text in quotes',
    }
  return undefined
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
      const first = pairAt(map, key)
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
        help: key.includes(':') ? 'Add a space after the colon' : (trap?.help ?? ''),
      })
    } else {
      object[key] = valueOf(pair.value, places, diagnostics)
    }
  }
  return object
}

function isEmpty(node: unknown): boolean {
  return yaml().isScalar(node) && node.value === null && (node.source ?? '') === ''
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

const indexes = new WeakMap<YAMLMap, ReadonlyMap<string | undefined, Pair>>()
/** Below this many keys, looking at each is cheaper than an index of them. */
const indexedFrom = 32

/** The first pair with this key. */
export function pairAt(map: YAMLMap, key: string): Pair | undefined {
  if (map.items.length < indexedFrom) return map.items.find((it) => keyOf(it) === key)
  let index = indexes.get(map)
  if (index === undefined) {
    // Of two pairs with one key the later one is set first, and the earlier one stays.
    index = new Map(map.items.toReversed().map((it) => [keyOf(it), it]))
    indexes.set(map, index)
  }
  return index.get(key)
}

/** A key as written; undefined where it is a map or a list. */
function keyOf(pair: Pair): string | undefined {
  if (!yaml().isScalar(pair.key)) return undefined
  return pair.key.source ?? (typeof pair.key.value === 'string' ? pair.key.value : '')
}

/** Offsets of a node: its start, and the first offset past its value. */
export function rangeOf(node: unknown): [number, number] {
  const range = (node as Node | null | undefined)?.range
  return range ? [range[0], range[1]] : [0, 0]
}
