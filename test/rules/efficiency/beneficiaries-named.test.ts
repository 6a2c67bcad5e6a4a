import {expect, test} from 'vitest'
import {beneficiariesNamed} from '../../../src/rules/efficiency/beneficiaries-named.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const claim = (who: string, id = 'c') =>
  `{kind: EfficiencyClaim, id: ${id}, title: C, type: cost, benefit: B${who === '' ? '' : `, beneficiaries: [${who}]`}}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['patients', claim('patients'), 'supported'],
  ['payers beside physicians', claim('physicians, payers'), 'supported'],
  ['employers', claim('employers'), 'supported'],
  ['physicians alone', claim('physicians'), 'absent'],
  ['the hospital alone', claim('hospital'), 'absent'],
  ['nobody named', claim(''), 'unknown'],
  ['one of two', records(claim('hospital'), claim('patients', 'd')), 'weak'],
  ['one of two not named', records(claim(''), claim('patients', 'd')), 'unknown'],
])('%s', (_name, documents, outcome) => {
  expect(judged(beneficiariesNamed, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage: gains of members alone are never enough', () => {
  expect(byStage(beneficiariesNamed, claim('physicians'))).toEqual(
    Array.from({length: 5}, () => 'absent'),
  )
  expect(byStage(beneficiariesNamed)).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})
