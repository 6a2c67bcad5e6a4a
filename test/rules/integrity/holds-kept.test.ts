import {expect, test} from 'vitest'
import type {Trail} from '../../../src/model/trail.ts'
import type {ExhibitState} from '../../../src/model/workspace.ts'
import {holdsKept} from '../../../src/rules/integrity/holds-kept.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'
import {commitOn, trailOf} from '../../helpers/trail.ts'

const exhibit = (rest: string) =>
  `{kind: Exhibit, id: x, title: X, custodian: C, made: 2026-01-01, class: network, file: x.txt${rest}}`
const person = (role = 'role: counsel, from: 2023-01-01') =>
  `{kind: Person, id: c, name: C, roles: [{${role}}]}`
const hold = (rest = '', role?: string) => `${person(role)}\n---\n${bareHold(rest)}`
const bareHold = (rest: string) =>
  `{kind: Hold, id: h, title: H, placed: 2026-02-01, instructedBy: c, scope: S${rest}}`
const removal = (path: string) =>
  `, removals: [{path: ${path}, date: 2026-03-01, instructedBy: c, reason: R}]`
const removedOn = (day: string): Trail =>
  trailOf([
    {
      root: 'main',
      kind: 'Exhibit',
      id: 'old',
      file: 'old.yaml',
      first: commitOn('2026-01-01'),
      last: commitOn(day),
      changes: [{commit: commitOn(day), type: 'removed', file: 'old.yaml'}],
      events: [],
    },
  ])
type States = Readonly<Record<string, ExhibitState>>
const here: States = {'Exhibit/x': {status: 'verified'}}
const changed: States = {'Exhibit/x': {status: 'mismatch'}}
const retained = exhibit(', retainUntil: 2036-12-31')

test.each([
  ['retained, here', retained, here, 'supported'],
  ['retained, gone', retained, {}, 'contrary'],
  ['retained until today, gone', exhibit(', retainUntil: 2026-06-30'), {}, 'contrary'],
  ['retained until yesterday, gone', exhibit(', retainUntil: 2026-06-29'), {}, 'unknown'],
  ['neither', exhibit(''), here, 'unknown'],
  ['held, here', documents(exhibit(', hold: h'), hold()), here, 'supported'],
  ['held, gone', documents(exhibit(', hold: h'), hold()), {}, 'contrary'],
  [
    'held until today, gone',
    documents(exhibit(', hold: h'), hold(', released: 2026-06-30')),
    {},
    'contrary',
  ],
  [
    'hold released yesterday, gone',
    documents(exhibit(', hold: h'), hold(', released: 2026-06-29')),
    {},
    'unknown',
  ],
  [
    'held, gone, its removal recorded',
    documents(exhibit(', hold: h'), hold(removal('x.txt'))),
    {},
    'supported',
  ],
  [
    'held, gone, its removal recorded by an officer',
    documents(exhibit(', hold: h'), hold(removal('x.txt'), 'role: officer, from: 2023-01-01')),
    {},
    'contrary',
  ],
  [
    'held, gone, its removal recorded by nobody on record',
    documents(exhibit(', hold: h'), bareHold(removal('x.txt'))),
    {},
    'contrary',
  ],
  [
    'held, gone, its removal on the last day of counsel',
    documents(
      exhibit(', hold: h'),
      hold(removal('x.txt'), 'role: counsel, from: 2023-01-01, to: 2026-03-01'),
    ),
    {},
    'supported',
  ],
  [
    'held, gone, its removal the day after',
    documents(
      exhibit(', hold: h'),
      hold(removal('x.txt'), 'role: counsel, from: 2023-01-01, to: 2026-02-28'),
    ),
    {},
    'contrary',
  ],
  [
    'held, gone, its removal the day before counsel was',
    documents(exhibit(', hold: h'), hold(removal('x.txt'), 'role: counsel, from: 2026-03-02')),
    {},
    'contrary',
  ],
  [
    'held, gone, another removal recorded',
    documents(exhibit(', hold: h'), hold(removal('y.txt'))),
    {},
    'contrary',
  ],
  ['retained, kept outside', retained.replace('file: x.txt', 'location: L'), {}, 'supported'],
  ['retained, changed', retained, changed, 'supported'],
])('%s', (_name, records, exhibits, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(holdsKept, text, {exhibits, trails: [trailOf()]}).outcome).toBe(outcome)
  }
})

test.each([
  ['the day before the hold', hold(), '2026-01-31', 'supported'],
  ['on its first day', hold(), '2026-02-01', 'unknown'],
  ['on its last day', hold(', released: 2026-03-01'), '2026-03-01', 'unknown'],
  ['the day after', hold(', released: 2026-03-01'), '2026-03-02', 'supported'],
  ['as recorded', hold(removal('old.yaml')), '2026-03-01', 'supported'],
  ['after the as-of date', hold(), '2026-07-01', 'supported'],
])('a record removed %s', (_name, held, day, outcome) => {
  const text = documents(network(liveFor[24]), retained, held)
  expect(runRule(holdsKept, text, {exhibits: here, trails: [removedOn(day)]}).outcome).toBe(outcome)
})

test('under a hold, without history, nothing is known of removals', () => {
  const text = documents(network(liveFor[24]), retained)
  expect(runRule(holdsKept, text, {exhibits: here}).outcome).toBe('supported')
  expect(runRule(holdsKept, documents(text, hold()), {exhibits: here}).outcome).toBe('unknown')
})

test('points at the document that is gone', () => {
  expect(
    checkRule(holdsKept, documents(network(liveFor[24]), retained), {trails: [trailOf()]}),
  ).toEqual(['contrary', '3:88 Unexpected absence of `x.txt`, expected it kept until `2036-12-31`'])
})
