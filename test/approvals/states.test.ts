import {expect, test} from 'vitest'
import {fingerprintOf} from '../../src/approvals/fingerprint.ts'
import {approvalStateOf, approvalStates} from '../../src/approvals/states.ts'
import type {CinchConfig} from '../../src/model/records.gen.ts'
import {waitingFor} from '../../src/approvals/waiting.ts'
import {
  approval,
  byQuill,
  commitBy,
  history,
  policy,
  quorum,
  stateWith,
  told,
  trailOf,
  workspaceWith,
} from './approved.ts'

const older = {...policy, title: 'Policy of 2024'}
const lacksBoth = [
  '1 in the role `medicalDirector` is asked for',
  '1 in the role `counsel` is asked for',
]
const lacksCounsel = '1 more in the role `counsel` is asked for'

test.each([
  ['none', [], ['missing', ...lacksBoth]],
  ['one of two', [approval()], ['partial', lacksCounsel]],
  ['both', [approval(), approval(byQuill)], ['approved']],
  [
    'both, one with a reservation',
    [approval(), approval({...byQuill, verdict: 'approvedWithReservation'})],
    ['approved'],
  ],
  [
    'the same person twice in one role',
    [approval(), approval({id: 'again'})],
    ['partial', lacksCounsel],
  ],
  [
    'one person in two roles counts for one',
    [approval({id: 'a', person: 'both'}), approval({id: 'b', person: 'both', role: 'counsel'})],
    ['partial', lacksCounsel],
  ],
  [
    'a person with two roles leaves the other to who has one',
    [
      approval({id: 'a', person: 'both'}),
      approval({id: 'b', person: 'both', role: 'counsel'}),
      approval(),
    ],
    ['approved'],
  ],
  [
    'one refuses',
    [approval(), approval({...byQuill, verdict: 'refused'})],
    ['refused', '`by-quill` of 2026-01-10 refuses this content'],
  ],
  [
    'one refused before and agreed later',
    [
      approval(),
      approval({...byQuill, id: 'no', verdict: 'refused'}),
      approval({...byQuill, date: '2026-01-11'}),
    ],
    ['approved'],
  ],
  [
    'one agreed and refused on one day',
    [approval(), approval({...byQuill, verdict: 'refused', id: 'no'}), approval(byQuill)],
    ['refused', '`no` of 2026-01-10 refuses this content'],
  ],
  [
    'both of other content',
    [approval({of: older}), approval({...byQuill, of: older})],
    [
      'stale',
      'the content has changed since `by-okafor` of 2026-01-10',
      'the content has changed since `by-quill` of 2026-01-10',
      ...lacksBoth,
    ],
  ],
  [
    'one again after the change',
    [approval(), approval({...byQuill, of: older})],
    ['partial', 'the content has changed since `by-quill` of 2026-01-10', lacksCounsel],
  ],
  [
    'a refusal of other content',
    [approval({of: older, verdict: 'refused'})],
    ['missing', ...lacksBoth, '`by-okafor` does not count: it is bound to other content than this'],
  ],
])('%s', (_name, records, expected) => {
  expect(told(records)).toEqual(expected)
})

test.each([
  ['who is not on record', approval({person: 'nobody'}), 'no Person `nobody` is on record'],
  [
    'who never held the role',
    approval({person: 'quill'}),
    '`quill` is not on record as `medicalDirector`',
  ],
  [
    'the day after the role ended',
    approval({person: 'former', role: 'counsel', date: '2024-07-01'}),
    '`former` did not hold the role `counsel` on 2024-07-01',
  ],
  [
    'the day before the role began',
    approval({date: '2023-12-31'}),
    '`okafor` did not hold the role `medicalDirector` on 2023-12-31',
  ],
  [
    'after the date judged at',
    approval({date: '2026-07-01'}),
    'it is dated 2026-07-01, after the date judged at',
  ],
])('an approval by one %s does not count, and says why', (_name, record, reason) => {
  const {state, approvals} = stateWith([record])
  expect(state).toBe('missing')
  expect(approvals).toMatchObject([{current: true, counts: false, reasons: [reason]}])
})

test.each([
  ['the last day of the role', {person: 'former', role: 'counsel', date: '2024-06-30'}],
  ['the first day of the role', {date: '2024-01-01'}],
  ['the date judged at', {date: '2026-06-30'}],
  ['a role written in words', {role: 'medical director'}],
])('%s counts', (_name, given) => {
  expect(stateWith([approval(given)]).approvals[0]?.counts).toBe(true)
})

test('a role in own words fills no place in a quorum, and is shown', () => {
  const {state, approvals} = stateWith([approval({role: 'chair of the board'})])
  expect(state).toBe('missing')
  expect(approvals[0]?.remarks).toEqual([
    'the role `chair of the board` is none that a Person record holds',
    'the policy asks for no approval in this role',
    'whether the approver is the author is not known: no history was read',
  ])
})

test('without a policy one approval is enough, and a record without one is not asked for', () => {
  const none = {approvals: undefined}
  expect(workspaceStates([approval()], none)).toEqual([['sanctions', 'approved']])
  expect(workspaceStates([approval({of: older})], none)).toEqual([['sanctions', 'stale']])
  expect(workspaceStates([approval({person: 'quill'})], none)).toEqual([
    ['sanctions', 'notRequired'],
  ])
  expect(workspaceStates([], none)).toEqual([])
  expect(approvalStateOf(workspaceWith([]), 'SanctionPolicy', 'sanctions')?.state).toBe(
    'notRequired',
  )
  expect(approvalStateOf(workspaceWith([]), 'Protocol', 'sanctions')).toBeUndefined()
})

function workspaceStates(records: readonly string[], options: Parameters<typeof told>[1]) {
  return approvalStates(workspaceWith(records, options)).map(({id, state}) => [id, state])
}

test('several entries of the policy for one kind ask for the most of each', () => {
  const approvals: CinchConfig['approvals'] = [
    ...quorum,
    {kind: 'SanctionPolicy', quorum: [{role: 'counsel', count: 2}], authorExcluded: false},
  ]
  expect(stateWith([approval(), approval(byQuill)], {approvals})).toMatchObject({
    state: 'partial',
    lacking: [{role: 'counsel', count: 1}],
    policy: {authorExcluded: true},
  })
})

const [okafor, quill] = ['okafor@x.example', 'quill@x.example']
const changedBy = (email: string, day = '2026-01-05') =>
  history(
    trailOf('SanctionPolicy', 'sanctions', [
      [older, commitBy('someone@x.example', '2025-01-01')],
      [policy, commitBy(email, day)],
    ]),
  )

test('the author of the change does not count, whatever the case of the address', () => {
  const {state, approvals, changed} = stateWith([approval(), approval(byQuill)], {
    trails: changedBy(okafor),
  })
  expect(state).toBe('partial')
  expect(changed).toMatchObject({author: 'okafor', date: '2026-01-05'})
  expect(approvals.find(({person}) => person === 'okafor')?.reasons).toEqual([
    '`okafor` is the author of the change (commit 202601050000)',
  ])
})

test('who signed the change is its author, whatever the address says', () => {
  const commit = commitBy('third@x.example', '2026-01-05', {
    signature: 'good',
    signed: {state: 'good', person: 'quill', key: 'k'},
  })
  const trails = history(
    trailOf('SanctionPolicy', 'sanctions', [
      [older, commitBy('third@x.example', '2025-01-01')],
      [policy, commit],
    ]),
  )
  const {state, approvals} = stateWith([approval(), approval(byQuill)], {trails})
  expect(state).toBe('partial')
  expect(approvals.find(({person}) => person === 'quill')?.reasons).toEqual([
    '`quill` signed the change (commit 202601050000)',
  ])
})

test('the author counts where the policy says so, and an earlier author counts', () => {
  const approvals = quorum.map((it) => ({...it, authorExcluded: false}))
  const both = [approval(), approval(byQuill)]
  expect(stateWith(both, {trails: changedBy(okafor), approvals}).state).toBe('approved')
  const twice = history(
    trailOf('SanctionPolicy', 'sanctions', [
      [older, commitBy(okafor, '2025-01-01')],
      [policy, commitBy('third@x.example', '2026-01-05')],
    ]),
  )
  expect(stateWith(both, {trails: twice}).state).toBe('approved')
})

test.each([
  ['two days before the commit of a change', '2026-01-08', '2026-01-10', 'partial'],
  ['the day before, which is the same day further west', '2026-01-09', '2026-01-10', 'approved'],
  ['the day of the commit', '2026-01-10', '2026-01-10', 'approved'],
])('an approval dated %s', (_name, date, day, expected) => {
  const {state, approvals} = stateWith([approval({date}), approval(byQuill)], {
    trails: changedBy('third@x.example', day),
  })
  expect(state).toBe(expected)
  if (expected === 'partial')
    expect(approvals.find(({person}) => person === 'okafor')?.reasons).toEqual([
      'it is dated 2026-01-08, before this content was first committed on 2026-01-10',
    ])
})

test('a rebase does not make an approval early: the date of the author counts too', () => {
  const at = (day: string) => commitBy('third@x.example', day).author
  const rebased = commitBy('third@x.example', '2026-01-20', {author: at('2026-01-05')})
  const trails = history(
    trailOf('SanctionPolicy', 'sanctions', [
      [older, commitBy(quill, '2025-01-01')],
      [policy, rebased],
    ]),
  )
  expect(stateWith([approval(), approval(byQuill)], {trails}).state).toBe('approved')
})

test('what was approved on paper before it was first recorded counts, with a remark', () => {
  const trails = history(
    trailOf('SanctionPolicy', 'sanctions', [[policy, commitBy('third@x.example', '2026-03-01')]]),
  )
  const {state, approvals} = stateWith([approval(), approval(byQuill)], {trails})
  expect(state).toBe('approved')
  expect(approvals[0]?.remarks).toContain(
    'dated before the record was first committed on 2026-03-01',
  )
})

test('content that came back is as old as it first was', () => {
  const trails = history(
    trailOf('SanctionPolicy', 'sanctions', [
      [policy, commitBy('third@x.example', '2025-01-01')],
      [older, commitBy('third@x.example', '2026-02-01')],
      [policy, commitBy('third@x.example', '2026-03-01')],
    ]),
  )
  expect(stateWith([approval(), approval(byQuill)], {trails}).state).toBe('approved')
})

test('content that is not committed: it counts, and who wrote it is not known', () => {
  const trails = history(
    trailOf('SanctionPolicy', 'sanctions', [[older, commitBy(okafor, '2026-01-01')]]),
  )
  const {state, committed, approvals} = stateWith([approval(), approval(byQuill)], {trails})
  expect([state, committed]).toEqual(['approved', false])
  expect(approvals[0]?.remarks).toContain(
    'whether the approver is the author is not known: the content is not committed',
  )
})

test('which commit made it stale is named', () => {
  expect(told([approval({of: older})], {trails: changedBy(quill, '2026-02-01')})[1]).toBe(
    'the content has changed since `by-okafor` of 2026-01-10, by commit 202602010000 of 2026-02-01',
  )
})

test('of several changes since, the first is named: with it the approval ended', () => {
  const trails = history(
    trailOf('SanctionPolicy', 'sanctions', [
      [older, commitBy(quill, '2026-01-01')],
      [{...policy, title: 'Between'}, commitBy(quill, '2026-02-01')],
      [policy, commitBy(quill, '2026-03-01')],
    ]),
  )
  expect(told([approval({of: older})], {trails})[1]).toMatch(
    /, by commit 202602010000 of 2026-02-01$/,
  )
})

test.each([
  ['none', {}, 'notSigned'],
  ['good', {signed: {state: 'good', person: 'okafor', key: 'k'}}, 'byPerson'],
  ['good', {signed: {state: 'good', person: 'quill', key: 'k'}}, 'byOther'],
  ['hosting', {}, 'notSigned'],
  ['unchecked', {}, 'unknown'],
] as const)('committed with a signature %s %j', (signature, more, expected) => {
  const record = approval()
  const value = workspaceWith([record]).all('Approval')[0]?.value ?? {}
  const commit = commitBy(okafor, '2026-01-10', {signature, ...more})
  const trails = history(trailOf('Approval', 'by-okafor', [[value, commit]]))
  expect(stateWith([record], {trails}).approvals[0]?.signature).toBe(expected)
})

test('an approval that another wrote down says so', () => {
  const record = approval()
  const value = workspaceWith([record]).all('Approval')[0]?.value ?? {}
  const of = (email: string) =>
    stateWith([record], {
      trails: history(trailOf('Approval', 'by-okafor', [[value, commitBy(email, '2026-01-10')]])),
    }).approvals[0]
  expect(of(quill)?.remarks).toContain('recorded by `quill`, not by the person')
  expect(of('x@y.example')?.remarks).toContain('recorded by `x@y.example`, not by the person')
  expect(of(okafor)?.remarks).toEqual([
    'whether the approver is the author is not known: the content is not committed',
  ])
})

test('it waits for who holds the role now, without the author and who is counted', () => {
  const workspace = workspaceWith([approval()], {approvals: quorum, trails: changedBy(quill)})
  const state = approvalStateOf(workspace, 'SanctionPolicy', 'sanctions')
  expect(state && waitingFor(workspace, state)).toEqual([
    {role: 'counsel', count: 1, persons: ['both'], authors: ['quill']},
  ])
})

/** A protocol that refers to a measure; the helper's workspace knows no schema. */
function withReferences(records: readonly string[], trails = history()) {
  const workspace = workspaceWith(
    [
      '{kind: Protocol, id: a1c, title: P, measures: [m1]}',
      '{kind: Measure, id: m1, title: M}',
      ...records,
    ],
    {approvals: [{kind: 'Protocol', quorum: [{role: 'counsel', count: 1}]}], trails},
  )
  const measure = workspace.find('Measure', 'm1')
  return {
    ...workspace,
    references: ({kind}: {kind: string}) =>
      kind === 'Protocol' && measure !== undefined ? [measure] : [],
  }
}

const protocol = {kind: 'Protocol', id: 'a1c', title: 'P', measures: ['m1']}
const measureNow = {kind: 'Measure', id: 'm1', title: 'M'}
const ofProtocol = (rest = '') =>
  `{kind: Approval, id: p, record: {kind: Protocol, id: a1c}, fingerprint: {algorithm: canonical-json-sha256-1, value: '${fingerprintOf(protocol)}'}, person: quill, role: counsel, date: 2026-01-10, verdict: approved${rest}}`
const bound = (content: object) =>
  `, reliedOnContent: [{kind: Measure, id: m1, fingerprint: '${fingerprintOf(content)}'}]`

test.each([
  ['as it was', bound(measureNow), []],
  ['changed since', bound({...measureNow, title: 'Old'}), [['m1', 'changed', 'fingerprint']]],
  ['gone since', bound(measureNow).replace('id: m1', 'id: m9'), [['m9', 'removed', 'fingerprint']]],
])('what an approval relied on, by its fingerprints: %s', (_name, rest, expected) => {
  const state = approvalStateOf(withReferences([ofProtocol(rest)]), 'Protocol', 'a1c')
  expect(state?.state).toBe('approved')
  expect(state?.reliesOnChanged.map(({id, change, by}) => [id, change, by])).toEqual(expected)
})

test.each([
  ['the day of the approval', '2026-01-10', []],
  ['the day after', '2026-01-11', [['m1', 'changed', 'history']]],
])('without fingerprints, by the history: changed on %s', (_name, day, expected) => {
  const trails = history(
    trailOf('Measure', 'm1', [
      [{...measureNow, title: 'Old'}, commitBy(quill, '2025-01-01')],
      [measureNow, commitBy(quill, day)],
    ]),
  )
  const state = approvalStateOf(withReferences([ofProtocol()], trails), 'Protocol', 'a1c')
  expect(state?.reliesOnChanged.map(({id, change, by}) => [id, change, by])).toEqual(expected)
})

test('a record that waits names the records that refer to it', () => {
  const workspace = {
    ...withReferences([]),
    roots: workspaceWith([], {
      approvals: [{kind: 'Measure', quorum: [{role: 'counsel', count: 1}]}],
    }).roots,
  }
  const [state] = approvalStates(workspace)
  expect(state).toMatchObject({
    id: 'm1',
    state: 'missing',
    referredBy: [{kind: 'Protocol', id: 'a1c'}],
  })
})
