/** V: read at a public source. R: recalled; to be confirmed before it is relied on. */
type Standing = 'V' | 'R'

/** A part of a program that one takes part in: a track, a level. */
export interface ProgramTrack {
  readonly name: string
  /** First day, where it is on record. */
  readonly began?: string
  /** Day on which it had ended, at the latest; left out while it runs. */
  readonly ended?: string
}

/** A public program, as far as its facts are on record here. */
export interface Program {
  readonly id: string
  readonly title: string
  /** Date at which the facts were looked at. */
  readonly asOf: string
  readonly began?: string
  /** First day on which it no longer ran; left out while it runs, or where nothing is on record. */
  readonly ended?: string
  readonly tracks?: readonly ProgramTrack[]
  /** What is known, one sentence each, with where it was read; nothing where only its name is. */
  readonly facts: readonly {
    readonly says: string
    readonly standing: Standing
    readonly source: string
  }[]
}

/** A statement about a program that does not hold at its `asOf`. */
export interface OutdatedStatement {
  readonly program: Program['id']
  /** As found in the text. */
  readonly found: string
  /** What holds instead, after `expected`. */
  readonly expected: string
}
