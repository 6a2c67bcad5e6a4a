import {expect, test} from 'vitest'
import {removedOffPanel} from '../../../src/rules/enforcement/removed-off-panel.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const action = (date: string, rest = '', step = 'removal') =>
  `{kind: CorrectiveAction, id: c, member: M-0101, opened: 2026-01-01, trigger: {signal: belowFloor, reason: quality}, steps: [{step: ${step}, date: ${date}}]${rest}}`
const exit = (date: string, rest = '', reason = 'performance') =>
  `{kind: MembershipDecision, id: e, decision: exit, date: ${date}, reason: ${reason}${rest}}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['off on the thirtieth day', action('2026-04-01', ', removed: 2026-05-01'), 'supported'],
  ['off on the thirty-first', action('2026-04-01', ', removed: 2026-05-02'), 'weak'],
  ['not recorded, thirty days ago', action('2026-05-31'), 'unknown'],
  ['not recorded, thirty-one days ago', action('2026-05-30'), 'absent'],
  ['off tomorrow, thirty-one days ago', action('2026-05-30', ', removed: 2026-07-01'), 'absent'],
  [
    'reversed on appeal',
    action('2026-04-01', ', appeal: {filed: 2026-04-02, result: reversed}'),
    'unknown',
  ],
  [
    'upheld on appeal',
    action('2026-04-01', ', appeal: {filed: 2026-04-02, result: upheld}'),
    'absent',
  ],
  ['a suspension is no removal', action('2026-04-01', '', 'suspension'), 'unknown'],
  ['an exit for performance in time', exit('2026-04-01', ', offPanel: 2026-05-01'), 'supported'],
  ['and late', exit('2026-04-01', ', offPanel: 2026-05-02'), 'weak'],
  ['and never', exit('2026-04-01'), 'absent'],
  ['an exit as a sanction', exit('2026-04-01', '', 'sanction'), 'absent'],
  ['a retirement is no removal', exit('2026-04-01', '', 'retirement'), 'unknown'],
  [
    'one of two',
    records(action('2026-04-01', ', removed: 2026-05-01'), exit('2026-04-01')),
    'weak',
  ],
])('%s', (_name, documents, outcome) => {
  expect(judged(removedOffPanel, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage; where nobody was removed only closed logs are not open', () => {
  const states = (state: string) => ['notApplicable', ...Array.from({length: 4}, () => state)]
  expect(byStage(removedOffPanel)).toEqual(states('unknown'))
  const closed = records(
    closes('correctiveActions'),
    closes('membershipDecisions').split('\n---\n').at(-1) ?? '',
  )
  expect(byStage(removedOffPanel, closed)).toEqual(states('notApplicable'))
  expect(byStage(removedOffPanel, closes('correctiveActions'))).toEqual(states('unknown'))
})
