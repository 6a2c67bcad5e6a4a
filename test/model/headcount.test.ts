import {expect, test} from 'vitest'
import {headcountOf} from '../../src/model/headcount.ts'
import type {Table} from '../../src/model/table.ts'
import {workspaceOf, type WorkspaceOptions} from '../helpers/workspace.ts'

/** What is counted of practice `oak`, with these keys besides. */
function counted(keys: string, options: WorkspaceOptions = {}) {
  const text = `{kind: Participant, id: oak, name: Oak, type: practice, owner: o, ${keys}}`
  const workspace = workspaceOf(text, options)
  const [entry] = workspace.all('Participant')
  if (entry === undefined) throw new Error('Expected a participant')
  const found = headcountOf(workspace, entry)
  if (typeof found === 'string') return found
  return [found.basis, ...found.heads.map((it) => `${it.count} ${it.specialty} ${it.role}`)]
}

const row = (cells: Readonly<Record<string, string>>, line: number) => ({line, cells})
function tableOf(...rows: readonly Readonly<Record<string, string>>[]): {tables: {all: Table}} {
  return {tables: {all: {status: 'read', counts: [], rows: rows.map(row)}}}
}

const clinician = (rest: string) =>
  `{npi: '1234567893', specialty: cardiology, role: specialist${rest}}`

test('of a roster that several practices share, each counts its own rows', () => {
  const shared = tableOf(
    {participant: 'oak', specialty: 'cardiology', clinicianRole: 'specialist'},
    {participant: 'elm', specialty: 'cardiology', clinicianRole: 'specialist'},
    // A practice's own roster need not name it.
    {participant: '', specialty: 'pediatrics', clinicianRole: 'primaryCare'},
  )
  expect(counted('roster: all', shared)).toEqual([
    'roster',
    '1 cardiology specialist',
    '1 pediatrics primaryCare',
  ])
})

test('a table comes before a list, and a list before a declared count; none are added', () => {
  const listed = `clinicians: [${clinician('')}]`
  const declared = 'declaredClinicians: [{role: specialist, count: 9}]'
  const own = tableOf({participant: 'oak', specialty: 'oncology', clinicianRole: 'specialist'})
  expect(counted(`roster: all, ${listed}, ${declared}`, own)).toEqual([
    'roster',
    '1 oncology specialist',
  ])
  expect(counted(`${listed}, ${declared}`)).toEqual(['clinicians', '1 cardiology specialist'])
  expect(counted(declared)).toEqual(['declaredClinicians', '9 undefined specialist'])
})

test('clinicians who are not yet here, have left or count elsewhere are not counted', () => {
  const list = [
    ', joined: 2026-06-30',
    ', joined: 2026-07-01',
    ', left: 2026-06-30',
    ', left: 2026-07-01',
    ', countedAt: elm',
  ].map(clinician)
  expect(counted(`clinicians: [${list.join(', ')}]`)).toEqual([
    'clinicians',
    '1 cardiology specialist',
    '1 cardiology specialist',
  ])
})

test('a table that cannot be read is no empty one', () => {
  expect(counted('roster: all')).toBe('not known: no table all')
  expect(counted('roster: all, declaredClinicians: [{role: specialist, count: 9}]')).toEqual([
    'declaredClinicians',
    '9 undefined specialist',
  ])
  expect(counted('x: y')).toBe('not stated')
  expect(counted('declaredClinicians: [{role: specialist, count: 9, asOf: 2026-07-01}]')).toBe(
    'not stated',
  )
})

test('a roster of which no row is of the practice says nothing of it', () => {
  const others = tableOf({participant: 'elm', specialty: 'cardiology', clinicianRole: 'specialist'})
  expect(counted('roster: all', others)).toBe('not known: no row of the roster table is of it')
  expect(counted('roster: all', tableOf())).toBe('not known: no row of the roster table is of it')
  expect(counted(`roster: all, clinicians: [${clinician('')}]`, others)).toEqual([
    'clinicians',
    '1 cardiology specialist',
  ])
})
