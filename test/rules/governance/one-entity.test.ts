import {expect, test} from 'vitest'
import {oneEntity} from '../../../src/rules/governance/one-entity.ts'
import {byStage, judged, networkOf} from '../../helpers/judge-rule.ts'

const form = ', entityForm: limitedLiabilityCompany'
const owners = (share: number, rest = '') =>
  `${form}, owners: [{name: Members, class: physicians, share: ${share}}${rest}]`
const hospital = (share: number) => `, {name: H, class: hospital, share: ${share}}`

test.each<[string, string, string[]]>([
  ['owners add up', owners(1), ['supported']],
  ['within rounding', owners(0.999), ['supported']],
  [
    'beyond rounding',
    owners(0.998),
    ['weak', 'Network/n owners: Unexpected owners with 99.8 % in all, expected 100 %'],
  ],
  [
    'more than all',
    owners(0.8, hospital(0.3)),
    ['weak', 'Network/n owners: Unexpected owners with 110 % in all, expected 100 %'],
  ],
  [
    'hospital sponsor, its share stated',
    `${owners(0.7, hospital(0.3))}, sponsor: hospital`,
    ['supported'],
  ],
  [
    'hospital sponsor, its share not stated',
    `${owners(1)}, sponsor: joint`,
    [
      'weak',
      'Network/n owners: Unexpected owners without a hospital beside sponsor `joint`, expected its share',
    ],
  ],
  [
    'no owners',
    form,
    ['unknown', 'Network/n : Unexpected network without `owners`, expected each with its share'],
  ],
  [
    'no legal form',
    owners(1).slice(form.length),
    ['unknown', 'Network/n : Unexpected network without `entityForm`, expected its legal form'],
  ],
])('%s', (_name, rest, expected) => {
  expect(judged(oneEntity, networkOf({live: '2024-01-01'}, rest))).toEqual(expected)
})

test('silence is unknown at every stage', () => {
  expect(byStage(oneEntity)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
