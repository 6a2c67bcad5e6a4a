import {expect, test} from 'vitest'
import {noSanctionForRefusal} from '../../../src/rules/enforcement/no-sanction-for-refusal.ts'
import {event} from '../../helpers/check-conduct.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const action = (rest: string, reason = 'contractRefusal') =>
  `{kind: CorrectiveAction, id: case, member: M-0101, trigger: {signal: other, reason: ${reason}}, ${rest}}`
const exit = (reason: string, rest = 'participant: p', id = 'exit') =>
  `{kind: MembershipDecision, id: ${id}, decision: exit, date: 2025-06-30, reason: ${reason}, ${rest}}`
const admission = (date: string, rest = 'participant: p') =>
  `{kind: MembershipDecision, id: again, decision: admission, date: ${date}, ${rest}}`
const closed = attested(['correctiveActions', 'membershipDecisions'])
const opened = 'opened: 2025-01-10'

test.each([
  ['nothing, logs closed', closed, 'supported'],
  ['a case over quality', documents(action(opened, 'quality'), closed), 'supported'],
  ['an open case over a refusal', documents(action(opened), closed), 'contrary'],
  ['an open case over fees', documents(action(opened, 'feeDispute'), closed), 'contrary'],
  ['a case of tomorrow', documents(action('opened: 2026-07-01'), closed), 'supported'],
  [
    'declined',
    documents(action('declined: {date: 2025-01-10, reason: other}'), closed),
    'supported',
  ],
  [
    'dismissed today',
    documents(action(`${opened}, closed: 2026-06-30, outcome: dismissed`), closed),
    'supported',
  ],
  [
    'dismissed tomorrow',
    documents(action(`${opened}, closed: 2026-07-01, outcome: dismissed`), closed),
    'contrary',
  ],
  [
    'closed with a sanction',
    documents(action(`${opened}, closed: 2025-03-01, outcome: sanctioned`), closed),
    'contrary',
  ],
  [
    'sanction reversed today',
    documents(
      action(
        `${opened}, closed: 2025-03-01, outcome: sanctioned, appeal: {filed: 2025-03-02, decided: 2026-06-30, result: reversed}`,
      ),
      closed,
    ),
    'supported',
  ],
  [
    'sanction reversed tomorrow',
    documents(
      action(
        `${opened}, closed: 2025-03-01, outcome: sanctioned, appeal: {filed: 2025-03-02, decided: 2026-07-01, result: reversed}`,
      ),
      closed,
    ),
    'contrary',
  ],
  [
    'sanction upheld',
    documents(
      action(
        `${opened}, closed: 2025-03-01, outcome: removed, appeal: {filed: 2025-03-02, result: upheld}`,
      ),
      closed,
    ),
    'contrary',
  ],
  ['an exit over a refusal', documents(exit('contractRefusal'), closed), 'contrary'],
  ['an exit over fees', documents(exit('feeDispute'), closed), 'contrary'],
  ['an exit for performance', documents(exit('performance'), closed), 'supported'],
  [
    'readmitted that day',
    documents(exit('contractRefusal'), admission('2025-06-30'), closed),
    'supported',
  ],
  [
    'readmitted tomorrow',
    documents(exit('contractRefusal'), admission('2026-07-01'), closed),
    'contrary',
  ],
  [
    'another was admitted',
    documents(exit('contractRefusal'), admission('2025-07-01', 'participant: q'), closed),
    'contrary',
  ],
  ['a recorded event', documents(event('refusalSanctioned'), closed), 'contrary'],
  [
    'an event that ended yesterday',
    documents(event('refusalSanctioned', 'ended: 2026-06-29'), closed),
    'supported',
  ],
])('%s', (_name, records, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[24]])
    expect(runRule(noSanctionForRefusal, documents(network(line), records)).outcome).toBe(outcome)
})

test.each([
  ['correctiveActions', 'membership decisions'],
  ['membershipDecisions', 'corrective actions'],
])('silence is unknown while only the %s log is closed', (log, other) => {
  const text = documents(network(liveFor[24]), action(opened, 'quality'), attested([log]))
  const {outcome, summary} = runRule(noSanctionForRefusal, text)
  expect(outcome).toBe('unknown')
  expect(summary).toBe(
    `In force: none found in 1 record read; not attested complete from 2024-06-30 to 2026-03-22: ${other}.`,
  )
})

test('what was reversed stays on record, with the answer', () => {
  const text = documents(
    network(liveFor[24]),
    exit('feeDispute'),
    admission('2025-08-01'),
    action(`${opened}, closed: 2025-03-01, outcome: dismissed`),
    closed,
  )
  const {outcome, summary, adverse} = runRule(noSanctionForRefusal, text)
  expect(outcome).toBe('supported')
  expect(summary).toContain('2 past events stay on record.')
  expect(adverse).toMatchObject([
    {time: 'past', date: '2025-01-10', answer: 'Closed 2025-03-01: dismissed'},
    {time: 'past', date: '2025-06-30', answer: 'Readmitted 2025-08-01'},
  ])
})

test('points at the reason', () => {
  expect(
    checkRule(noSanctionForRefusal, documents(network(liveFor[24]), exit('feeDispute'))),
  ).toEqual([
    'contrary',
    '3:80 Unexpected exit over a dispute on fees of `2025-06-30` in force, expected no sanction over a contract or a fee',
  ])
})
