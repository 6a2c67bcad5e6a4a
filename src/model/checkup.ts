/**
 * - `ok`: there, and fit for every command.
 * - `missing`: a command cannot do its work as things are.
 * - `note`: worth knowing; nothing stops.
 * - `unknown`: could not be looked at.
 */
export type CheckupState = 'ok' | 'missing' | 'note' | 'unknown'

/** One thing that the program rests on, on this machine or in this clone. */
export interface Checkup {
  /** Permanent: scripts name it. */
  readonly id: string
  readonly state: CheckupState
  /** What was found: `git 2.39.5`. */
  readonly what: string
  /** What needs it. */
  readonly why: string
  /** The command or step that puts it right; null where there is nothing to do. */
  readonly fix: string | null
}

/** Fonts that a PDF is set in, with the hash of the file that this version was built with. */
export const fontFiles: readonly {readonly file: string; readonly sha256: string}[] = [
  {
    file: 'SourceCodePro_400Regular.ttf',
    sha256: '1bd0bb61d974f62f9cc208a162fd3a7a13f95ba0b56b88b870730bf3ae1ba358',
  },
  {
    file: 'SourceSans3_400Regular.ttf',
    sha256: '393fb5b878ceed04aebc34b097e853ae5138c51d0c34b496ce8e2b47e0d0b94a',
  },
  {
    file: 'SourceSans3_600SemiBold.ttf',
    sha256: 'bd2550fce2d295b0bf20bd8b1b7f1477da834f1066bd850aafdb4787a67a63ca',
  },
  {
    file: 'SourceSerif4_400Regular.ttf',
    sha256: 'd47da11c5f55f031d9ec54c3172865d76009b2cbab5c706dfa73866b00096639',
  },
  {
    file: 'SourceSerif4_400Regular_Italic.ttf',
    sha256: '8abc06ebcf3a84d6e18763fad2fd237c9149104f16963f459c8763390048aff2',
  },
  {
    file: 'SourceSerif4_600SemiBold.ttf',
    sha256: 'd31cd1fb273e5399efc04691e9ac14b581eae836d783f6cf3c560225ebcf95c0',
  },
]
