import {expect, test} from 'vitest'
import {reviewersNotRivals} from '../../../src/rules/enforcement/reviewers-not-rivals.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const action = (reviewers: readonly boolean[], rest = 'opened: 2026-01-01', id = 'c') =>
  `{kind: CorrectiveAction, id: ${id}, member: M-0101, ${rest}, trigger: {signal: belowFloor, reason: quality}${reviewers.length === 0 ? '' : `, reviewers: [${reviewers.map((it) => `{specialty: cardiology, competitor: ${String(it)}}`).join(', ')}]`}}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['no competitor', action([false]), 'supported'],
  ['one who is none', action([true, true, false]), 'supported'],
  ['a competitor alone', action([true]), 'absent'],
  ['competitors alone', action([true, true]), 'absent'],
  ['one case of two', records(action([true]), action([false], 'opened: 2026-01-01', 'd')), 'weak'],
  [
    'one that names nobody',
    records(action([]), action([false], 'opened: 2026-01-01', 'd')),
    'weak',
  ],
  ['opened tomorrow', action([true], 'opened: 2026-07-01'), 'unknown'],
  ['declined', action([], 'declined: {date: 2026-01-01, reason: caseMix}'), 'unknown'],
])('%s', (_name, documents, outcome) => {
  expect(judged(reviewersNotRivals, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage; without cases only a closed log is not open', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(reviewersNotRivals)).toEqual(states)
  expect(byStage(reviewersNotRivals, action([]))).toEqual(states)
  const declined = action([], 'declined: {date: 2026-01-01, reason: caseMix}')
  expect(byStage(reviewersNotRivals, declined, closes('correctiveActions'))).toEqual(
    Array.from({length: 5}, () => 'notApplicable'),
  )
})
