import {expect, test} from 'vitest'
import {lawAsOf} from '../../../src/law/authorities.ts'
import {addDays, addMonths} from '../../../src/model/date.ts'
import {authoritiesChecked} from '../../../src/rules/integrity/authorities-checked.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {liveFor, network, proposed} from '../../helpers/records.ts'

test.each([
  ['that day', lawAsOf, 'supported'],
  ['six months later', addMonths(lawAsOf, 6), 'supported'],
  ['a day more', addDays(addMonths(lawAsOf, 6), 1), 'weak'],
  ['six months before', addMonths(lawAsOf, -6), 'supported'],
  ['a day before that', addDays(addMonths(lawAsOf, -6), -1), 'weak'],
])('an assessment of %s', (_name, asOf, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[24]])
    expect(runRule(authoritiesChecked, network(line), {asOf}).outcome).toBe(outcome)
})

test('names both dates', () => {
  expect(checkRule(authoritiesChecked, network(proposed), {asOf: '2028-01-31'})).toEqual([
    'weak',
    `1:1 Unexpected register of authorities as of \`${lawAsOf}\` for an assessment as of \`2028-01-31\`, expected one within 6 months`,
  ])
})
