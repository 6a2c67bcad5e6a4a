/** Attestations of an officer that each log is complete to the as-of date. */
export const attestations = 'records/attestations/2026.yaml'

/** The period for which a log is attested complete, as it stands. */
export function endOf(log: string): string {
  return `log: ${log}\nfrom: 2023-12-04\nto: 2026-06-30`
}

/** The same, ended a day before the hundred that an officer has to read and sign. */
export function openFrom(log: string, to = '2026-03-21'): string {
  return `log: ${log}\nfrom: 2023-12-04\nto: ${to}`
}
