import {expect, test} from 'vitest'
import {programs} from '../../src/law/programs.ts'
import {checkNamedPrograms} from '../../src/validate/named-programs.ts'
import {workspaceOf} from '../helpers/workspace.ts'

function checked(text: string, asOf = '2026-06-30'): string[] {
  return checkNamedPrograms(workspaceOf(text, {asOf}), programs).map(
    ({code, message, help}) => `${code} ${message} / ${help}`,
  )
}

const line = (program: string) =>
  `{kind: Network, id: net, legalName: Net, productLines: [{id: aco, title: ACO, basis: financial, stage: operating, jointPricing: true, program: ${program}}]}`

test.each([
  ['mssp', []],
  [
    'msspp',
    [
      'reference/program Unexpected program `msspp`, expected one that is on record / Did you mean `mssp`?',
    ],
  ],
])('the program %s', (id, expected) => {
  expect(checked(line(`{program: ${id}}`))).toEqual(expected)
})

test.each([
  ['BASIC E', []],
  [
    'BASIC F',
    [
      'reference/program-track Unexpected track `BASIC F` of Medicare Shared Savings Program (MSSP), expected one that is on record / Did you mean `BASIC A`?',
    ],
  ],
  [
    'Track 1',
    [
      'program/ended Unexpected track named for 2026-06-30, expected a day before 2023-01-01, by which it had ended / Name the program that runs, or say with `from` and `to` for which days it is named',
    ],
  ],
])('the track %s', (track, expected) => {
  expect(checked(line(`{program: mssp, track: ${track}}`))).toEqual(expected)
})

test('a program without tracks on record', () => {
  expect(checked(line('{program: cjr, track: A, to: 2020-01-01}'))).toEqual([
    expect.stringContaining('Leave out `track`'),
  ])
})

const codes = (text: string, asOf?: string) => checked(text, asOf).map((it) => it.split(' ')[0])

test.each([
  ['on its last day', '{program: bpci-advanced}', '2025-12-31', []],
  ['on the day after', '{program: bpci-advanced}', '2026-01-01', ['program/ended']],
  ['of the past', '{program: bpci-advanced, to: 2025-12-31}', '2026-06-30', []],
  ['past its end', '{program: bpci-advanced, to: 2026-01-01}', '2026-06-30', ['program/ended']],
  ['on its first day', '{program: team}', '2026-01-01', []],
  ['on the day before', '{program: team}', '2025-12-31', ['program/not-begun']],
  [
    'from before it began',
    '{program: team, from: 2025-06-01}',
    '2026-06-30',
    ['program/not-begun'],
  ],
  [
    'a track that is no more, as of then',
    '{program: mssp, track: Track 1, to: 2018-12-31}',
    '2026-06-30',
    [],
  ],
  [
    'a level before there were levels',
    '{program: mssp, track: BASIC A, to: 2018-12-31}',
    '2026-06-30',
    ['program/not-begun'],
  ],
])('named for a day: %s', (_name, program, asOf, expected) => {
  expect(codes(line(program), asOf)).toEqual(expected)
})

const contract = (rest: string) =>
  `{kind: PayerContract, id: c, title: C, payer: p, productLine: aco, model: sharedSavings, jointlyPriced: true, inForceFrom: 2020-01-01${rest}, program: {program: cjr}}`

test('a record that has ended is judged for its own days', () => {
  expect(codes(contract(', inForceTo: 2024-12-31'))).toEqual([])
  expect(codes(contract(', inForceTo: 2025-01-01'))).toEqual(['program/ended'])
  expect(codes(contract(''))).toEqual(['program/ended'])
})

test('measures and incentive plans name one, too', () => {
  const measure =
    '{kind: Measure, id: m, title: M, steward: CMS, domain: cost, program: {program: nips}}'
  const plan =
    '{kind: IncentivePlan, id: i, title: I, productLine: aco, from: 2026-01-01, pools: [], program: {program: hrp}}'
  for (const text of [measure, plan]) expect(codes(text)).toEqual(['reference/program'])
})
