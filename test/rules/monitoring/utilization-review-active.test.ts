import {expect, test} from 'vitest'
import {utilizationReviewActive} from '../../../src/rules/monitoring/utilization-review-active.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const control = (rest: string, id = 'k') =>
  `{kind: UtilizationControl, id: ${id}, title: K, manages: imaging, ${rest}}`
const activity = (to: string, reviewed: number, from = '2025-01-01') =>
  `activity: [{from: ${from}, to: ${to}, reviewed: ${reviewed}, acted: 0}]`
const live = networkOf({live: '2024-01-01'})
const none = (id: string) =>
  `UtilizationControl/${id} activity: Unexpected control \`${id}\` with no volume recorded since 2025-06-30, expected volumes above zero`

test.each<[string, string[], string[]]>([
  ['one case', [control(activity('2026-03-31', 1))], ['supported']],
  [
    'no case',
    [control(activity('2026-03-31', 0))],
    [
      'absent',
      'UtilizationControl/k activity.0.reviewed: Unexpected control `k` with zero cases reviewed since 2025-06-30, expected volumes above zero',
    ],
  ],
  [
    'a period that ended on the first day of the look-back',
    [control(activity('2025-06-30', 9))],
    ['absent', none('k')],
  ],
  ['a day later', [control(activity('2025-07-01', 9))], ['supported']],
  [
    'a period that begins tomorrow',
    [control(activity('2026-09-30', 9, '2026-07-01'))],
    ['absent', none('k')],
  ],
  [
    'one of two',
    [control(activity('2026-03-31', 1)), control('cadence: monthly', 'l')],
    ['weak', none('l')],
  ],
  [
    'ended yesterday: not running',
    [control(activity('2026-03-31', 1)), control('ended: 2026-06-29', 'l')],
    ['supported'],
  ],
  [
    'ends today: running',
    [control(activity('2026-03-31', 1)), control('ended: 2026-06-30', 'l')],
    ['weak', none('l')],
  ],
  [
    'starts tomorrow: not running',
    [control(activity('2026-03-31', 1)), control('started: 2026-07-01', 'l')],
    ['supported'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(utilizationReviewActive, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(utilizationReviewActive)).toEqual(silent)
  expect(byStage(utilizationReviewActive, control('cadence: monthly'))).toEqual(silent)
  // A zero is a statement, and a closed log has nothing more to say.
  const zero = ['notApplicable', 'absent', 'absent', 'absent', 'absent']
  expect(
    byStage(utilizationReviewActive, control(activity('2026-06-30', 0, '2026-06-30'))),
  ).toEqual(['notApplicable', 'unknown', ...zero.slice(2)])
  expect(
    byStage(utilizationReviewActive, control('cadence: monthly'), closes('utilizationActivity')),
  ).toEqual(zero)
})

test('the last period is cited, wherever it stands', () => {
  const two =
    'activity: [{from: 2026-01-01, to: 2026-03-31, reviewed: 2, acted: 1}, {from: 2025-10-01, to: 2025-12-31, reviewed: 3, acted: 0}]'
  const {evidence} = judgeRule(utilizationReviewActive, records(live, control(two)))
  expect(evidence.map(({shows, location}) => [shows, location.start.column])).toEqual([
    ['5 cases reviewed since 2025-06-30', control('').length + 'activity: ['.length],
  ])
})

test('the summary counts', () => {
  const text = records(live, control(activity('2026-03-31', 41)), control('cadence: monthly', 'l'))
  const {summary, evidence} = judgeRule(utilizationReviewActive, text)
  expect(summary).toBe('1 of 2 running utilization controls reviewed cases since 2025-06-30.')
  expect(evidence.map(({shows}) => shows)).toEqual(['41 cases reviewed since 2025-06-30'])
})
