import type {Factor, ProductLine} from './rule.ts'

/** What a matter, or a network, shows of the state of affairs that a test looks for. */
export type Shown = 'shown' | 'inPart' | 'missing' | 'against'

/** A published fact of a matter. */
export interface MatterFact {
  readonly factor: Factor
  /** The fact, without a full stop. */
  readonly says: string
  /** V: read at a public source. R: recalled; counsel must confirm it before it is relied on. */
  readonly standing: 'V' | 'R'
  readonly source: string
  /** The test that looks for the same state of affairs, and what the fact is to it. */
  readonly test?: string
  readonly there?: Shown
}

/** A matter that was published, as far as its facts are. */
export interface Matter {
  readonly id: string
  readonly title: string
  /** Id in `law/authorities.ts`. */
  readonly authority: string
  /** As exactly as it is known. */
  readonly date: string
  readonly stage: ProductLine['stage']
  readonly cameOut: 'favourable' | 'unfavourable' | 'order'
  readonly facts: readonly MatterFact[]
}
