import {expect, test} from 'vitest'
import {membersActive} from '../../../src/rules/information/members-active.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const system = (use: string, rest = 'dutyToUse: true', id = 'hie') =>
  `{kind: InformationSystem, id: ${id}, title: HIE, type: ehr, goLive: 2024-01-01, ${rest}${use === '' ? '' : `, use: [${use}]`}}`
const month = (active: number, of = 100, name = '2026-05') =>
  `{month: ${name}, active: ${active}, of: ${of}}`
const panel = (count: number) =>
  `{kind: Participant, id: p, name: P, type: practice, owner: o, productLines: [ppo], declaredClinicians: [{role: primaryCare, count: ${count}}]}`

// Judged as of 2026-06-30: the ninety days begin on 2026-04-01.
test.each<[string, string, string]>([
  ['eighty of a hundred', system(month(80)), 'supported'],
  ['seventy-nine of a hundred', system(month(79)), 'weak'],
  ['half of the floor', system(month(40)), 'weak'],
  ['below half of the floor', system(month(39)), 'absent'],
  ['nobody', system(month(0)), 'absent'],
  ['the best month counts', system(`${month(50)}, ${month(90, 100, '2026-04')}`), 'supported'],
  ['a month that ended before', system(month(90, 100, '2026-03')), 'absent'],
  ['a month to come', system(month(90, 100, '2026-07')), 'absent'],
  ['a panel larger than counted', records(system(month(80)), panel(101)), 'weak'],
  ['a panel as large', records(system(month(80)), panel(100)), 'supported'],
  ['no member at all', system(month(0, 0)), 'absent'],
  [
    'one of two with a duty',
    records(system(month(90)), system(month(50), 'dutyToUse: true', 'b')),
    'weak',
  ],
  [
    'one of two without use',
    records(system(month(90)), system('', 'dutyToUse: true', 'b')),
    'weak',
  ],
  [
    'one without a duty does not count beside one with',
    records(system(month(90)), system(month(1), 'dutyToUse: false', 'b')),
    'supported',
  ],
  ['without any duty, use counts', system(month(85), 'twoWay: true'), 'supported'],
  ['without duty and use', system('', 'twoWay: true'), 'absent'],
])('%s', (_name, documents, outcome) => {
  expect(judged(membersActive, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  expect(byStage(membersActive, system(month(0)))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'absent'),
  ])
  for (const missing of [[], [system('')], [system('', 'twoWay: true')]])
    expect(byStage(membersActive, ...missing)).toEqual([
      'notApplicable',
      'unknown',
      'unknown',
      'unknown',
      'absent',
    ])
})

test('points at the month', () => {
  const text = records(networkOf({live: '2024-01-01'}), system(month(79)))
  expect(judged(membersActive, text)[1]).toBe(
    'InformationSystem/hie use.0: Unexpected 79 of 100 members active in 2026-05 (79 %) in `HIE`, expected 80 %',
  )
})
