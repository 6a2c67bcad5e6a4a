/**
 * What the suite of changes of northgate means by "both ways". For every test in
 * `src/rules/index.ts`, on a line to which it applies:
 *
 * - *turned*: after one change at least it is weak, absent, contrary or unknown, and was not so
 *   before; a weakness planted in northgate counts, for what mends it shows both; and
 * - *mended or kept*: after one change at least it is supported though the fact it looks at was
 *   changed. Either it was not supported before, by a planted weakness or since it applied to no
 *   line, or it was and stays so (`keeps`), and then the suite proves that it did look: what it says
 *   (summary, evidence, findings, adverse facts) is not what it said before, or the same words of
 *   the same file, put otherwise by another change, turn it (its twin across the boundary).
 *
 * Every outcome that is not named, of every test on both lines, must stay as it was.
 */

/** Other words in a file, a new file, or a file that goes. */
export type Edit =
  | {
      /** Path in the replayed tree. */
      readonly file: string
      readonly from: string | RegExp
      readonly to: string
    }
  | {readonly file: string; readonly text: string}
  | {readonly file: string; readonly gone: true}

/** Outcomes after a change, by test. */
export type Outcomes = Readonly<Record<string, string>>

export interface Expected {
  readonly what: string
  /** Errors that the records then have as well; none where left out. */
  readonly errors?: readonly string[]
  /** Outcomes after it, of the commercial line; every other one must stay as it was. */
  readonly becomes: Outcomes
  /** Of Medicare Advantage, where the same tests that judge it do not come out the same. */
  readonly medicare?: Outcomes
  /** Tests that look at the changed fact and stay supported. */
  readonly keeps?: readonly string[]
  /**
   * Test and place of a finding of the change, where it matters:
   * `I6 records/contracting/talks-payer-c.yaml:14:5`.
   */
  readonly found?: string
}

/** One change of northgate, and what it does to the outcomes. */
export type Change = Expected &
  Edit & {
    /** The same fact in other files, where it stands in several. */
    readonly more?: readonly Edit[]
  }

/** A change of the history: a step of it is another one, or something follows the last. */
export interface HistoryChange extends Expected {
  /** Words in files of steps, before the history is replayed. */
  readonly steps?: readonly {
    readonly step: string
    readonly file: string
    readonly from: string
    readonly to: string
  }[]
  /** Days on which steps are committed instead, by step. */
  readonly days?: Readonly<Record<string, string>>
  /**
   * Whether an officer then signs a seal. The hash that does not match is put right first, since no
   * seal is made of evidence that is not what its record says.
   */
  readonly sealed?: true
  /** Commands of git, run in the repository after the last step, on its day. */
  readonly git?: readonly (readonly string[])[]
}
