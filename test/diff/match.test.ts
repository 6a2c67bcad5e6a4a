import {expect, test} from 'vitest'
import {diff} from '../../src/diff/diff.ts'
import type {Workspace} from '../../src/model/workspace.ts'
import {changesBetween, knowledge, told} from '../helpers/diff.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const measure = 'kind: Measure\nid: a1c\ntitle: Glycemic control\n'

const inFile = (workspace: Workspace, file: string): Workspace => ({
  ...workspace,
  entries: workspace.entries.map((it) => ({...it, file})),
})

test('a record that moved is administrative, and what changed in it is told besides', () => {
  const a = inFile(workspaceOf(measure), 'measures.yaml')
  const b = inFile(workspaceOf(`${measure}direction: lower\n`), 'moved/a1c.yaml')
  expect(told(diff(a, b, knowledge))).toEqual([
    'unclassified: Measure Glycemic control: direction: nothing -> lower',
    'administrative: Measure moved to another file: Glycemic control: measures.yaml -> moved/a1c.yaml',
  ])
})

const omitted = (workspace: Workspace, sha256: string): Workspace => ({
  ...workspace,
  entries: [],
  omitted: [{root: 'main', file: 'measures.yaml', kind: 'Measure', id: 'a1c'}],
  hashes: [{root: 'main', file: 'measures.yaml', sha256}],
})

test('a record that cannot be read on one side is not told as removed or added', () => {
  const read = workspaceOf(measure)
  const unread = omitted(read, 'a')
  expect(told(diff(read, unread, knowledge))).toEqual([
    'unclassified: What changed is unknown, because the record cannot be read on the second side: Measure a1c in measures.yaml',
  ])
  expect(told(diff(unread, read, knowledge))).toEqual([
    'unclassified: What changed is unknown, because the record cannot be read on the first side: Measure a1c in measures.yaml',
  ])
})

test('one that neither side can read is told where its file changed', () => {
  const read = workspaceOf(measure)
  expect(diff(omitted(read, 'a'), omitted(read, 'a'), knowledge)).toEqual([])
  expect(diff(omitted(read, 'a'), omitted(read, 'b'), knowledge)).toHaveLength(1)
})

test('entries with the same keys match by content first, then in their order', () => {
  const list = (...values: string[]) =>
    `${measure}provenance:\n${values.map((it) => `  - {source: Report, standing: ${it}}`).join('\n')}\n`
  expect(told(changesBetween(list('V', 'R'), list('R', 'V')))).toEqual([
    'administrative: Measure Glycemic control: provenance: other order of entries: source Report, standing V, source Report, standing R -> source Report, standing R, source Report, standing V',
  ])
  expect(told(changesBetween(list('V', 'R'), list('V', 'V')))).toEqual([
    'strengthened: Measure Glycemic control: provenance, standing of Report: R -> V',
  ])
})

test('a change has its field, its rule, its class and its place', () => {
  const [change] = changesBetween(
    'kind: Network\nid: n\nlegalName: N\n',
    'kind: Network\nid: n\nlegalName: N\ndeclaredInvestigations:\n  - {title: Inquiry, opened: 2026-01-02, authority: FTC}\n',
  )
  expect(change).toMatchObject({
    class: 'weakened',
    rule: 'adverse',
    field: 'declaredInvestigations[]',
    confidentiality: 'privileged',
    location: {start: {line: 5, column: 5}},
  })
})
