/** The `GPOS` table of a font, so far as kerning needs it. */
export interface GlyphPositions {
  readonly scriptList: readonly {
    readonly tag: string
    readonly script: {readonly defaultLangSys: {readonly featureIndexes: readonly number[]} | null}
  }[]
  readonly featureList: readonly {
    readonly tag: string
    readonly feature: {readonly lookupListIndexes: readonly number[]}
  }[]
  readonly lookupList: Lazy<PositionLookup>
}

interface Lazy<T> {
  readonly get: (index: number) => T
}

export interface PositionLookup {
  /** 2: pairs; 9: `extension` has its own type. */
  readonly lookupType: number
  readonly subTables: Iterable<
    object | {readonly lookupType: number; readonly extension: PairTable}
  >
}

interface PairValue {
  readonly value1: {readonly xAdvance?: number}
}

/** Version 1 lists pairs of glyphs, version 2 pairs of classes of glyphs. */
export type PairTable =
  | {
      readonly version: 1
      readonly coverage: Coverage
      readonly pairSets: Lazy<Iterable<PairValue & {readonly secondGlyph: number}>>
    }
  | {
      readonly version: 2
      readonly coverage: Coverage
      readonly classDef1: GlyphClasses
      readonly classDef2: GlyphClasses
      readonly classRecords: Lazy<Lazy<PairValue>>
    }

interface GlyphRange {
  readonly start: number
  readonly end: number
}

export type Coverage =
  | {readonly version: 1; readonly glyphs: readonly number[]}
  | {
      readonly version: 2
      readonly rangeRecords: readonly (GlyphRange & {readonly startCoverageIndex: number})[]
    }

export type GlyphClasses =
  | {
      readonly version: 1
      readonly startGlyph: number
      readonly classValueArray: readonly number[]
    }
  | {
      readonly version: 2
      readonly classRangeRecord: readonly (GlyphRange & {readonly class: number})[]
    }
