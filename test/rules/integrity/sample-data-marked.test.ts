import {expect, test} from 'vitest'
import {sampleDataMarked} from '../../../src/rules/integrity/sample-data-marked.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {runWithRoots} from '../../helpers/check-scan.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

const config = {sampleData: {statement: 'S'}}
const practice = (tin: string) =>
  `{kind: Participant, id: elm, name: P, type: practice, owner: x, tin: '${tin}'}`
const person = (email: string) => `{kind: Person, id: p, name: P, roles: [], emails: [${email}]}`

test.each([
  ['nothing that tells', '', 'supported', 'supported'],
  ['an unassigned taxpayer number', practice('00-4100100'), 'contrary', 'supported'],
  ['another taxpayer number', practice('01-4100100'), 'supported', 'contrary'],
  ['a reserved top-level domain', person('a@elm.example'), 'contrary', 'supported'],
  ['a reserved domain', person('a@example.org'), 'contrary', 'supported'],
  ['below a reserved domain', person('a@mail.example.com'), 'contrary', 'supported'],
  ['another domain', person('a@elm.health'), 'supported', 'contrary'],
  ['a domain that only begins so', person('a@example.health'), 'supported', 'contrary'],
])('%s', (_name, records, unmarked, marked) => {
  for (const line of [proposed, liveFor[0], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(sampleDataMarked, text).outcome).toBe(unmarked)
    expect(runRule(sampleDataMarked, text, {config}).outcome).toBe(marked)
  }
})

test.each([
  [true, true, 'supported'],
  [false, false, 'supported'],
  [true, false, 'contrary'],
  [false, true, 'contrary'],
])('two roots, marked: %s and %s', (first, second, outcome) => {
  const workspace = workspaceOf(network(liveFor[24]))
  const roots = [first, second].flatMap((mark, index) =>
    workspace.roots.map((it) => ({
      ...it,
      name: index === 0 ? 'main' : 'overlay-1',
      config: mark ? {...it.config, ...config} : it.config,
    })),
  )
  expect(runWithRoots(sampleDataMarked, workspace, roots).outcome).toBe(outcome)
})

test('points at the value and does not print it', () => {
  expect(checkRule(sampleDataMarked, documents(network(proposed), practice('00-4100100')))).toEqual(
    [
      'contrary',
      '3:70 Unexpected value of invented data in a root that is not marked, expected `sampleData` in cinch.yaml',
    ],
  )
})
