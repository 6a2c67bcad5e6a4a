import {expect, test} from 'vitest'
import {folderOf} from '../helpers/run-cinch.ts'
import {importInto, reasons, repository, written} from './reading.ts'

const files = {
  ...repository,
  'records/investment/hours-2026-h1.yaml': `kind: Investment
id: hours-2026-h1
title: Physician hours, first half of 2026
from: 2026-01-01
to: 2026-06-30
by: participants
hours:
  - {participant: harbor-family, activity: committee, members: 2, hours: 16, paid: false}
`,
  'records/safeguards/training.yaml': `kind: Safeguard
id: antitrust-training
title: Antitrust training
type: training
training:
  - {date: 2025-02-18, trained: 70, of: 72} # in the large hall
`,
}

const errors = ({diagnostics}: {diagnostics: readonly {severity: string}[]}) =>
  diagnostics.filter(({severity}) => severity === 'error')

test('hours go into the investment that is named for all rows, practices by name', async () => {
  const root = folderOf(files)
  const sheet =
    'Practice,Activity,Members,Hours,Paid\nHarbor Family Medicine,Committee,2,17,no\nQuarry Hospital,Peer review,1,"1,006.5",yes\nNobody,committee,1,1,no\nQuarry Hospital,chartReview,1.5,2,\n'
  const prepared = await importInto(root, 'hours', sheet, {set: {id: 'hours-2026-h1'}})
  expect(reasons(prepared)).toEqual([
    'list.csv:4 a text that names no Participant on record',
    'list.csv:5 a text that is no whole number',
  ])
  expect(errors(prepared)).toEqual([])
  const text = written(prepared, 'records/investment/hours-2026-h1.yaml')
  expect(text).toContain('hours: 17')
  expect(text).toContain(
    '  - {participant: quarry, activity: peerReview, members: 1, hours: 1006.5, paid: true}\n',
  )
  const again = await importInto(root, 'hours', sheet, {set: {id: 'hours-2026-h1'}})
  expect(again.records).toEqual([])
  expect(again.rows.unchanged).toBe(2)
})

test('sessions go to the one training that is on record; its comments stay', async () => {
  const root = folderOf(files)
  const prepared = await importInto(
    root,
    'training',
    'Session date,Attended,Invited\n2025-02-18,71,72\n17 Feb 2026,74,75\n',
  )
  expect(prepared.rejected).toEqual([])
  expect(errors(prepared)).toEqual([])
  const text = written(prepared, 'records/safeguards/training.yaml')
  expect(text).toContain('{date: 2025-02-18, trained: 71, of: 72} # in the large hall')
  expect(text).toContain('  - {date: 2026-02-17, trained: 74, of: 75}\n')
})

test('a decision without an id gets one, and is known again', async () => {
  const root = folderOf(files)
  const sheet =
    'Decision,Decided,Application received,Practice,Reason\nAdmitted,3/14/2026,2/1/2026,Harbor Family Medicine,meets criteria\nDenied,14 March 2026,,,criteria not met\n'
  const refused = await importInto(root, 'decisions', sheet)
  expect(reasons(refused)).toEqual(['list.csv:2 a date whose day and month cannot be told apart'])
  const prepared = await importInto(root, 'decisions', sheet, {dateOrder: 'mdy'})
  expect(prepared.rejected).toEqual([])
  expect(errors(prepared)).toEqual([])
  const text = written(prepared, 'records/membership/decisions-2026.yaml')
  expect(text).toMatch(
    /kind: MembershipDecision\nid: admission-2026-03-14-[0-9a-f]{6}\ndecision: admission\ndate: 2026-03-14\napplied: 2026-02-01\nparticipant: harbor-family\nreason: meetsCriteria\n---\nkind: MembershipDecision\nid: denial/,
  )
  const again = await importInto(root, 'decisions', sheet)
  expect(again.records).toEqual([])
  expect(again.rows).toMatchObject({accepted: 2, unchanged: 2})
})

test('measures come with the identifiers that a spreadsheet keeps', async () => {
  const root = folderOf(files)
  const sheet =
    'Measure name,Steward,Measure type,Better,NQF number,MIPS ID\nBlood pressure,NCQA,outcome,higher,18,236\n'
  const lost = await importInto(root, 'measures', sheet)
  expect(reasons(lost)).toEqual(['list.csv:2 a number that lost its leading zero'])
  const prepared = await importInto(root, 'measures', sheet, {restoreZeros: true})
  expect(errors(prepared)).toEqual([])
  expect(written(prepared, 'records/measures/blood-pressure.yaml')).toContain(
    "identifiers:\n  cbe: '0018'\n  mips: '236'\ndomain: outcome\ndirection: higher\n",
  )
})
