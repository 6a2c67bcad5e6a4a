import {expect, test} from 'vitest'
import {twoWayExchange} from '../../../src/rules/information/two-way-exchange.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const system = (use: string, type = 'healthInformationExchange') =>
  `{kind: InformationSystem, id: hie, title: HIE, type: ${type}, goLive: 2024-01-01, use: [${use}]}`
const month = (counts: string, name = '2026-05') =>
  `{month: ${name}, active: 9, of: 10${counts === '' ? '' : `, ${counts}`}}`

// Judged as of 2026-06-30: the ninety days begin on 2026-04-01.
test.each<[string, string, string]>([
  ['one item each way', system(month('sent: 1, received: 1')), 'supported'],
  [
    'in different months',
    system(`${month('sent: 1')}, ${month('received: 1', '2026-04')}`),
    'supported',
  ],
  ['sent alone', system(month('sent: 1, received: 0')), 'weak'],
  ['received alone', system(month('received: 1')), 'weak'],
  ['zero both ways', system(month('sent: 0, received: 0')), 'absent'],
  ['before the ninety days', system(month('sent: 1, received: 1', '2026-03')), 'absent'],
  ['not counted', system(month('')), 'absent'],
  ['prescribing is no exchange', system(month('sent: 1, received: 1'), 'ePrescribing'), 'absent'],
  ['a registry is', system(month('sent: 1, received: 1'), 'registry'), 'supported'],
])('%s', (_name, documents, outcome) => {
  expect(judged(twoWayExchange, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage: what is not counted is unknown first, a counted zero never', () => {
  const absent = Array.from({length: 4}, () => 'absent')
  expect(byStage(twoWayExchange, system(month('sent: 0, received: 0')))).toEqual([
    'notApplicable',
    ...absent,
  ])
  for (const missing of [[], [system(month(''))], [system('', 'analytics')]])
    expect(byStage(twoWayExchange, ...missing)).toEqual([
      'notApplicable',
      'unknown',
      'unknown',
      'unknown',
      'absent',
    ])
})
