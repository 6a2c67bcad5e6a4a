import {expect, test} from 'vitest'
import {changesBetween} from '../helpers/diff.ts'

const person = (rest: string) =>
  `{kind: Person, id: p, name: P, roles: [{role: officer, from: 2023-01-01}]${rest}}`
const hold = (rest: string) =>
  `{kind: Hold, id: h, title: H, placed: 2026-01-01, instructedBy: p, scope: S${rest}}`
const policy = (rest: string) => `{kind: SanctionPolicy, id: s, title: S, ladder: []${rest}}`
const protocol = (rest: string) => `{kind: Protocol, id: c, title: C${rest}}`
const participant = (rest: string) => `{kind: Participant, id: a, name: A${rest}}`

/** What a field means in law decides its class: what loosens a control or a duty is weakened. */
test.each([
  // Without the address, whoever made a change is nobody's author and may approve it.
  [
    'an address taken off',
    person(', emails: [p@x.example]'),
    person(', emails: []'),
    'unclassified',
  ],
  ['an address added', person(', emails: []'), person(', emails: [p@x.example]'), 'unclassified'],
  // A release ends the duty to keep.
  ['a hold released', hold(''), hold(', released: 2026-05-01'), 'weakened'],
  ['a hold no longer released', hold(', released: 2026-05-01'), hold(''), 'strengthened'],
  [
    'a hold released later',
    hold(', released: 2026-05-01'),
    hold(', released: 2026-06-01'),
    'strengthened',
  ],
  [
    'less notice before a hearing',
    policy(', dueProcess: {noticeDays: 30}'),
    policy(', dueProcess: {noticeDays: 10}'),
    'weakened',
  ],
  [
    'a longer cycle of review',
    protocol(', reviewCycleMonths: 12'),
    protocol(', reviewCycleMonths: 24'),
    'weakened',
  ],
  [
    'a member that could act alone',
    participant(', couldActAlone: false'),
    participant(', couldActAlone: true'),
    'weakened',
  ],
  ['a member that left', participant(''), participant(', left: 2026-03-31'), 'recorded'],
])('%s', (_name, before, after, expected) => {
  expect(changesBetween(before, after).map((it) => it.class)).toEqual([expected])
})
