import {expect, test} from 'vitest'
import {noPrivilegedText} from '../../../src/rules/integrity/no-privileged-text.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {hit, runWithRoots, testScan} from '../../helpers/check-scan.ts'
import {documents, liveFor, network} from '../../helpers/records.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

testScan(noPrivilegedText, 'privileged', 'privileged text')

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
  expect(runWithRoots(noPrivilegedText, workspace, roots).outcome).toBe('supported')
})
