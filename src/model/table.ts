import type {Diagnostic} from './diagnostic.ts'
import type {EvidenceFile} from './source.ts'
import type {Entry} from './workspace.ts'

/**
 * What a table of counts may hold that is no measure of care: hours of work, sessions in a system,
 * patients of an area.
 */
export const measureWords: readonly string[] = ['hours', 'use', 'patients']

/** One row of counts: the port between evidence tables of any engine and everything that computes. */
export interface Count {
  /** Pseudonym of a member, id of a participant, or `network`. */
  readonly unit: string
  /** Id of a Measure record, or one of {@link measureWords}. */
  readonly measure: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly numerator: number
  readonly denominator: number
  /** Peer group, where the table has one. */
  readonly group?: string
}

/** One row of a table that is not counts, by the role of each column. */
export interface Row {
  /** 1-based line in the file. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A table that was read, or why it was not: an unreadable table is never an empty one. */
export type Table =
  | {readonly status: 'read'; readonly counts: readonly Count[]; readonly rows: readonly Row[]}
  | {readonly status: 'unreadable' | 'missing' | 'hashMismatch'; readonly reason: string}

/**
 * Reads the table that a record registers. Each engine is one of these; a stage that needs tables
 * is given one.
 */
export type TableReader = (
  entry: Entry<'EvidenceTable'>,
  file: EvidenceFile | undefined,
  /** Unit of each Measure by its id, where known: the numerator of a ratio is part of the whole. */
  measureUnits?: ReadonlyMap<string, string>,
  /** Ids of all Measure records; where left out, the measures of a table are not looked for. */
  measures?: readonly string[],
) => {readonly table: Table; readonly diagnostics: readonly Diagnostic[]}
