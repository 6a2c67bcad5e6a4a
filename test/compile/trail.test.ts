import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import type {Commit, RecordTrail, Trail} from '../../src/model/trail.ts'
import {inputOf, partOf, provenances} from './fixture.ts'
import {fullNetwork} from './network.ts'

const commit: Commit = {
  hash: '0123456789abcdef0123456789abcdef01234567',
  parents: [],
  author: {name: 'Ann Bell', email: 'ann@example.org', at: 1_767_225_600},
  committer: {name: 'Ann Bell', email: 'ann@example.org', at: 1_767_225_600},
  subject: 'records',
  signature: 'none',
}

const recordOf = (kind: string, id: string, label: string, date: string, lagDays: number) =>
  ({
    root: 'main',
    kind,
    id,
    file: 'records.yaml',
    first: commit,
    last: commit,
    changes: [{commit, type: 'added', file: 'records.yaml'}],
    events: [{path: [label], label, date, first: commit, lagDays}],
  }) as const satisfies RecordTrail

const trail = {
  status: 'complete',
  root: 'main',
  head: commit.hash,
  commits: [commit],
  records: [
    recordOf('Protocol', 'heart-failure', 'reviews date', '2025-11-30', 32),
    recordOf('Safeguard', 'policy', 'training date', '2025-12-02', 30),
    recordOf('MembershipDecision', 'decision-2', 'date', '2025-09-17', 106),
    recordOf('Participant', 'mill-street', 'left', '2025-08-14', 140),
  ],
} as const satisfies Trail

const dossier = compile(inputOf(fullNetwork, {trails: [trail]}))

test('a record with a late event has its first commit, author and changes, any other is counted', () => {
  const part = partOf(dossier, 'audit-trail')
  expect(part).toContain(
    'Protocol heart-failure | 0123456789ab | 2026-01-01 | Ann Bell | 1 | 2026-01-01',
  )
  expect(part).toContain('Safeguard | 1 | 2026-01: 1')
  expect(part).not.toContain('Safeguard policy')
  expect(part).toContain('1 commit of main was read')
})

test('signatures are said once where all are alike, else row by row', () => {
  expect(partOf(dossier, 'audit-trail')).toContain('of each record listed: none.')
  const [first, second, ...rest] = trail.records
  const signed = {...commit, signature: 'good' as const}
  const changed = {...second, changes: [...second.changes, ...second.changes], last: signed}
  const mixed: Trail = {...trail, records: [first, changed, ...rest]}
  const part = partOf(compile(inputOf(fullNetwork, {trails: [mixed]})), 'audit-trail')
  expect(part).toContain(
    'Safeguard policy | 0123456789ab | 2026-01-01 | Ann Bell | 2 | 2026-01-01 | good',
  )
  expect(part).toContain('| Ann Bell | 1 | 2026-01-01 | none')
})

test('signatures are counted, with what each says and how each key came in', () => {
  expect(partOf(dossier, 'audit-trail')).not.toContain('Signatures were checked')
  const good = {...commit, hash: 'b'.repeat(40), signature: 'good' as const}
  const key = {person: 'bell', type: 'ssh', key: 'SHA256:x', from: '2026-01-01'} as const
  const signed: Trail = {
    ...trail,
    commits: [commit, good, {...good, signature: 'unknownKey'}],
    signers: 'records',
    keys: [
      {...key, first: commit, vouched: false},
      {...key, key: 'SHA256:y', to: '2026-06-30', first: good, vouched: true},
    ],
  }
  const part = partOf(compile(inputOf(fullNetwork, {trails: [signed]})), 'audit-trail')
  expect(part).toContain('good | 1 | Made with a key of a person on record')
  expect(part).toContain('key not known | 1 | Made with a key that no record holds.')
  expect(part).toContain('none | 1 | Anybody could')
  expect(part).toContain('bell | SHA256:x | 2026-01-01 | not stated | 0123456789ab 2026-01-01 | no')
  expect(part).toContain(
    'bell | SHA256:y | 2026-01-01 | 2026-06-30 | bbbbbbbbbbbb 2026-01-01 | yes',
  )
  expect(part).toContain('binds an identity to a commit, not to a time')
})

test('where a file of keys decided, the dossier says so', () => {
  const signed: Trail = {...trail, commits: [{...commit, signature: 'bad'}], signers: 'file'}
  const part = partOf(compile(inputOf(fullNetwork, {trails: [signed]})), 'audit-trail')
  expect(part).toContain('against a file of keys given from outside the records')
  expect(part).toContain('bad | 1 | Does not fit the commit.')
})

test('no part names or dates the record of a member that left', () => {
  const everything = JSON.stringify(dossier)
  expect(everything).not.toContain('mill-street')
  expect(everything).not.toContain('decision-2')
  expect(partOf(dossier, 'audit-trail')).toContain('2 records tell of members that left')
  expect(partOf(dossier, 'sources')).toContain('MembershipDecision, members that left')
})

test('the front says how many entries were late', () => {
  const report = {
    code: 'trail/late-entry',
    severity: 'warning' as const,
    message: 'Unexpected lag of 100 days',
    location: {file: 'records.yaml', start: {line: 1, column: 1}, end: {line: 1, column: 1}},
  }
  const other = {...report, code: 'trail/bulk-entry'}
  const late = compile(inputOf(fullNetwork, {trails: [trail], trailFindings: [report, other]}))
  expect(partOf(late, 'adverse-late')).toContain('reports 1 late entry:')
  expect(partOf(dossier, 'adverse-late')).toContain('reports no late entry')
  expect(partOf(compile(inputOf(fullNetwork)), 'adverse-late')).toContain('are not known')
})

test('an event committed after 30 days is listed, one on the 30th is not', () => {
  const part = partOf(dossier, 'audit-trail')
  expect(part).toContain('2 dated events of main: 1 committed within 30 days, 1 later')
  expect(part).toContain('Protocol heart-failure | 1 | 32 | reviews date | 2025-11-30 | 2026-01-01')
  expect(part).not.toContain('training date')
})

test('no date of a departure is printed, of events or of reports', () => {
  const location = {file: 'records.yaml', start: {line: 1, column: 1}, end: {line: 1, column: 1}}
  const line = fullNetwork.split('\n').indexOf('id: mill-street')
  const at = {...location, start: {line, column: 1}}
  const report = {
    code: 'trail/late-entry',
    severity: 'warning' as const,
    message: 'Unexpected lag of 140 days for `left` 2025-08-14',
    location: at,
  }
  const part = partOf(
    compile(inputOf(fullNetwork, {trails: [trail], trailFindings: [report]})),
    'audit-trail',
  )
  expect(part).not.toContain('2025-08-14')
  expect(part).not.toContain('2025-09-17')
  expect(part).toContain('A report that is not printed: it would name or date a departure')
})

test('the history of a reconstruction shows no lag', () => {
  const config = {reconstruction: {matter: 'MedSouth 2002', statement: 'From public sources.'}}
  const part = partOf(compile(inputOf(fullNetwork, {trails: [trail], config})), 'audit-trail')
  expect(part).toContain('their history says nothing about when the facts were recorded')
  expect(part).not.toContain('Longest lag')
})

test('a statement names the commit that first held its record', () => {
  const [source] = provenances(dossier).filter(
    (it) => it.type === 'record' && it.kind === 'Protocol' && it.id === 'heart-failure',
  )
  expect(source).toMatchObject({commit: '0123456789ab', file: 'records.yaml'})
})
