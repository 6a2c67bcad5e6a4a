import type {Entry} from '../model/workspace.ts'
import type {Context} from './contextual.ts'
import {fieldChanges, type FieldChange} from './fields.ts'
import type {Knowledge} from './schema.ts'

/** Kinds that hold terms, and the fields that hold them. */
const terms: Readonly<Record<string, readonly string[]>> = {
  ParticipationAgreement: ['clauses'],
  PayerContract: ['clauses', 'outsideProgram', 'panel'],
}

/** Rules under which a term can restrict. */
const restricting = new Set(['whenFalse', 'by exclusivityClause'])

/**
 * The restrictive terms of an agreement or contract that is new as a whole: an exclusivity clause
 * is told whether it comes into an agreement or with one.
 */
export function restrictiveClauses(
  entry: Entry,
  {knowledge, find}: {readonly knowledge: Knowledge; readonly find: Context['find']},
): readonly FieldChange[] {
  const fields = Object.hasOwn(terms, entry.kind) ? terms[entry.kind] : undefined
  if (fields === undefined) return []
  const walk = {knowledge, context: {records: {before: {}, after: entry.value}, find}}
  return fieldChanges(walk, knowledge.schemaOf(entry.kind), 'public').filter(
    (it) =>
      it.class === 'weakened' &&
      it.rule !== null &&
      restricting.has(it.rule) &&
      fields.includes(it.field.split('.')[0] ?? ''),
  )
}
