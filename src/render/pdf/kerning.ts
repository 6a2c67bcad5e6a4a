import type {Coverage, GlyphClasses, GlyphPositions, PositionLookup, PairTable} from './gpos.ts'

/** Points of kerning between two glyphs by their ids, in units of the font. */
export type Kerning = (left: number, right: number) => number

/**
 * The font's own table of pairs, as its shaper reads it for Latin text.
 *
 * Asking the shaper sets up a whole run for two letters, and took a tenth of the time of a dossier.
 */
export function createKerning(read: () => GlyphPositions | undefined): Kerning {
  let lookups: ReturnType<typeof kerningLookups> | undefined
  return (left, right) => {
    // Not before the first pair: reading the table takes time, and some faces are never used.
    lookups ??= kerningLookups(read())
    return lookups.reduce((sum, it) => sum + kernIn(it, left, right), 0)
  }
}

function kerningLookups(table: GlyphPositions | undefined): readonly (readonly PairTable[])[] {
  if (table === undefined) return []
  const scripts = ['latn', 'DFLT'].map((tag) => table.scriptList.find((it) => it.tag === tag))
  const features = scripts.find((it) => it !== undefined)?.script.defaultLangSys?.featureIndexes
  return (features ?? [])
    .map((it) => table.featureList[it])
    .filter((it) => it?.tag === 'kern')
    .flatMap((it) => it?.feature.lookupListIndexes ?? [])
    .sort((a, b) => a - b)
    .map((it) => pairTables(table.lookupList.get(it)))
}

/** Kerning that depends on a third glyph is left out: a pair has none. */
function pairTables({lookupType, subTables}: PositionLookup): readonly PairTable[] {
  const pairs: PairTable[] = []
  for (const it of subTables) {
    if (lookupType === 2) pairs.push(it as PairTable)
    else if ('extension' in it && it.lookupType === 2) pairs.push(it.extension)
  }
  return pairs
}

/** The first table that knows the pair decides. */
function kernIn(tables: readonly PairTable[], left: number, right: number): number {
  for (const table of tables) {
    const index = coverageIndex(table.coverage, left)
    if (index < 0) continue
    if (table.version === 2) {
      const pairs = table.classRecords.get(classOf(table.classDef1, left))
      return pairs.get(classOf(table.classDef2, right)).value1.xAdvance ?? 0
    }
    for (const pair of table.pairSets.get(index))
      if (pair.secondGlyph === right) return pair.value1.xAdvance ?? 0
  }
  return 0
}

function coverageIndex(coverage: Coverage, glyph: number): number {
  if (coverage.version === 1) return coverage.glyphs.indexOf(glyph)
  const range = coverage.rangeRecords.find((it) => it.start <= glyph && glyph <= it.end)
  return range === undefined ? -1 : range.startCoverageIndex + glyph - range.start
}

function classOf(classes: GlyphClasses, glyph: number): number {
  if (classes.version === 1) return classes.classValueArray[glyph - classes.startGlyph] ?? 0
  return classes.classRangeRecord.find((it) => it.start <= glyph && glyph <= it.end)?.class ?? 0
}
