import {expect, test} from 'vitest'
import {contextOf} from '../../src/assess/context.ts'
import {
  contractsOf,
  isActive,
  isRunning,
  jointContractsInForce,
  panelOf,
} from '../../src/rules/lifetime.ts'
import {isMember} from '../../src/model/lifetime.ts'
import {specialtyBreadth} from '../../src/rules/membership/specialty-breadth.ts'
import {rosterOf} from '../../src/rules/roster.ts'
import {networkOf, records} from '../helpers/judge-rule.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const asOf = '2026-06-30'

test.each([
  [{}, true, true, true],
  [{effective: asOf, started: asOf, joined: asOf}, true, true, true],
  [{effective: '2026-07-01', started: '2026-07-01', joined: '2026-07-01'}, false, false, false],
  // What is retired or has left is over on that day; what ends on a day still runs on it.
  [{retired: asOf, ended: asOf, left: asOf}, false, true, false],
  [{retired: '2026-07-01', ended: '2026-06-29', left: '2026-07-01'}, true, false, true],
])('%j: active %s, running %s, member %s', (span, active, running, member) => {
  expect([isActive(span, asOf), isRunning(span, asOf), isMember(span, asOf)]).toEqual([
    active,
    running,
    member,
  ])
})

const contextFor = (line: Parameters<typeof networkOf>[0], ...documents: readonly string[]) => {
  const workspace = workspaceOf(records(networkOf(line), ...documents))
  const [network] = workspace.all('Network')
  if (network === undefined) throw new Error('Unexpected records without a network')
  return contextOf(workspace, network, 0, specialtyBreadth)
}
const contract = (id: string, rest: string, line = 'ppo') =>
  `{kind: PayerContract, id: ${id}, title: C, payer: x, productLine: ${line}, model: feeForService, ${rest}}`
const ids = (entries: readonly {value: {id: string}}[]) => entries.map(({value}) => value.id)

const contracts = [
  contract('now', 'jointlyPriced: true, inForceFrom: 2026-06-30'),
  contract('alone', 'jointlyPriced: false, inForceFrom: 2025-01-01'),
  contract('later', 'jointlyPriced: true, inForceFrom: 2026-07-01'),
  contract('over', 'jointlyPriced: true, inForceFrom: 2025-01-01, inForceTo: 2026-06-29'),
  contract('undated', 'jointlyPriced: true'),
  contract('ends', 'jointlyPriced: true, inForceTo: 2026-06-30'),
  contract('other', 'jointlyPriced: true, inForceFrom: 2025-01-01', 'hmo'),
]

test('contracts that count: in force, or on a proposed line declared and not over', () => {
  expect(ids(contractsOf(contextFor({live: '2024-01-01'}, ...contracts)))).toEqual(['now', 'alone'])
  expect(ids(contractsOf(contextFor({stage: 'proposed'}, ...contracts)))).toEqual([
    'now',
    'alone',
    'later',
    'undated',
    'ends',
  ])
})

test('jointly priced contracts in force, whatever the stage', () => {
  for (const line of [{live: '2024-01-01'}, {stage: 'proposed'}])
    expect(ids(jointContractsInForce(contextFor(line, ...contracts)))).toEqual(['now'])
})

test('the panel, and practices of which it is not stated; a hospital needs no panel', () => {
  const participant = (id: string, type: string, rest = '') =>
    `{kind: Participant, id: ${id}, name: P, type: ${type}, owner: o${rest}}`
  const context = contextFor(
    {live: '2024-01-01'},
    participant('on', 'practice', ', productLines: [ppo]'),
    participant('other', 'practice', ', productLines: [hmo]'),
    participant('open', 'practice'),
    participant('hospital', 'hospital'),
    participant('listed', 'hospital', ', productLines: [ppo]'),
  )
  const {on, notStated} = panelOf(context)
  expect([ids(on), ids(notStated)]).toEqual([['on', 'listed'], ['open']])
  // A hospital without clinicians of its own is no gap in the roster.
  expect(ids(rosterOf(context).gaps)).toEqual(['open', 'on'])
})
