import {expect, test} from 'vitest'
import {pledgedToolsUsed} from '../../../src/rules/information/pledged-tools-used.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const system = (rest: string, type = 'ehr', id = 's') =>
  `{kind: InformationSystem, id: ${id}, title: S, type: ${type}, goLive: 2024-01-01, ${rest}}`
const use = (active: number, month = '2026-05') =>
  `use: [{month: ${month}, active: ${active}, of: 9}]`
const pledge = 'pledges: [ePrescribing]'

// Judged as of 2026-06-30: the ninety days begin on 2026-04-01.
test.each<[string, string, string]>([
  ['nothing pledged', system(use(5)), 'notApplicable'],
  ['kept by the system itself', system(`${pledge}, ${use(1)}`), 'supported'],
  [
    'kept by a system of that type',
    records(system(pledge), system(use(1), 'ePrescribing', 'rx')),
    'supported',
  ],
  [
    'not by a system of another type',
    records(system(pledge), system(use(1), 'decisionSupport', 'ds')),
    'absent',
  ],
  ['nobody active', system(`${pledge}, ${use(0)}`), 'absent'],
  ['the first month of the ninety days', system(`${pledge}, ${use(1, '2026-04')}`), 'supported'],
  ['the month before', system(`${pledge}, ${use(1, '2026-03')}`), 'absent'],
  ['switched off', system(`${pledge}, ${use(1)}, retired: 2026-06-30`), 'absent'],
  [
    'one of two',
    records(
      system('pledges: [ePrescribing, decisionSupport]'),
      system(use(1), 'ePrescribing', 'rx'),
    ),
    'weak',
  ],
])('%s', (_name, documents, outcome) => {
  expect(judged(pledgedToolsUsed, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  for (const missing of [[], [system(pledge)]])
    expect(byStage(pledgedToolsUsed, ...missing)).toEqual([
      'notApplicable',
      'unknown',
      'unknown',
      'unknown',
      'absent',
    ])
})
