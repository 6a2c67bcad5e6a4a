import type {GovernanceRecord} from '../../model/records.gen.ts'

/** A number of patients out of a number of patients; the whole may stand alone. */
export interface PatientCount {
  readonly numerator?: number
  readonly denominator?: number
}

/** Counts of patients that a record itself states. Never of clinicians, votes or sanctions. */
export function countsOfPatients(record: GovernanceRecord): PatientCount[] {
  if (record.kind === 'Measure') return [...(record.results ?? [])]
  if (record.kind === 'CareProgram')
    return [
      ...(record.panel === undefined ? [] : [{denominator: record.panel}]),
      ...(record.followUp ?? []).map(({followed, of}) => ({numerator: followed, denominator: of})),
    ]
  if (record.kind === 'UtilizationControl')
    return (record.activity ?? []).map(({acted, reviewed}) => ({
      numerator: acted,
      denominator: reviewed,
    }))
  return []
}

/** How many of the counts are 1 to `largest`, or leave a rest of the whole that is. */
export function smallCounts(counts: readonly PatientCount[], largest: number): number {
  const small = (count: number | undefined) => count !== undefined && count >= 1 && count <= largest
  return counts.filter(
    ({numerator, denominator}) =>
      small(numerator) ||
      small(denominator) ||
      (numerator !== undefined && denominator !== undefined && small(denominator - numerator)),
  ).length
}
