import {expect, test} from 'vitest'
import {changesSince} from '../../src/compile/changes.ts'
import type {Comparison} from '../../src/model/change.ts'
import {changesBetween} from '../helpers/diff.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const before = `kind: Participant
id: oak
name: Old Quay
---
kind: Protocol
id: asthma
title: Asthma
reviewCycleMonths: 12
`
const after = `kind: Participant
id: oak
name: Old Quay
left: 2026-03-31
---
kind: Protocol
id: asthma
title: Asthma
reviewCycleMonths: 24
---
kind: CorrectiveAction
id: case-7
opened: 2026-02-03
`
const comparison: Comparison = {
  from: {name: 'seal', commit: 'a'.repeat(40)},
  to: {name: 'HEAD', commit: 'b'.repeat(40)},
  asOf: '2026-06-30',
  read: [],
  changes: changesBetween(before, after),
  approvals: [
    {
      kind: 'Protocol',
      id: 'asthma',
      before: 'approved',
      after: 'stale',
      reasons: ['changed in `targets`'],
    },
    {kind: 'Participant', id: 'oak', before: 'approved', after: 'stale', reasons: ['changed']},
  ],
  results: [
    {
      line: 'ppo',
      rule: 'C3',
      title: 't',
      before: 'supported',
      after: 'absent',
      because: ['Protocol/asthma'],
    },
  ],
  readiness: [],
}

const blocks = changesSince(comparison, workspaceOf(after), 'the seal of 2026-03-31')
const tables = blocks.flatMap((it) => (it.type === 'table' ? [it] : []))

test('each class is a table, and what changed has its class and its place', () => {
  expect(tables.map((it) => it.caption)).toEqual([
    'What was weakened',
    'What was recorded',
    'Approvals that do not hold now',
    'Tests that come out otherwise, both sides judged at 2026-06-30 without their history',
  ])
  const [weakened, recorded] = tables
  expect(weakened?.rows).toMatchObject([
    {
      class: 'network',
      cells: [
        {text: 'Review cycle of Asthma lengthened from 12 to 24 months'},
        {text: 'Protocol asthma'},
        {text: 'no'},
      ],
      provenance: [{type: 'record', kind: 'Protocol', id: 'asthma'}],
    },
  ])
  // A profile takes it away by this class.
  expect(recorded?.rows).toMatchObject([
    {class: 'peerReview', cells: [{}, {text: 'CorrectiveAction case-7'}]},
  ])
})

test('an approval that was lost is told in the words of the dossier, without marks', () => {
  const lost = tables.find(({caption}) => caption === 'Approvals that do not hold now')
  expect(lost?.rows.map(({cells}) => cells.map(({text}) => text))).toEqual([
    [
      'Protocol asthma',
      'agreed to as it stands',
      'changed since it was agreed to',
      'changed in targets',
    ],
  ])
})

test('a weakening that was agreed to is told from one that was not', () => {
  const approvals = [
    {kind: 'Protocol', id: 'asthma', before: 'missing', after: 'approved', reasons: []},
  ] as const
  const [first] = changesSince({...comparison, approvals}, workspaceOf(after), 'x').flatMap((it) =>
    it.type === 'table' ? [it] : [],
  )
  expect(first?.rows[0]?.cells.at(-1)?.text).toBe('yes')
})

test('a member that left is counted, and neither named nor dated', () => {
  const text = JSON.stringify(blocks)
  expect(text).toContain(
    '1 change tells of members that left, and is neither named nor dated here.',
  )
  expect(text).not.toMatch(/Old Quay|2026-03-31"|oak/)
})

test('both sides are cited', () => {
  expect(blocks[1]?.provenance).toEqual([
    {type: 'git', commit: 'a'.repeat(40)},
    {type: 'git', commit: 'b'.repeat(40)},
  ])
})
