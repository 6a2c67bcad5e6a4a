/** A public program, as far as its facts are on record here. */
export interface Program {
  readonly id: 'mssp' | 'hrrp' | 'macra-mips' | 'bundles'
  readonly title: string
  /** Date at which the facts were looked at. When something ended is not told by it. */
  readonly asOf: string
  readonly tracks?: {readonly now: readonly string[]; readonly gone: readonly string[]}
  /** What is known, one sentence each; nothing where only its name is. */
  readonly facts: readonly string[]
  /** V: read at a public source. R: recalled; to be confirmed before it is relied on. */
  readonly standing: 'V' | 'R'
}

/** A statement about a program that does not hold at its `asOf`. */
export interface OutdatedStatement {
  readonly program: Program['id']
  /** As found in the text. */
  readonly found: string
  /** What holds instead, after `expected`. */
  readonly expected: string
}
