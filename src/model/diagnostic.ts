import {compareLocations, compareText, type Location} from './location.ts'

/** `error`: the records are wrong. `warning`: a gap a careful reader would raise. `note`: context. */
export type Severity = 'error' | 'warning' | 'note'

/** Something a person should look at. Every stage reports through this one type; none prints. */
export interface Diagnostic {
  /** A rule's id (`C3`) or a built-in code (`yaml/syntax`, `schema/required`). */
  readonly code: string
  readonly severity: Severity
  /** One sentence without a full stop: `Unexpected <what is there>, expected <what should be>`. */
  readonly message: string
  readonly location: Location
  /** Why it matters: the element of the legal test that rests on it. */
  readonly why?: string
  /** What to do about it, when there is one obvious thing. */
  readonly help?: string
  /** Identity that outlives a move of its lines; given when it is reported. */
  readonly fingerprint?: string
  /** Places that explain this one, such as the first of two records with one id. */
  readonly related?: readonly {readonly message: string; readonly location: Location}[]
}

/** Orders by place, then code, then message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareLocations(a.location, b.location) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  )
}

/**
 * The command cannot do its work: no such folder, no history, an unreadable disk. Exit code 2.
 * Bad input is never this: it is a {@link Diagnostic}.
 */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
  readonly help: string | undefined
  constructor(message: string, help?: string) {
    super(message)
    this.help = help
  }
}
