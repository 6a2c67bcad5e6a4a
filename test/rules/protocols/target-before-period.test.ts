import {expect, test} from 'vitest'
import {dayNumber} from '../../../src/model/date.ts'
import type {Commit, Trail} from '../../../src/model/trail.ts'
import {targetBeforePeriod} from '../../../src/rules/protocols/target-before-period.ts'
import {judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const commitOn = (date: string, time = 0): Commit => {
  const at = dayNumber(date) * 86_400 + time
  const person = {name: 'A', email: 'a@example.com', at}
  return {
    hash: 'a',
    parents: [],
    author: person,
    committer: person,
    subject: 's',
    signature: 'none',
  }
}

/** A history in which the target's period and its `set` date were first held on these days. */
const history = (from: string, set = from, time = 0): Trail[] => {
  const [first, last] = [commitOn(from, time), commitOn(set, time)]
  const event = (path: string, commit: Commit) => ({
    path: ['targets', 0, path],
    label: path,
    date: '2026-01-01',
    first: commit,
    lagDays: 0,
  })
  const record = {root: 'main', kind: 'Measure', id: 'm', file: 'm.yaml', first, last, changes: []}
  return [
    {
      status: 'complete',
      root: 'main',
      head: 'a',
      commits: [first],
      records: [{...record, events: [event('from', first), event('set', last)]}],
    },
  ]
}
const measure = (targets: string, rest = '') =>
  records(
    networkOf({live: '2024-01-01'}),
    `{kind: Measure, id: m, title: M, steward: S, domain: outcome, targets: [${targets}]${rest}}`,
  )
const target = (set = '') =>
  `{from: 2026-01-01, to: 2026-12-31, value: 1${set === '' ? '' : `, set: ${set}`}}`
const period = 'the period 2026-01-01 to 2026-12-31'
const noted = `Measure/m targets.0: Unexpected target for ${period} of which history does not say when it was committed, expected a commit before 2026-01-01`

test.each<[string, string, Trail[], string[]]>([
  ['committed the day before', target(), history('2025-12-31'), ['supported']],
  [
    'committed in its last second',
    target(),
    history('2025-12-31', '2025-12-31', 86_399),
    ['supported'],
  ],
  [
    'committed on the first day',
    target(),
    history('2026-01-01'),
    [
      'absent',
      `Measure/m targets.0: Unexpected target first committed on 2026-01-01 for ${period}, expected a commit before 2026-01-01`,
    ],
  ],
  ['set the day before', target('2025-12-31'), history('2025-12-31'), ['supported']],
  [
    'set on the first day, whatever history says',
    target('2026-01-01'),
    history('2025-12-31'),
    [
      'absent',
      `Measure/m targets.0.set: Unexpected target set on 2026-01-01 for ${period}, expected one set before 2026-01-01`,
    ],
  ],
  [
    'the date of setting was added later',
    target('2025-12-01'),
    history('2025-12-31', '2026-03-01'),
    [
      'absent',
      `Measure/m targets.0: Unexpected target first committed on 2026-03-01 for ${period}, expected a commit before 2026-01-01`,
    ],
  ],
  [
    'history does not hold it',
    target(),
    [{status: 'complete', root: 'main', head: 'a', commits: [], records: []}],
    ['unknown', noted],
  ],
  ['no target', '', history('2025-12-31'), ['unknown']],
  [
    'the period ended 24 months ago',
    '{from: 2023-07-01, to: 2024-06-30, value: 1}',
    history('2023-06-30'),
    ['supported'],
  ],
  [
    'it ended a day before that',
    '{from: 2023-07-01, to: 2024-06-29, value: 1}',
    history('2023-06-30'),
    ['unknown'],
  ],
])('%s', (_name, targets, trails, expected) => {
  expect(judged(targetBeforePeriod, measure(targets), {trails})).toEqual(expected)
})

test('one late target of two is weak', () => {
  const two = `${target()}, {from: 2026-04-01, to: 2026-06-30, value: 1, set: 2026-04-01}`
  const {outcome, summary} = judgeRule(targetBeforePeriod, measure(two), {
    trails: history('2025-12-31'),
  })
  expect([outcome, summary]).toEqual([
    'weak',
    '1 of 2 targets were committed before their period began.',
  ])
})

test('a retired measure does not count', () => {
  const text = measure(target('2026-01-01'), ', retired: 2026-06-30')
  expect(judged(targetBeforePeriod, text, {trails: history('2025-12-31')})).toEqual(['unknown'])
})

test('a reconstruction says nothing of when a target was committed', () => {
  const config = {reconstruction: {matter: 'M', statement: 'S'}}
  const trails = history('2025-12-31')
  expect(judged(targetBeforePeriod, measure(target()), {trails, config})).toEqual([
    'unknown',
    noted,
  ])
})

test.each<[string, Trail[], string]>([
  ['not read', [], 'Git history is not available: it was not read.'],
  [
    'shallow',
    [{status: 'shallow', root: 'main', reason: 'the clone is shallow'}],
    'Git history is not available: the clone is shallow.',
  ],
])('history %s', (_name, trails, summary) => {
  const result = judgeRule(targetBeforePeriod, measure(target()), {trails})
  expect([result.outcome, result.summary, result.answeredBy]).toEqual([
    'unknown',
    summary,
    'a full clone of the governance repository',
  ])
})
