import {expect, test} from 'vitest'
import {exhaustedCaseSanctioned} from '../../../src/rules/enforcement/exhausted-case-sanctioned.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network} from '../../helpers/records.ts'

const action = (steps: string, rest = '', id = 'case') =>
  `{kind: CorrectiveAction, id: ${id}, member: M-0101, opened: 2026-01-05, trigger: {signal: outlier, reason: quality}, steps: [${steps}]${rest === '' ? '' : `, ${rest}`}}`
const plan = (due: string, result = 'notMet') =>
  `{step: correctiveActionPlan, date: 2026-01-10, due: ${due}, result: ${result}}`
const sanction = '{step: financial, date: 2026-04-20}'
const policy = (ladder: string) =>
  `{kind: SanctionPolicy, id: policy, title: P, effective: 2024-01-01, ladder: [${ladder}]}`

test.each([
  ['none exhausted, log open', action(plan('2026-03-31', 'met')), 'unknown'],
  [
    'none exhausted, log closed',
    documents(action(plan('2026-03-31', 'met')), attested(['correctiveActions'])),
    'notApplicable',
  ],
  ['not met, sanction', action(`${plan('2026-03-31')}, ${sanction}`), 'supported'],
  ['not met, 60 days ago, nothing', action(plan('2026-05-01')), 'notApplicable'],
  ['not met, 61 days ago, nothing', action(plan('2026-04-30')), 'absent'],
  [
    'closed as improved all the same',
    action(plan('2026-05-01'), 'closed: 2026-06-01, outcome: improved'),
    'absent',
  ],
  [
    'the member left',
    action(plan('2026-03-31'), 'closed: 2026-04-01, outcome: left'),
    'notApplicable',
  ],
  [
    'reversed on appeal',
    action(plan('2026-03-31'), 'appeal: {filed: 2026-04-01, result: reversed}'),
    'notApplicable',
  ],
  [
    'upheld on appeal, nothing',
    action(plan('2026-03-31'), 'appeal: {filed: 2026-04-01, result: upheld}'),
    'absent',
  ],
  ['off every panel today', action(plan('2026-03-31'), 'removed: 2026-06-30'), 'supported'],
  ['off every panel tomorrow', action(plan('2026-03-31'), 'removed: 2026-07-01'), 'absent'],
  [
    'a sanction before the plan is none after it',
    action(`{step: financial, date: 2026-01-09}, ${plan('2026-03-31')}`),
    'absent',
  ],
  [
    'one of two',
    documents(
      action(`${plan('2026-03-31')}, ${sanction}`),
      action(plan('2026-03-31'), '', 'other'),
    ),
    'weak',
  ],
  [
    'a fee dispute is no exhausted case',
    action(plan('2026-03-31')).replace('quality', 'feeDispute'),
    'unknown',
  ],
  [
    'the ladder gives 90 days',
    documents(policy('{step: removal, withinDays: 90}'), action(plan('2026-04-01'))),
    'notApplicable',
  ],
  [
    'and not 91',
    documents(policy('{step: removal, withinDays: 90}'), action(plan('2026-03-31'))),
    'absent',
  ],
  [
    'a ladder whose last mild step is a warning',
    documents(
      policy('{step: warning}, {step: removal, withinDays: 30}'),
      action('{step: warning, date: 2026-01-10, result: notMet}'),
    ),
    'absent',
  ],
  [
    'a warning before a plan is not the last',
    documents(
      policy('{step: warning}, {step: correctiveActionPlan}, {step: removal}'),
      action('{step: warning, date: 2026-01-10, result: notMet}'),
    ),
    'unknown',
  ],
])('%s', (_name, records, outcome) => {
  const text = documents(network(liveFor[24]), records)
  expect(runRule(exhaustedCaseSanctioned, text).outcome).toBe(outcome)
})

test('points at the plan and says by when', () => {
  const text = documents(network(liveFor[24]), action(plan('2026-03-31')))
  expect(checkRule(exhaustedCaseSanctioned, text)).toEqual([
    'absent',
    '3:125 Unexpected plan not met without a sanction, expected one by `2026-05-30`',
  ])
})
