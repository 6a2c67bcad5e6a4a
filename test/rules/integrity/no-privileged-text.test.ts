import {expect, test} from 'vitest'
import {contextOf} from '../../../src/assess/context.ts'
import type {ScanHit} from '../../../src/model/source.ts'
import {noPrivilegedText} from '../../../src/rules/integrity/no-privileged-text.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

const hit = (kind: ScanHit['class']): ScanHit => ({
  class: kind,
  pattern: 'pattern',
  location: {file: 'notes.txt', start: {line: 2, column: 1}, end: {line: 2, column: 12}},
})
const unread = [{root: 'main', file: 'exhibits/a.pdf', reason: 'no text'}]
const exhibit = (rest: string) =>
  `{kind: Exhibit, id: x, title: X, custodian: C, made: 2026-01-01, class: network${rest}}`

test.each([proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]])(
  'on a line with %s',
  (line) => {
    expect(runRule(noPrivilegedText, network(line)).outcome).toBe('supported')
    expect(runRule(noPrivilegedText, network(line), {hits: [hit('privileged')]}).outcome).toBe(
      'contrary',
    )
    expect(runRule(noPrivilegedText, network(line), {hits: [hit('narrative')]}).outcome).toBe(
      'supported',
    )
  },
)

test('found: the place and the pattern, never the text', () => {
  expect(checkRule(noPrivilegedText, network(liveFor[24]), {hits: [hit('privileged')]})).toEqual([
    'contrary',
    '2:1 Unexpected text that looks like privileged text (pattern `pattern`) in `notes.txt`, expected none in any file',
  ])
})

test.each([
  ['no record', '', 'unknown'],
  ['an exhibit', exhibit(', file: exhibits/a.pdf'), 'supported'],
  ['an exhibit of another file', exhibit(', file: exhibits/b.pdf'), 'unknown'],
  ['an exhibit kept outside', exhibit(', location: L'), 'unknown'],
])('a file that could not be read, with %s', (_name, records, outcome) => {
  const text = documents(network(liveFor[24]), records)
  const result = runRule(noPrivilegedText, text, {notScanned: unread})
  expect(result.outcome).toBe(outcome)
  expect(result.summary).toContain('1 file could not be read as text')
})

const privileged = (rest: string) =>
  `{kind: Exhibit, id: memo, title: M, custodian: C, made: 2026-01-01, ${rest}}`

test.each([
  ['title and hash', privileged('class: privileged, privileged: true, location: L'), 'supported'],
  ['its file', privileged('class: network, privileged: true, file: memo.txt'), 'contrary'],
  ['its file, by class', privileged('class: privileged, file: memo.txt'), 'contrary'],
  ['an open exhibit', privileged('class: network, privileged: false, file: memo.txt'), 'supported'],
  [
    'a memorandum by title',
    '{kind: NecessityRecord, id: n, title: N, productLine: ppo, date: 2024-01-01, privileged: true}',
    'supported',
  ],
  [
    'a memorandum with its text',
    '{kind: NecessityRecord, id: n, title: N, productLine: ppo, date: 2024-01-01, privileged: true, reasoning: R}',
    'contrary',
  ],
  [
    'an open record with its text',
    '{kind: NecessityRecord, id: n, title: N, productLine: ppo, date: 2024-01-01, privileged: false, reasoning: R}',
    'supported',
  ],
])('a privileged document with %s', (_name, records, outcome) => {
  expect(runRule(noPrivilegedText, documents(network(liveFor[24]), records)).outcome).toBe(outcome)
})

test('points at the file of a privileged document', () => {
  const text = documents(
    network(liveFor[24]),
    privileged('class: network, privileged: true, file: memo.txt'),
  )
  expect(checkRule(noPrivilegedText, text)).toEqual([
    'contrary',
    '3:109 Unexpected file of a privileged document, expected its `location` and hash only',
  ])
})

test('a root for counsel alone may hold its own text', () => {
  const workspace = workspaceOf(network(liveFor[24]), {hits: [hit('privileged')]})
  const roots = workspace.roots.map((it) => ({...it, class: 'privileged' as const}))
  const [entry] = workspace.all('Network')
  if (entry === undefined) throw new Error('Unexpected workspace without a Network')
  const context = contextOf({...workspace, roots}, entry, 0, noPrivilegedText)
  expect(noPrivilegedText.check(context).outcome).toBe('supported')
})
