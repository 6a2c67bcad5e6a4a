import {expect, test} from 'vitest'
import type {Rule} from '../../src/model/rule.ts'
import {checkRule, runRule} from './check-rule.ts'
import {attested, contract, documents, liveFor, negotiation, network, proposed} from './records.ts'

/** An event of a class on 2025-02-10; `rest` are more keys, such as `ended: 2026-06-30`. */
export function event(kind: string, rest = ''): string {
  const keys = `class: ${kind}, date: 2025-02-10, description: D${rest === '' ? '' : `, ${rest}`}`
  return negotiation(`conduct: [{${keys}}]`)
}

/**
 * The boundaries that every test of conduct in negotiations has: silence in an open and a closed
 * log, the day on which conduct ends, and contracts that came of it.
 *
 * @param clause - Keys that a contract needs so that it does not count by itself.
 */
export function testConduct(
  rule: Rule,
  classes: readonly string[],
  deed: string,
  clause = '',
): void {
  const [first = ''] = classes
  const logs = ['negotiations', 'outsideContracts']
  const closed = attested(logs)
  const cameOf = (rest: string) =>
    contract(`inForceFrom: 2025-06-01, negotiation: talks${clause}${rest}`)
  test.each([
    ['no records', '', 'unknown'],
    ['nothing found in an open log', negotiation(), 'unknown'],
    ['ended yesterday, log open', event(first, 'ended: 2026-06-29'), 'unknown'],
    ...classes.map((it) => [it, documents(event(it), closed), 'contrary']),
    ['ends today', documents(event(first, 'ended: 2026-06-30'), closed), 'contrary'],
    [
      'ended, but its contract ends today',
      documents(event(first, 'ended: 2025-03-01'), cameOf(', inForceTo: 2026-06-30'), closed),
      'contrary',
    ],
  ])('%s', (_name, records, outcome) => {
    for (const line of [proposed, liveFor[0], liveFor[24]])
      expect(runRule(rule, documents(network(line), records)).outcome).toBe(outcome)
  })

  test.each([
    ['nothing found in a closed log', negotiation()],
    ['ended yesterday', event(first, 'ended: 2026-06-29')],
    [
      'ended, and its contract ended yesterday',
      documents(event(first, 'ended: 2025-03-01'), cameOf(', inForceTo: 2026-06-29')),
    ],
    ['an ordinary notice of non-renewal', event('nonRenewalNotice')],
    ['an event of tomorrow', event(first).replace('2025-02-10', '2026-07-01')],
  ])('%s: not contrary', (_name, records) => {
    const text = documents(network(liveFor[24]), records, closed)
    expect(runRule(rule, text).outcome).toBe(rule.id === 'J3' ? 'unknown' : 'supported')
  })

  test('points at the event; a past one stays on record with its answer', () => {
    const [outcome, finding] = checkRule(rule, documents(network(liveFor[24]), event(first)))
    expect(outcome).toBe('contrary')
    expect(finding).toBe(`3:89 Unexpected ${deed} on \`2025-02-10\` without an end, expected none`)
    const last = documents(network(liveFor[24]), event(first, 'ended: 2026-06-30'))
    expect(checkRule(rule, last)[1]).toContain('that ends on `2026-06-30`, expected none')
    const ended = event(first, 'ended: 2025-03-01, answer: Stopped., mandatedBy: Counsel')
    const {adverse} = runRule(rule, documents(network(liveFor[24]), ended))
    expect(adverse).toMatchObject([
      {rule: rule.id, time: 'past', date: '2025-02-10', answer: 'Stopped. Ended by: Counsel'},
    ])
  })
}
