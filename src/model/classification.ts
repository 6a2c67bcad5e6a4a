import type {Location} from './location.ts'
import type {Network} from './records.gen.ts'
import type {ProductLine} from './rule.ts'

export type NetworkKind = NonNullable<Network['declaredKind']>

/** A fact of the records, and where it stands. */
export interface LocatedFact {
  readonly kind: string
  readonly id: string
  readonly location: Location
  readonly shows: string
}

/** One feature of a kind of network. A record that is missing is not stated, and never a no. */
export interface FeatureResult {
  readonly feature: string
  /** The feature, as a sentence without a full stop. */
  readonly says: string
  readonly met: 'yes' | 'no' | 'notStated'
  readonly facts: readonly LocatedFact[]
  /** The record that would answer it. */
  readonly answeredBy: string
}

/** Whether the facts describe a kind: every feature is shown, some are not, or one is against it. */
export interface KindResult {
  readonly kind: NetworkKind
  readonly title: string
  readonly definition: string
  readonly verdict: 'described' | 'notShown' | 'contradicted'
  readonly features: readonly FeatureResult[]
}

export interface LineClassification {
  readonly line: ProductLine
  /** Every kind, in the order of the definitions; several may be described. */
  readonly kinds: readonly KindResult[]
}

/** Which kinds of network the declared facts describe. It reaches no conclusion of law. */
export interface Classification {
  /** What the network says it is; null where it does not say. */
  readonly declared: {readonly kind: NetworkKind; readonly fact: LocatedFact} | null
  readonly lines: readonly LineClassification[]
}
