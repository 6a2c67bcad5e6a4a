import type {Diagnostic} from './diagnostic.ts'
import type {SealPredicate} from './seal.ts'
import type {SignatureCheck} from './signature.ts'

/** What is looked at, in the order in which it is told. */
export const sealChecks = [
  'dossier',
  'signature',
  'inputs',
  'exhibits',
  'history',
  'chain',
  'rules',
  'rebuild',
  'time',
] as const
export type SealCheckName = (typeof sealChecks)[number]

/**
 * - `holds`: looked at, and as it was sealed.
 * - `fails`: looked at, and not so.
 * - `recorded`: not so, and explained by a removal on counsel's recorded instruction.
 * - `notChecked`: could not be looked at; it does not count as holding.
 * - `none`: there is nothing to look at.
 */
export type SealCheckState = 'holds' | 'fails' | 'recorded' | 'notChecked' | 'none'

export interface SealCheck {
  readonly name: SealCheckName
  readonly state: SealCheckState
  /** What was found, as a sentence without a full stop. */
  readonly told: string
}

/** What became of a seal and of what it binds. */
export interface Verification {
  /** As the user named it. */
  readonly target: string
  /** Null where no seal could be read or found. */
  readonly seal: {
    readonly file: string
    /** Of its raw bytes. */
    readonly sha256: string
    readonly predicate: SealPredicate
    readonly signature: SignatureCheck
  } | null
  readonly checks: readonly SealCheck[]
  readonly findings: readonly Diagnostic[]
  /** The clone lacks what the history rests on, so that part could not be looked at. */
  readonly incomplete: boolean
}
