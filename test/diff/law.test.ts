import {expect, test} from 'vitest'
import {changesBetween} from '../helpers/diff.ts'

const person = (rest: string) =>
  `{kind: Person, id: p, name: P, roles: [{role: officer, from: 2023-01-01}]${rest}}`
const hold = (rest: string) =>
  `{kind: Hold, id: h, title: H, placed: 2026-01-01, instructedBy: p, scope: S${rest}}`
const policy = (rest: string) => `{kind: SanctionPolicy, id: s, title: S, ladder: []${rest}}`
const protocol = (rest: string) => `{kind: Protocol, id: c, title: C${rest}}`
const contract = (rest: string) => `{kind: PayerContract, id: k, title: K${rest}}`
const ladder = (steps: string) => `{kind: SanctionPolicy, id: s, title: S, ladder: [${steps}]}`
const source = (title: string) =>
  protocol(`, source: {title: ${title}, publisher: P, version: '1'}`)
const exhibit = (rest: string) => `{kind: Exhibit, id: e, title: E, file: e.pdf${rest}}`
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
  // A clause that was stated to be absent, and is no longer spoken of, is unknown.
  [
    'a stated absence of a most-favoured-nation clause taken out',
    contract(', clauses: {mostFavouredNation: false}'),
    contract(', clauses: {}'),
    'weakened',
  ],
  [
    'a most-favoured-nation clause stated to be absent',
    contract(', clauses: {}'),
    contract(', clauses: {mostFavouredNation: false}'),
    'strengthened',
  ],
  [
    'a lack that is no longer stated',
    policy(', dueProcess: {hearing: false, noticeDays: 1}'),
    policy(', dueProcess: {noticeDays: 1}'),
    'unclassified',
  ],
  // Left out, the lines are all of them.
  ['a policy limited to one line', policy(''), policy(', productLines: [hmo]'), 'weakened'],
  ['a policy for no line at all', policy(''), policy(', productLines: []'), 'weakened'],
  ['a policy for every line again', policy(', productLines: [hmo]'), policy(''), 'strengthened'],
  [
    'a policy extended to another line',
    policy(', productLines: [hmo]'),
    policy(', productLines: [hmo, ppo]'),
    'strengthened',
  ],
  [
    'a line taken out of a policy',
    policy(', productLines: [hmo, ppo]'),
    policy(', productLines: [hmo]'),
    'weakened',
  ],
  [
    'a panel listed for the first time',
    contract(', panel: {}'),
    contract(', panel: {participants: [a]}'),
    'unclassified',
  ],
  [
    'a member off the panel',
    contract(', panel: {participants: [a, b]}'),
    contract(', panel: {participants: [a]}'),
    'weakened',
  ],
  // The last of the mild steps decides when a case is exhausted.
  [
    'a ladder in another order',
    ladder('{step: coaching}, {step: warning}'),
    ladder('{step: warning}, {step: coaching}'),
    'unclassified',
  ],
  ['a guideline put in the place of another', source('A'), source('B'), 'unclassified'],
  ['a person who is somebody else now', person(''), person('').replace('P,', 'Q,'), 'unclassified'],
  ['a hash taken off an exhibit', exhibit(`, sha256: ${'a'.repeat(64)}`), exhibit(''), 'weakened'],
  [
    'other bytes of an exhibit',
    exhibit(`, sha256: ${'a'.repeat(64)}`),
    exhibit(`, sha256: ${'b'.repeat(64)}`),
    'unclassified',
  ],
  [
    'the mark taken off that a fact is only recalled',
    protocol(', provenance: [{source: S, standing: R}]'),
    protocol(''),
    'unclassified',
  ],
  ['a hold removed from the records', hold(''), '', 'weakened'],
])('%s', (_name, before, after, expected) => {
  expect(changesBetween(before, after).map((it) => it.class)).toEqual([expected])
})
