/**
 * Words that this product never says of a network or of its antitrust position. A use that denies,
 * quotes or means another thing is allowed; each is listed, and nothing else is.
 */
const forbidden: readonly {readonly word: string; readonly pattern: RegExp}[] = [
  {word: 'safe harbor', pattern: /\bsafe[\s-]+harbou?rs?\b/giu},
  {word: 'compliant', pattern: /\bcompliant\b/giu},
  {word: 'certified', pattern: /\bcertif(?:y|ies|ied)\b/giu},
  {word: 'approved', pattern: /\bapproved\b/giu},
  {word: 'guaranteed', pattern: /\bguarantee(?:s|d)?\b/giu},
]

export const allowedUses: readonly {
  readonly use: 'denial' | 'quotation' | 'otherMeaning'
  readonly pattern: RegExp
  readonly example: string
}[] = [
  {
    use: 'denial',
    pattern: /\b(?:no|not\s+an?)\s+safe[\s-]+harbou?rs?\b/giu,
    example: 'There is no safe harbor for clinical integration',
  },
  {
    use: 'denial',
    pattern: /\b(?:nothing|nobody)(?:\s+here)?\s+(?:certifies|guarantees)\b/giu,
    example: 'Nothing here certifies anything',
  },
  {
    use: 'denial',
    pattern: /\bno\s+guarantees?\b/giu,
    example: 'There is no guarantee of an outcome',
  },
  {
    use: 'denial',
    pattern: /\bnot\s+(?:certif(?:y|ied)|approved|compliant|guaranteed?)\b/giu,
    example: 'The network is not certified by anyone',
  },
  {
    use: 'quotation',
    pattern: /“[^“”]*”/gu,
    example: 'The website says “a certified network”',
  },
  {
    use: 'quotation',
    pattern: /"[^"\n]*"/gu,
    example: 'The website says "a certified network"',
  },
  {
    use: 'otherMeaning',
    pattern: /\bboard[\s-]+(?:approved|certified)\b/giu,
    example: 'A board-certified cardiologist',
  },
  {
    use: 'otherMeaning',
    pattern: /\bcertified\s+(?:EHRs?|electronic\s+health\s+records?|health\s+IT|nurses?)\b/giu,
    example: 'Every practice uses a certified EHR',
  },
  {
    use: 'otherMeaning',
    pattern: /\bapproved\s+by\s+the\s+(?:[\p{L}-]+\s+){0,3}(?:board|committee)\b/giu,
    example: 'The protocol was approved by the clinical committee',
  },
  {
    use: 'otherMeaning',
    pattern: /\bprotocol[\s-]+complian(?:t|ce)\b/giu,
    example: 'Protocol-compliant discharges',
  },
]

/** The forbidden words of `text` that stand in no allowed use, each as often as it occurs. */
export function forbiddenUses(text: string): string[] {
  const rest = allowedUses.reduce(
    // Blanked, not cut: cutting would join words that stood apart.
    (left, {pattern}) => left.replaceAll(pattern, (match) => ' '.repeat(match.length)),
    text,
  )
  return forbidden.flatMap(({word, pattern}) => [...rest.matchAll(pattern)].map(() => word))
}
