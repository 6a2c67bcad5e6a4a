import {diff} from '../../src/diff/diff.ts'
import type {RecordChange} from '../../src/model/change.ts'
import {resolved, schemaOf} from '../../src/validate/schemas.ts'
import {workspaceOf, type WorkspaceOptions} from './workspace.ts'

/** Schemas as they are, and two thresholds: one easier the higher it is, one the lower. */
export const knowledge = {
  schemaOf: (kind: string) => schemaOf(kind === 'CinchConfig' ? 'cinch' : kind),
  resolved,
  thresholds: [
    {id: 'gapDays', unit: 'days', value: 100, looser: 'higher'},
    {id: 'votingShare', unit: 'ratio', value: 0.5, looser: 'lower'},
  ] as const,
}

/** What `diff` tells of two texts of records. */
export function changesBetween(
  before: string,
  after: string,
  [a = {}, b = a]: readonly WorkspaceOptions[] = [],
): readonly RecordChange[] {
  return diff(workspaceOf(before, a), workspaceOf(after, b), knowledge)
}

/** `class: sentence`, one a change. */
export function told(changes: readonly RecordChange[]): string[] {
  return changes.map((it) => `${it.class}: ${it.sentence}`)
}
