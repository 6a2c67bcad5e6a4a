import {expect, test} from 'vitest'
import {consequencesExist} from '../../../src/rules/enforcement/consequences-exist.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {countTable, measure, quarters, tableOf} from '../../helpers/counts.ts'
import {documents, liveFor, network, proposed, undatedLine} from '../../helpers/records.ts'

const action = (rest = '', reason = 'quality') =>
  `{kind: CorrectiveAction, id: case, member: M-0104, opened: 2026-01-05, trigger: {signal: outlier, reason: ${reason}}${rest === '' ? '' : `, ${rest}`}}`
const exit = (reason: string, date = '2026-06-30') =>
  `{kind: MembershipDecision, id: exit, decision: exit, date: ${date}, reason: ${reason}, participant: p}`
const coached = (date: string) => action(`steps: [{step: coaching, date: ${date}}]`)
const counts = documents(measure(), countTable)

test.each([
  ['proposed', proposed, '', 'notApplicable'],
  ['nothing, month 0', liveFor[0], '', 'unknown'],
  ['nothing, month 12', liveFor[12], '', 'unknown'],
  ['nothing, month 23', liveFor[23], '', 'unknown'],
  ['nothing, month 24', liveFor[24], '', 'absent'],
  ['a case without a step, month 23', liveFor[23], action(), 'unknown'],
  ['a case without a step, month 24', liveFor[24], action(), 'weak'],
  ['a case without a step, live date not stated', undatedLine, action(), 'unknown'],
  ['coaching today', liveFor[24], coached('2026-06-30'), 'supported'],
  ['coaching tomorrow', liveFor[24], coached('2026-07-01'), 'weak'],
  [
    'coaching over a fee',
    liveFor[24],
    coached('2026-06-30').replace('quality', 'feeDispute'),
    'weak',
  ],
  [
    'coaching over a refusal',
    liveFor[24],
    coached('2026-06-30').replace('quality', 'contractRefusal'),
    'weak',
  ],
  ['off every panel', liveFor[24], action('removed: 2026-06-30'), 'supported'],
  ['an exit for performance', liveFor[24], exit('performance'), 'supported'],
  ['an exit as a sanction', liveFor[24], exit('sanction'), 'supported'],
  ['an exit of tomorrow', liveFor[24], exit('sanction', '2026-07-01'), 'absent'],
  ['a retirement', liveFor[24], exit('retirement'), 'absent'],
])('%s', (_name, line, records, outcome) => {
  expect(runRule(consequencesExist, documents(network(line), records)).outcome).toBe(outcome)
})

test.each([
  ['signals, month 23', liveFor[23], [20, 20], 'unknown'],
  ['signals, month 24', liveFor[24], [20, 20], 'weak'],
  ['a signal in one period, month 24', liveFor[24], [20, 43], 'weak'],
  ['no signals, month 24', liveFor[24], [43, 43], 'notApplicable'],
] as const)('counts with %s', (_name, line, numerators, outcome) => {
  const tables = tableOf(quarters(numerators))
  const text = documents(network(line), counts)
  expect(runRule(consequencesExist, text, {tables}).outcome).toBe(outcome)
})

test('says how many signals met no consequence', () => {
  const text = documents(network(liveFor[24]), counts)
  expect(checkRule(consequencesExist, text, {tables: tableOf(quarters([20, 20]))})).toEqual([
    'weak',
    '1:57 Unexpected absence of any consequence on `PPO` beside 2 signals and cases, expected a step taken',
  ])
})
