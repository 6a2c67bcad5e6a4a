import type {ChangeClass, ChangeRule} from '../model/change.ts'
import {mostRestricted, type ConfidentialityClass} from '../model/confidentiality.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import {contextual, type Context} from './contextual.ts'
import {matchItems, type Pair} from './items.ts'
import {isAdded, isRemoved, judge, type Values} from './judge.ts'
import {schemaOfKey, type FieldSchema, type Knowledge} from './schema.ts'
import {canonical, isMapping, unordered, valueOf} from './values.ts'

/** One change inside a record that both sides hold. */
export interface FieldChange extends Values {
  readonly class: ChangeClass
  readonly rule: string | null
  readonly action: 'added' | 'removed' | 'changed'
  /** Keys of the schema: `targets[].value`. */
  readonly field: string
  /** Mappings that hold the value; of an entry of a list, the record or mapping with the list. */
  readonly owners: Values
  readonly paths: {readonly before: ValuePath; readonly after: ValuePath}
  readonly confidentiality: ConfidentialityClass
}

/** Where the walk stands. */
interface Place extends Pick<FieldChange, 'field' | 'owners' | 'paths' | 'confidentiality'> {
  readonly keys: readonly string[]
}

export interface Walk {
  readonly knowledge: Knowledge
  readonly context: Pick<Context, 'records' | 'find'>
}

/** Stands for the rule of a list whose entries are the same in another order. */
export const orderRule = 'order of entries'

const skipped = new Set(['kind', 'id'])

/** Every change between two records of one kind. */
export function fieldChanges(
  walk: Walk,
  schema: FieldSchema,
  confidentiality: ConfidentialityClass,
): readonly FieldChange[] {
  const {records} = walk.context
  const place: Place = {
    field: '',
    keys: [],
    owners: records,
    paths: {before: [], after: []},
    confidentiality,
  }
  return mappingChanges(walk, schema, records, place).filter(({field}) => !skipped.has(field))
}

function mappingChanges(walk: Walk, schema: FieldSchema, it: Values, place: Place): FieldChange[] {
  const names = [it.before, it.after].flatMap((side) => (isMapping(side) ? Object.keys(side) : []))
  return [...new Set(names)].sort(compareText).flatMap((name) => {
    const declared = schemaOfKey(schema, name)
    return valueChanges(
      walk,
      declared === undefined ? {} : walk.knowledge.resolved(declared),
      {before: valueOf(it.before, name), after: valueOf(it.after, name)},
      within(place, name, it, declared),
    )
  })
}

function within(place: Place, name: string, owners: Values, schema?: FieldSchema): Place {
  const {field, keys, paths, confidentiality} = place
  return {
    field: field === '' ? name : `${field}.${name}`,
    keys: [...keys, name],
    owners,
    paths: {before: [...paths.before, name], after: [...paths.after, name]},
    confidentiality: mostRestricted([confidentiality, schema?.['x-confidentiality'] ?? 'public']),
  }
}

function valueChanges(walk: Walk, schema: FieldSchema, it: Values, place: Place): FieldChange[] {
  const {before, after} = it
  if (before !== undefined && after !== undefined && canonical(before) === canonical(after))
    return []
  if (before === undefined && after === undefined) return []
  if (isListOrNothing(before) && isListOrNothing(after))
    // An empty list says that there is none, and no list says nothing, or all.
    return (before ?? []).length + (after ?? []).length === 0
      ? [changeOf(walk, isScope(schema) ? schema['x-change'] : said(schema), it, place)]
      : listChanges(walk, schema, before ?? [], after ?? [], place)
  const apart = schema.properties !== undefined || schema.additionalProperties !== undefined
  const whole = schema['x-change'] !== 'substantive' && (isAdded(it) || isRemoved(it))
  if (apart && !whole && isMappingOrNothing(before) && isMappingOrNothing(after)) {
    const changes = mappingChanges(walk, schema, it, place)
    if (changes.length > 0) return changes
  }
  return unordered(before) === unordered(after)
    ? [reordered(schema, it, place)]
    : [changeOf(walk, schema['x-change'], it, place)]
}

function isScope({'x-change': rule}: FieldSchema): boolean {
  return typeof rule === 'object' && 'by' in rule && rule.by === 'allUnlessListed'
}

/** That there is none is now said, or no longer; of a list that declares nothing it is unclassified. */
function said({'x-change': rule}: FieldSchema): ChangeRule | undefined {
  return rule === undefined ? undefined : 'clarification'
}

function isListOrNothing(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value)
}

function isMappingOrNothing(value: unknown): boolean {
  return value === undefined || isMapping(value)
}

function listChanges(
  walk: Walk,
  schema: FieldSchema,
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
): FieldChange[] {
  const item = walk.knowledge.resolved(schema.items ?? {})
  const pairs = matchItems(before, after, schema['x-key'] ?? [])
  const changes = pairs.flatMap(({before: a, after: b}) => {
    const it = {before: a?.value, after: b?.value}
    const paths = {
      before: a === undefined ? place.paths.before : [...place.paths.before, a.index],
      after: b === undefined ? place.paths.after : [...place.paths.after, b.index],
    }
    const at: Place = {...place, field: `${place.field}[]`, paths}
    if (isAdded(it) || isRemoved(it) || item.properties === undefined)
      return unordered(it.before) === unordered(it.after)
        ? []
        : [changeOf(walk, schema['x-change'], it, at)]
    return mappingChanges(walk, item, it, at)
  })
  return isReordered(pairs) ? [...changes, reordered(schema, {before, after}, place)] : changes
}

/** Whether entries that both lists hold stand in another order. */
function isReordered(pairs: readonly Pair[]): boolean {
  const kept = pairs
    .flatMap(({before, after}) => (before && after ? [[before.index, after.index] as const] : []))
    .toSorted(([a], [b]) => a - b)
  return kept.some(([, after], index) => after < (kept[index - 1]?.[1] ?? 0))
}

/** Another order is other content to an approval; what it means is for a person where it counts. */
function reordered(schema: FieldSchema, it: Values, place: Place): FieldChange {
  const {field, owners, paths, confidentiality} = place
  return {
    ...it,
    class:
      schema['x-order'] === true || schema['x-change'] === undefined
        ? 'unclassified'
        : 'administrative',
    rule: orderRule,
    action: 'changed',
    field,
    owners,
    paths,
    confidentiality,
  }
}

function changeOf(walk: Walk, rule: ChangeRule | undefined, it: Values, place: Place): FieldChange {
  const {field, keys, owners, paths, confidentiality} = place
  return {
    ...it,
    class: classOf(walk, rule, it, {owners, keys}),
    rule: nameOf(rule),
    action: isAdded(it) ? 'added' : isRemoved(it) ? 'removed' : 'changed',
    field,
    owners,
    paths,
    confidentiality,
  }
}

function classOf(
  {context, knowledge}: Walk,
  rule: ChangeRule | undefined,
  it: Values,
  around: Pick<Context, 'owners' | 'keys'>,
): ChangeClass {
  if (typeof rule !== 'object' || !('by' in rule)) return judge(rule, it)
  if (!Object.hasOwn(contextual, rule.by)) return 'unclassified'
  return contextual[rule.by](it, {...context, ...around, thresholds: knowledge.thresholds})
}

export function nameOf(rule: ChangeRule | undefined): string | null {
  if (rule === undefined) return null
  if (typeof rule === 'string') return rule
  return 'by' in rule ? `by ${rule.by}` : 'order'
}
