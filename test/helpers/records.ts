/** Records in flow form, joined as documents: for tests that look at one boundary at a time. */
export function documents(...records: readonly (string | undefined)[]): string {
  return records.filter((it) => it !== undefined && it !== '').join('\n---\n')
}

/** A network with one line; `rest` are more keys of the line, such as `programLive: 2024-06-30`. */
export function network(rest: string, more = ''): string {
  return `{kind: Network, id: net, legalName: Net${more === '' ? '' : `, ${more}`}, productLines: [{id: ppo, title: PPO, basis: clinical, jointPricing: true, ${rest}}]}`
}

/** Live for a number of whole months at 2026-06-30, the date that tests judge at. */
export const liveFor = {
  0: 'stage: operating, programLive: 2026-06-30',
  11: 'stage: operating, programLive: 2025-07-01',
  12: 'stage: operating, programLive: 2025-06-30',
  23: 'stage: operating, programLive: 2024-07-01',
  24: 'stage: operating, programLive: 2024-06-30',
} as const

export const proposed = 'stage: proposed'
export const undatedLine = 'stage: operating'

/** An officer, and attestations that logs are complete. */
export function attested(
  logs: readonly string[],
  {from = '2024-01-01', to = '2026-06-30', date = '2026-06-30'} = {},
): string {
  return documents(
    '{kind: Person, id: okafor, name: A. Okafor, roles: [{role: officer, from: 2023-01-01}]}',
    ...logs.map(
      (log, index) =>
        `{kind: Attestation, id: a${index}, log: ${log}, from: ${from}, to: ${to}, attestedBy: okafor, role: officer, date: ${date}}`,
    ),
  )
}

export function negotiation(rest = ''): string {
  return `{kind: Negotiation, id: talks, title: Talks, productLine: ppo, method: joint${rest === '' ? '' : `, ${rest}`}}`
}

export function contract(rest = ''): string {
  return `{kind: PayerContract, id: contract, title: Contract, payer: payer, productLine: ppo, model: feeForService, jointlyPriced: true${rest === '' ? '' : `, ${rest}`}}`
}
