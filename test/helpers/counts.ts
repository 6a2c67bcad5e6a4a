import type {Count, Table} from '../../src/model/table.ts'

/** Registers a table of counts; its rows are given to the test as `tables`. */
export const countTable =
  '{kind: EvidenceTable, id: counts, title: Counts, format: csv, from: 2025-07-01, to: 2025-12-31, source: S, grain: counts, columns: []}'

export function measure(rest = 'direction: higher', id = 'a1c'): string {
  return `{kind: Measure, id: ${id}, title: M, steward: S, domain: outcome, ${rest}}`
}

export const third = {periodStart: '2025-07-01', periodEnd: '2025-09-30'}
export const fourth = {periodStart: '2025-10-01', periodEnd: '2025-12-31'}

type Period = typeof third

/** Three members at 43 of 50, and `M-0104` with what is given, in each period. */
export function quarters(
  numerators: readonly [number, number],
  {of = 50, id = 'a1c', periods = [third, fourth] as readonly Period[]} = {},
): Count[] {
  return periods.flatMap((period, index) => [
    ...['M-0101', 'M-0102', 'M-0103'].map((unit) => row(unit, 43, 50, period, id)),
    row('M-0104', numerators[index] ?? 0, of, period, id),
  ])
}

export function row(
  unit: string,
  numerator: number,
  denominator: number,
  period: Period,
  id = 'a1c',
): Count {
  return {unit, measure: id, ...period, numerator, denominator}
}

export function tableOf(counts: readonly Count[]): Readonly<Record<string, Table>> {
  return {counts: {status: 'read', counts, rows: []}}
}
