import {expect, test} from 'vitest'
import {comparatorStated} from '../../../src/rules/efficiency/comparator-stated.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const claim = (rest: string, id = 'c') =>
  `{kind: EfficiencyClaim, id: ${id}, title: C, type: cost, benefit: B${rest}}`
const comparator = (type: string) => `, comparator: {type: ${type}, source: S}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['peers', claim(comparator('peer')), 'supported'],
  ['the region', claim(comparator('regional')), 'supported'],
  ['the nation', claim(comparator('national')), 'supported'],
  ['the own past', claim(comparator('ownPast')), 'absent'],
  ['the own past with a limitation', claim(`${comparator('ownPast')}, limitation: L`), 'supported'],
  ['a limitation', claim(', limitation: L'), 'supported'],
  ['neither', claim(''), 'absent'],
  ['one of two', records(claim(''), claim(', limitation: L', 'd')), 'weak'],
])('%s', (_name, documents, outcome) => {
  expect(judged(comparatorStated, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  const states = ['unknown', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(comparatorStated)).toEqual(states)
  expect(byStage(comparatorStated, claim(''))).toEqual(states)
})
