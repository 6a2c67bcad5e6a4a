import {expect, test} from 'vitest'
import {systemsLive} from '../../../src/rules/information/systems-live.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const system = (rest: string, id = 'hie') =>
  `{kind: InformationSystem, id: ${id}, title: HIE, type: healthInformationExchange, ${rest}}`
const whole = system('goLive: 2024-01-01, dataClasses: [Problems]')

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['live today', system('goLive: 2026-06-30, dataClasses: [Problems]'), 'supported'],
  ['live tomorrow', system('goLive: 2026-07-01, dataClasses: [Problems]'), 'absent'],
  ['off today', system('goLive: 2024-01-01, retired: 2026-06-30, dataClasses: [P]'), 'absent'],
  [
    'off tomorrow',
    system('goLive: 2024-01-01, retired: 2026-07-01, dataClasses: [P]'),
    'supported',
  ],
  ['no classes of data', system('goLive: 2024-01-01'), 'absent'],
  ['no day of going live', system('dataClasses: [Problems]'), 'absent'],
  ['one of two', records(whole, system('goLive: 2024-01-01', 'b')), 'weak'],
])('%s', (_name, documents, outcome) => {
  expect(judged(systemsLive, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(outcome)
})

test('by stage', () => {
  const supported = Array.from({length: 4}, () => 'supported')
  expect(byStage(systemsLive, whole)).toEqual(['notApplicable', ...supported])
  for (const missing of [[], [system('goLive: 2024-01-01')]])
    expect(byStage(systemsLive, ...missing)).toEqual([
      'notApplicable',
      'unknown',
      'unknown',
      'unknown',
      'absent',
    ])
})
