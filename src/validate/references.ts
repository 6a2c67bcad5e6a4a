import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import {valuesAt, type PathPattern} from './paths.ts'
import type {Checked} from './records.ts'
import {kinds, resolved, schemaOf, type Schema} from './schemas.ts'
import {article, didYouMean, pathText} from './words.ts'

const why = 'Evidence counts only where every link from a claim to its record holds'

/** Suggestions made in one run: each compares a word with every id of its kind. */
const mostSuggestions = 25

/** Ids by kind, and the roots that hold each. Records in error are known too. */
export type KnownIds = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>

/** Ids of all records, and of the product lines of the main root's Network. */
export function knownIds(records: readonly Checked[]): KnownIds {
  const ids = new Map<string, Map<string, Set<string>>>()
  const add = (kind: string, id: string, root: string) => {
    const ofKind = ids.get(kind) ?? new Map<string, Set<string>>()
    ids.set(kind, ofKind.set(id, (ofKind.get(id) ?? new Set()).add(root)))
  }
  for (const {kind, id, source} of records) {
    if (kind !== null && id !== null) add(kind, id, source.root)
    if (kind === 'Network')
      for (const {value} of valuesAt(source.value, ['productLines', '*', 'id']))
        if (typeof value === 'string') add('ProductLine', value, source.root)
  }
  return ids
}

/** References that lead nowhere, or out of the main repository into an overlay. */
export function checkReferences(records: readonly Checked[], ids: KnownIds): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const suggest = suggester(ids)
  for (const record of records) {
    if (record.kind === null) continue
    for (const {pattern, target} of referencesOf(record.kind))
      for (const {path, value} of valuesAt(record.source.value, pattern)) {
        if (typeof value !== 'string') continue
        if (record.faulty.size > 0 && record.faulty.has(pathText(path))) continue
        const roots = ids.get(target)?.get(value)
        if (roots !== undefined && isVisible(roots, record.source.root)) continue
        diagnostics.push(
          roots === undefined
            ? unresolved(record, path, value, target, suggest)
            : intoOverlay(record, path, value),
        )
      }
  }
  return diagnostics
}

/** Every root sees the main one and itself. */
function isVisible(roots: ReadonlySet<string>, from: string): boolean {
  return roots.has('main') || roots.has(from)
}

interface Reference {
  readonly pattern: PathPattern
  /** Kind of the record referred to, or `ProductLine`. */
  readonly target: string
}

const collected = new Map<string, readonly Reference[]>()

/** Where a kind refers to others; found in its schema once. */
export function referencesOf(kind: string): readonly Reference[] {
  const ready = collected.get(kind)
  if (ready !== undefined) return ready
  const found = [...collect(schemaOf(kind), [])]
  collected.set(kind, found)
  return found
}

function* collect(reference: Schema, pattern: PathPattern): Generator<Reference> {
  const schema = resolved(reference)
  const target = schema['x-reference']
  if (target !== undefined) yield {pattern, target}
  for (const [key, property] of Object.entries(schema.properties ?? {}))
    yield* collect(property, [...pattern, key])
  if (schema.items !== undefined) yield* collect(schema.items, [...pattern, '*'])
  if (typeof schema.additionalProperties === 'object')
    yield* collect(schema.additionalProperties, [...pattern, '*'])
}

type Suggest = (word: string, target: string, from: string) => string

function unresolved(
  {source}: Checked,
  path: ValuePath,
  id: string,
  target: string,
  suggest: Suggest,
): Diagnostic {
  return {
    code: 'reference/unresolved',
    severity: 'error',
    message: `Unexpected ${quoted(id)} for ${quoted(pathText(path))}, expected the id of ${article(target)}`,
    location: source.locate(path),
    why,
    help: suggest(id, target, source.root),
  }
}

/** Says nothing of what the overlay holds beyond the id that the record itself gives. */
function intoOverlay({source}: Checked, path: ValuePath, id: string): Diagnostic {
  const expected =
    source.root === 'main'
      ? 'a record of this repository'
      : 'a record of this overlay or of the main repository'
  return {
    code: 'reference/into-overlay',
    severity: 'error',
    message: `Unexpected ${quoted(id)} for ${quoted(pathText(path))}, expected ${expected}`,
    location: source.locate(path),
    why: 'Who reads this repository may not be able to read that one: the evidence would end here',
    help: 'Keep the record referred to here, or move this record to where it is kept',
  }
}

/** Looks for what was meant: an id like it of the same kind, then the same id of another kind. */
function suggester(ids: KnownIds): Suggest {
  let left = mostSuggestions
  return (word, target, from) => {
    const seen = (kind: string) =>
      [...(ids.get(kind) ?? [])].filter(([, roots]) => isVisible(roots, from)).map(([id]) => id)
    left -= 1
    const near = left < 0 ? undefined : nearestWord(word, seen(target).sort(compareText))
    const other = [...kinds(), 'ProductLine'].find((kind) => {
      const roots = ids.get(kind)?.get(word)
      return roots !== undefined && isVisible(roots, from)
    })
    const exists = other === undefined ? undefined : `${quoted(word)} exists as ${article(other)}`
    const meant = didYouMean(near)
    if (meant !== undefined) return exists === undefined ? meant : `${meant} ${exists}`
    if (exists !== undefined) return `${exists}; name ${article(target)} here`
    if (target === 'ProductLine')
      return 'Add the line to `productLines` of the Network, or correct the id'
    return `Add ${article(target)} with ${quoted(`id: ${word}`)}, or correct the id`
  }
}
