import {compareText} from '../model/location.ts'
import type {Entry} from '../model/workspace.ts'
import type {Context} from './contextual.ts'
import {fieldChanges, type FieldChange} from './fields.ts'
import type {Knowledge} from './schema.ts'
import {textAt, valueOf} from './values.ts'

interface Succession {
  /** The day from which it is in force. */
  readonly from: string
  /** Fields that hold the terms. */
  readonly terms: readonly string[]
}

/** Kinds of which a new version is a new record beside the former one. */
const successions: Readonly<Record<string, Succession>> = {
  ParticipationAgreement: {from: 'inForceFrom', terms: ['clauses']},
  SanctionPolicy: {from: 'effective', terms: ['ladder', 'dueProcess']},
}

/**
 * The record that a new version follows: of the same kind and root, for a product line of its own,
 * in force before it, and the last such on the first side.
 */
export function predecessorOf(entry: Entry, before: Iterable<Entry>): Entry | undefined {
  const own = Object.hasOwn(successions, entry.kind) ? successions[entry.kind] : undefined
  const start = own && textAt(entry.value, own.from)
  if (own === undefined || start === undefined) return undefined
  return [...before]
    .filter(
      ({kind, root, value}) =>
        kind === entry.kind &&
        root === entry.root &&
        (textAt(value, own.from) ?? start) < start &&
        shareLine(value, entry.value),
    )
    .sort((a, b) => compareText(textAt(a.value, own.from) ?? '', textAt(b.value, own.from) ?? ''))
    .at(-1)
}

/** No line named is every line. */
function shareLine(a: unknown, b: unknown): boolean {
  const [left, right] = [a, b].map((it) => valueOf(it, 'productLines'))
  if (!Array.isArray(left) || !Array.isArray(right)) return true
  return left.some((it) => right.includes(it))
}

/** How the terms of a new version differ from those of the one that it follows. */
export function termChanges(
  before: Entry,
  after: Entry,
  {knowledge, find}: {readonly knowledge: Knowledge; readonly find: Context['find']},
): readonly FieldChange[] {
  const terms = successions[after.kind]?.terms ?? []
  const walk = {knowledge, context: {records: {before: before.value, after: after.value}, find}}
  return fieldChanges(walk, knowledge.schemaOf(after.kind), 'public').filter(({field}) =>
    terms.some((it) => field === it || field.startsWith(`${it}.`) || field.startsWith(`${it}[]`)),
  )
}
