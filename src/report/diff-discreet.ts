import type {Comparison} from '../model/change.ts'
import {classOfKind} from '../model/confidentiality.ts'
import {compareLocations, compareText, startOf, type Location} from '../model/location.ts'
import {placeOf, plural} from './text.ts'

/** A change as a build log may show it: where it is, and of what kind and field. */
export interface DiscreetChange {
  readonly kind: string
  /** Null for a whole record, and for kinds whose fields would tell what happened. */
  readonly field: string | null
  readonly action: string
  readonly location: Location
}

/**
 * The changes in the order of their places. What a log shows is published, so no text of a record,
 * no class and no outcome is left, and the order tells none. Of an overlay only the root is told:
 * no name of a file, and no kind, which would say that a case was opened or a hold placed.
 */
export function discreetChanges({changes}: Comparison): readonly DiscreetChange[] {
  return changes
    .map(({kind, field, action, location, root}) =>
      root === 'main'
        ? {
            kind,
            field: classOfKind(kind) === 'network' ? field : null,
            action,
            location: location ?? startOf('cinch.yaml'),
          }
        : {kind: 'Record', field: null, action, location: startOf('cinch.yaml', root)},
    )
    .sort(
      (a, b) =>
        compareLocations(a.location, b.location) ||
        compareText(a.kind, b.kind) ||
        compareText(a.field ?? '', b.field ?? ''),
    )
}

/** One line a change. */
export function discreetLines(comparison: Comparison): string[] {
  return discreetChanges(comparison).map(
    ({kind, field, action, location}) =>
      `${placeOf(location)} ${kind}${field === null ? '' : `.${field}`} ${action}`,
  )
}

export const discreetNote =
  'Text and classes are not shown here; run the command on your own machine, or with --full'

/** @param found - Changes at the threshold; null where none was asked for. */
export function foundLine({changes}: Comparison, found: number | null): string {
  const all = plural(changes.length, 'change')
  return found === null ? `${all}.` : `${all}; at the threshold asked for: ${found}.`
}

export function discreetText(comparison: Comparison, found: number | null): string {
  return `${[
    `cinch diff  as of ${comparison.asOf}`,
    ...discreetLines(comparison),
    '',
    foundLine(comparison, found),
    discreetNote,
  ].join('\n')}\n`
}
