import {CannotRun} from '../model/diagnostic.ts'
import type {ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import {fieldAt, isFormed, type Field, type Formed, type Resolve} from './fields.ts'

/** Reads a text as YAML, such as `[a, b]`. @throws {CannotRun} When it is none. */
export type ReadFlow = (text: string) => unknown

/** What `--set` says: a path, and the text to put there. */
export interface Assignment {
  readonly path: ValuePath
  readonly text: string
}

/** Keys by which a hostile path would reach what is no data. */
const kept = new Set(['__proto__', 'constructor', 'prototype'])
const help =
  'Write `--set path=value`, such as `--set title=Asthma` or `--set roles.0.from=2026-01-01`'

/**
 * Reads `path=value`. The parts of a path are joined by points; a whole number is a place in a list,
 * from 0. A path of a single point is the value itself, for lists of plain values.
 *
 * @throws {CannotRun} When it is not of that form.
 */
export function readAssignment(said: string): Assignment {
  const equals = said.indexOf('=')
  const written = said.slice(0, Math.max(0, equals)).trim()
  if (equals < 1 || written === '')
    throw new CannotRun(`Unexpected \`--set\` ${quoted(said)}, expected a path and a value`, help)
  const text = said.slice(equals + 1)
  if (written === '.') return {path: [], text}
  const parts = written.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  if (parts.some((it) => it === '' || kept.has(it)))
    throw new CannotRun(`Unexpected path ${quoted(written)}, expected keys joined by points`, help)
  return {path: parts.map((it) => (/^\d{1,4}$/.test(it) ? Number(it) : it)), text}
}

/**
 * A record with assignments made, typed by the schema of its kind. What the schema does not know
 * stays text: the check of the record says what is wrong with it. For a list of plain values each
 * assignment adds one.
 *
 * @throws {CannotRun} When a path leads through a plain value, past the end of a list, or to a value
 *   that stands there already.
 */
export function assign(
  start: unknown,
  assignments: readonly Assignment[],
  schema: Field,
  {resolve, readFlow}: {readonly resolve: Resolve; readonly readFlow: ReadFlow},
): unknown {
  const top: Formed = {value: structuredClone(start)}
  const made = new Set<string>()
  for (const {path, text} of assignments) {
    const field = fieldAt(schema, path, resolve)
    const name = path.join('.')
    const value = typed(text, field, {resolve, readFlow})
    const adds = isList(field) && !Array.isArray(value)
    if (!adds && made.has(name))
      throw new CannotRun(`Unexpected second \`--set\` of ${quoted(name)}, expected one`, help)
    made.add(name)
    put(top, ['value', ...path], value, adds)
  }
  return top['value']
}

function isList(field: Field | undefined): boolean {
  return field?.type === 'array'
}

function typed(
  text: string,
  field: Field | undefined,
  how: {readonly resolve: Resolve; readonly readFlow: ReadFlow},
): unknown {
  const type = field?.type
  if (type !== 'string' && /^\s*[[{]/.test(text)) return how.readFlow(text)
  if (type === 'array') {
    const items = field?.items
    return typed(text, items === undefined ? undefined : how.resolve(items), how)
  }
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  const number = type === 'number' || type === 'integer'
  return number && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text
}

function put(top: Formed, path: ValuePath, value: unknown, adds: boolean): void {
  let holder: unknown = top
  for (const [index, key] of path.entries()) {
    const last = index === path.length - 1
    const shown = quoted(path.slice(1, index + 1).join('.'))
    if (Array.isArray(holder)) {
      if (typeof key !== 'number' || key > holder.length)
        throw new CannotRun(
          `Unexpected ${quoted(String(key))} in the list at ${quoted(path.slice(1, index).join('.'))}, expected a number up to ${holder.length}`,
          help,
        )
    } else if (!isFormed(holder))
      throw new CannotRun(
        `Unexpected path through the plain value at ${shown}, expected a key`,
        help,
      )
    const slots = holder as Formed
    const there: unknown = Object.hasOwn(slots, key) ? slots[key] : undefined
    if (!last) slots[key] = there ?? (typeof path[index + 1] === 'number' ? [] : {})
    else if (!adds) slots[key] = value
    else if (there === undefined) slots[key] = [value]
    else if (Array.isArray(there)) there.push(value)
    else throw new CannotRun(`Unexpected plain value at ${shown}, expected a list`, help)
    holder = slots[key]
  }
}
