import {expect, test} from 'vitest'
import {addDays} from '../../src/model/date.ts'
import type {Commit} from '../../src/model/trail.ts'
import {
  approval,
  byQuill,
  commitBy,
  history,
  policy,
  stateWith,
  trailOf,
  workspaceWith,
} from './approved.ts'

const [okafor, quill, third] = ['okafor@x.example', 'quill@x.example', 'third@x.example']
const first = {...policy, title: 'First'}
const second = {...policy, title: 'Second'}
const ofFirst = [
  approval({id: 'f1', of: first, date: '2025-01-02'}),
  approval({...byQuill, id: 'f2', of: first, date: '2025-01-02'}),
]
const ofNow = [approval(), approval(byQuill)]

type Version = readonly [content: object, commit: Commit]
const policyTrail = (...versions: readonly Version[]) =>
  trailOf('SanctionPolicy', 'sanctions', versions)
const reasonsOf = (person: string, state: ReturnType<typeof stateWith>) =>
  state.approvals.find((it) => it.current && it.person === person)?.reasons

test('who made one of the changes since a quorum agreed does not count, whoever made the last', () => {
  const versions: Version[] = [
    [first, commitBy(third, '2025-01-01')],
    [second, commitBy(okafor, '2026-01-01')],
    [policy, commitBy(third, '2026-01-05')],
  ]
  const state = stateWith([...ofFirst, ...ofNow], {trails: history(policyTrail(...versions))})
  expect(state.state).toBe('partial')
  expect(state.authors).toEqual(['okafor'])
  expect(reasonsOf('okafor', state)).toEqual([
    '`okafor` is the author of the change (commit 202601010000)',
  ])
})

test('what a quorum agreed to in between is settled; what its author agreed to is not', () => {
  const trails = history(
    policyTrail(
      [first, commitBy(third, '2025-01-01')],
      [second, commitBy(okafor, '2026-01-01')],
      [policy, commitBy(third, '2026-01-05')],
    ),
  )
  const between = (person: string) => [
    approval({id: 's1', person, of: second, date: '2026-01-02'}),
    approval({...byQuill, id: 's2', of: second, date: '2026-01-02'}),
  ]
  const settled = stateWith([...ofFirst, ...between('both'), ...ofNow], {trails})
  expect(settled.state).toBe('approved')
  const own = stateWith([...ofFirst, ...between('okafor'), ...ofNow], {trails})
  expect(own.state).toBe('partial')
})

test.each<[string, Partial<Commit>, string]>([
  [
    'committed it under the name of another',
    {
      author: commitBy(third, '2026-01-05').author,
      committer: commitBy(okafor, '2026-01-05').author,
    },
    '`okafor` committed the change (commit 202601050000)',
  ],
  [
    'is named as an author by the message',
    {coAuthors: ['OKAFOR@x.example']},
    '`okafor` is named as author of the change (commit 202601050000)',
  ],
])('who %s does not count', (_name, more, reason) => {
  const trails = history(policyTrail([policy, commitBy(third, '2026-01-05', more)]))
  const state = stateWith(ofNow, {trails})
  expect(state.state).toBe('partial')
  expect(reasonsOf('okafor', state)).toEqual([reason])
})

/** Approvals committed by somebody, of a change that okafor made. */
function recordedBy(email: string, keys: string, more: Partial<Commit> = {}) {
  const record = approval(byQuill)
  const value = workspaceWith([record]).all('Approval')[0]?.value ?? {}
  const person = `{kind: Person, id: okafor-2, name: X, roles: [], emails: [other@x.example]${keys}}`
  const trails = history(
    policyTrail([policy, commitBy(okafor, '2026-01-05')]),
    trailOf('Approval', 'by-quill', [[value, commitBy(email, '2026-01-10', more)]]),
  )
  return reasonsOf('quill', stateWith([record, person], {trails}))
}

test('who made the change cannot write down the word of another', () => {
  expect(recordedBy(okafor, '')).toEqual([
    '`okafor`, who had a hand in the change, wrote it down, not the person',
  ])
  expect(recordedBy(quill, '')).toEqual([])
  expect(recordedBy(third, '')).toEqual([])
})

const keyed = (from: string) =>
  `{kind: Person, id: keyed, name: K, emails: [keyed@x.example], roles: [{role: counsel, from: 2024-01-01}], keys: [{type: ssh, key: k, from: ${from}}]}`

test.each<[string, string, Partial<Commit>, readonly string[]]>([
  ['not signed', '2024-01-01', {}, ['it is not signed, and `keyed` has a key on record']],
  [
    'signed by another',
    '2026-01-10',
    {signature: 'good', signed: {state: 'good', person: 'quill', key: 'k'}},
    ['it is signed with the key of `quill`, and `keyed` has a key on record'],
  ],
  [
    'signed by the person',
    '2024-01-01',
    {signature: 'good', signed: {state: 'good', person: 'keyed', key: 'k'}},
    [],
  ],
  ['not signed, before there was a key', '2026-01-11', {}, []],
  ['not looked at', '2024-01-01', {signature: 'unchecked'}, []],
])('the word of a person with a key on record: %s', (_name, from, more, expected) => {
  const record = approval({person: 'keyed', role: 'counsel'})
  const value = workspaceWith([record]).all('Approval')[0]?.value ?? {}
  const commit = commitBy('keyed@x.example', '2026-01-10', more)
  const trails = history(
    policyTrail([policy, commitBy(third, '2026-01-05')]),
    trailOf('Approval', 'by-keyed', [[value, commit]]),
  )
  expect(reasonsOf('keyed', stateWith([record, keyed(from)], {trails}))).toEqual(expected)
})

test('content that was left for other content needs new approvals when it comes back', () => {
  const back = (day: string) =>
    history(
      policyTrail(
        [policy, commitBy(third, '2025-01-01')],
        [first, commitBy(third, '2025-06-01')],
        [policy, commitBy(third, day)],
      ),
    )
  const old = [approval({date: '2025-01-02'}), approval({...byQuill, date: '2025-01-02'})]
  const other = [
    approval({id: 'f1', of: first, date: '2025-06-02'}),
    approval({...byQuill, id: 'f2', of: first, date: '2025-06-02'}),
  ]
  const state = stateWith([...old, ...other], {trails: back('2026-03-01')})
  expect(state.state).not.toBe('approved')
  expect(reasonsOf('quill', state)).toEqual([
    'it is dated 2025-01-02; other content was approved after it, and commit 202603010000 of 2026-03-01 brought this back',
  ])
  const anew = ofNow.map((it) => it.replace('2026-01-10', '2026-03-01'))
  expect(stateWith([...anew, ...other], {trails: back('2026-03-01')}).state).toBe('approved')
  // Nobody agreed to what stood in between: the old word holds.
  expect(stateWith(old, {trails: back('2026-03-01')}).state).toBe('approved')
})

test('a change cannot bring along the role of one who agrees to it; an own grant is told', () => {
  const person = (title: string) => ({kind: 'Person', id: 'okafor', name: title})
  const grant = (day: string, email = third) =>
    history(
      policyTrail([first, commitBy(third, '2025-01-01')], [policy, commitBy(third, '2026-01-05')]),
      trailOf('Person', 'okafor', [
        [person('a'), commitBy(third, '2025-01-01')],
        [person('b'), commitBy(email, day)],
      ]),
    )
  expect(reasonsOf('okafor', stateWith(ofNow, {trails: grant('2026-01-05')}))).toEqual([
    'commit 202601050000, which made the change, changed the Person record of `okafor` too',
  ])
  const day = addDays('2026-01-05', -1)
  const before = stateWith(ofNow, {trails: grant(day, okafor)})
  expect(before.state).toBe('approved')
  expect(before.approvals.find((it) => it.person === 'okafor')?.remarks).toContain(
    '`okafor` changed the own Person record, which holds roles and keys, in commit 202601040000',
  )
})
