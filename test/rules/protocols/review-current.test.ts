import {expect, test} from 'vitest'
import {reviewCurrent} from '../../../src/rules/protocols/review-current.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const protocol = (rest: string, id = 'c') =>
  `{kind: Protocol, id: ${id}, title: T, condition: C, specialties: [cardiology], ${rest}}`
const reviewed = (...dates: readonly string[]) =>
  `reviews: [${dates.map((date) => `{date: ${date}, result: kept}`).join(', ')}]`

// Judged as of 2026-06-30.
test.each<[string, string, string[]]>([
  ['due today', protocol(reviewed('2024-06-30')), ['supported']],
  [
    'due yesterday',
    protocol(reviewed('2024-06-29')),
    [
      'absent',
      'Protocol/c reviews.0.date: Unexpected last review on 2024-06-29, expected a review by 2026-06-29',
    ],
  ],
  [
    'a shorter cycle, due today',
    protocol(`reviewCycleMonths: 12, ${reviewed('2025-06-30')}`),
    ['supported'],
  ],
  [
    'a shorter cycle binds',
    protocol(`reviewCycleMonths: 12, ${reviewed('2025-06-29')}`),
    [
      'absent',
      'Protocol/c reviews.0.date: Unexpected last review on 2025-06-29, expected a review by 2026-06-29',
    ],
  ],
  [
    'a longer cycle does not loosen',
    protocol(`reviewCycleMonths: 60, ${reviewed('2024-06-29')}`),
    [
      'absent',
      'Protocol/c reviews.0.date: Unexpected last review on 2024-06-29, expected a review by 2026-06-29',
    ],
  ],
  [
    'the latest counts, wherever it stands',
    protocol(reviewed('2026-01-01', '2020-01-01')),
    ['supported'],
  ],
  [
    'a review tomorrow does not count',
    protocol(reviewed('2020-01-01', '2026-07-01')),
    [
      'absent',
      'Protocol/c reviews.0.date: Unexpected last review on 2020-01-01, expected a review by 2022-01-01',
    ],
  ],
  [
    'never reviewed: counted from adoption',
    protocol('adoption: {date: 2024-06-30}'),
    ['supported'],
  ],
  [
    'never reviewed, adopted too long ago',
    protocol('adoption: {date: 2024-06-29}'),
    [
      'absent',
      'Protocol/c adoption.date: Unexpected adoption on 2024-06-29 and no review since, expected a review by 2026-06-29',
    ],
  ],
  ['never adopted: counted from its effect', protocol('effective: 2024-06-30'), ['supported']],
  [
    'no date at all',
    protocol('owner: o'),
    [
      'unknown',
      'Protocol/c : Unexpected protocol `c` without a dated review or adoption, expected one',
    ],
  ],
  [
    'the source changed on the day of the review',
    protocol(`source: {title: S, version: '2', changed: 2026-01-13}, ${reviewed('2026-01-13')}`),
    ['supported'],
  ],
  [
    'the source changed the day after',
    protocol(`source: {title: S, version: '2', changed: 2026-01-14}, ${reviewed('2026-01-13')}`),
    [
      'absent',
      'Protocol/c reviews.0.date: Unexpected last review on 2026-01-13, expected a review since the source changed on 2026-01-14',
    ],
  ],
  [
    'the source changes tomorrow',
    protocol(`source: {title: S, version: '2', changed: 2026-07-01}, ${reviewed('2026-01-13')}`),
    ['supported'],
  ],
  [
    'one of two',
    records(protocol(reviewed('2026-01-13')), protocol(reviewed('2020-01-01'), 'd')),
    [
      'weak',
      'Protocol/d reviews.0.date: Unexpected last review on 2020-01-01, expected a review by 2022-01-01',
    ],
  ],
  [
    'retired today: not active',
    protocol(`${reviewed('2020-01-01')}, retired: 2026-06-30`),
    ['unknown'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(reviewCurrent, records(networkOf({live: '2024-01-01'}), documents))).toEqual(
    expected,
  )
})

test('by stage', () => {
  expect(byStage(reviewCurrent, protocol(reviewed('2026-01-13')))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'supported'),
  ])
  expect(byStage(reviewCurrent)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})

test('minutes whose hash matches document the review', () => {
  const text = records(
    networkOf({live: '2024-01-01'}),
    protocol('reviews: [{date: 2026-01-13, meeting: m, result: kept}]'),
    '{kind: Meeting, id: m, body: b, held: 2026-01-13, minutes: x}',
  )
  const strength = (status: 'verified' | 'mismatch') =>
    judgeRule(reviewCurrent, text, {exhibits: {'Exhibit/x': {status}}}).evidence[0]?.strength
  expect([strength('verified'), strength('mismatch')]).toEqual(['documented', 'declared'])
})
