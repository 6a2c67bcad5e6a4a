import {expect, test} from 'vitest'
import {dedicatedManagement} from '../../../src/rules/governance/dedicated-management.ts'
import {byStage, judged, networkOf} from '../../helpers/judge-rule.ts'

test.each<[string, string, string[]]>([
  [
    'dedicated, with staff',
    ', management: {dedicated: true, fullTimeEquivalents: 0.5}',
    ['supported'],
  ],
  [
    'dedicated, nobody employed',
    ', management: {dedicated: true, fullTimeEquivalents: 0}',
    [
      'absent',
      'Network/n management: Unexpected management that is without staff, expected staff of the network alone',
    ],
  ],
  [
    'not dedicated',
    ', management: {dedicated: false, fullTimeEquivalents: 9}',
    [
      'absent',
      'Network/n management: Unexpected management that is not dedicated, expected staff of the network alone',
    ],
  ],
  [
    'staff not stated',
    ', management: {dedicated: true}',
    [
      'unknown',
      'Network/n management: Unexpected network without `fullTimeEquivalents`, expected who manages it',
    ],
  ],
  [
    'not stated',
    '',
    ['unknown', 'Network/n : Unexpected network without `management`, expected who manages it'],
  ],
])('%s', (_name, rest, expected) => {
  expect(judged(dedicatedManagement, networkOf({live: '2024-01-01'}, rest))).toEqual(expected)
})

test('silence is unknown at every stage', () => {
  expect(byStage(dedicatedManagement)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
