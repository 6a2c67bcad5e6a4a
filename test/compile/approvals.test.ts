import {expect, test} from 'vitest'
import {fingerprintOf} from '../../src/approvals/fingerprint.ts'
import {approvalStates} from '../../src/approvals/states.ts'
import {compile} from '../../src/compile/compile.ts'
import type {CinchConfig} from '../../src/model/records.gen.ts'
import {workspaceOf} from '../helpers/workspace.ts'
import {inputOf, partOf, ruleOf} from './fixture.ts'
import {emptyNetwork} from './network.ts'

const rules = [ruleOf('B1', 'unknown')]
const policy = {kind: 'SanctionPolicy', id: 'sanctions', title: 'Policy', ladder: []}
const records = (verdict: string, of: object = policy) => `${emptyNetwork}---
{kind: SanctionPolicy, id: sanctions, title: Policy, ladder: []}
---
{kind: Person, id: quill, name: B. Quill, roles: [{role: counsel, from: 2024-01-01}]}
---
{kind: Approval, id: a, record: {kind: SanctionPolicy, id: sanctions}, fingerprint: {algorithm: canonical-json-sha256-1, value: '${fingerprintOf(of)}'}, person: quill, role: counsel, date: 2026-01-10, verdict: ${verdict}}
`

/** Section 18 with the approvals judged. */
function documentsOf(text: string, approvals?: CinchConfig['approvals']): string {
  const input = inputOf(text, {rules})
  const judged = workspaceOf(text, approvals === undefined ? {} : {config: {approvals}})
  const workspace = {...input.workspace, roots: judged.roots}
  return partOf(compile({...input, workspace, approvals: approvalStates(workspace)}), 's18')
}

test('a verdict says whether the record still reads as it did', () => {
  const now = documentsOf(records('approved'))
  expect(now).toContain('content as it was then; signature not known')
  expect(now).toContain('The network has set no policy of whose verdicts a record needs.')
  const changed = documentsOf(records('approved', {...policy, title: 'Old'}))
  expect(changed).toContain('content has changed since')
  expect(changed).not.toContain('content as it was then')
})

test('what a policy asks for, and what it lacks', () => {
  const asked: CinchConfig['approvals'] = [
    {kind: 'SanctionPolicy', quorum: [{role: 'medicalDirector', count: 1}]},
  ]
  const text = documentsOf(records('approved'), asked)
  expect(text).toContain('1 medical director')
  expect(text).toContain('no verdict that counts')
  expect(text).toContain('1 in the role medicalDirector is asked for')
  expect(text).not.toContain('has set no policy')
})

test('without the states nothing is said of the content now', () => {
  const text = partOf(compile(inputOf(records('approved'), {rules})), 's18')
  expect(text).toContain('whether the record still reads so is not checked here')
})

test('the word of the records is not used of the network', () => {
  for (const verdict of ['approved', 'approvedWithReservation'])
    expect(documentsOf(records(verdict))).not.toMatch(/\bapproved\b/i)
})
