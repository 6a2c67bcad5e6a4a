import {expect, test} from 'vitest'
import {checked, network, validated} from './check.ts'

const measure = (rest: string, unit = 'ratio') =>
  `${network}---\nkind: Measure\nid: a1c\ntitle: T\nsteward: NCQA\ndomain: outcome\nunit: ${unit}\n${rest}\n`

test('values of a share are shares', () => {
  const target = (value: number) => `targets: [{from: 2026-01-01, to: 2026-12-31, value: ${value}}]`
  expect(checked({records: measure(target(1))})).toEqual([])
  expect(checked({records: measure(target(0))})).toEqual([])
  expect(checked({records: measure(target(72), 'per1000')})).toEqual([])
  const {diagnostics} = validated({records: measure(target(72))})
  expect(
    diagnostics.map(({code, message, help, location}) => [code, location.start, message, help]),
  ).toEqual([
    [
      'record/ratio',
      {line: 13, column: 53},
      'Unexpected value `72` for `targets[0].value`, expected a share from 0 to 1',
      'Write `0.72` for 72 percent, or correct `unit`',
    ],
  ])
})

test('an index of cost may be over 1, and is no percent', () => {
  const index = (value: number) =>
    measure(`floor: ${value}`).replace('domain: outcome', 'domain: cost')
  expect(checked({records: index(1.15)})).toEqual([])
  expect(checked({records: index(10)})).toEqual([])
  expect(checked({records: index(72)}).join()).toContain(
    'Unexpected value `72` for `floor`, expected a ratio from 0 to 10',
  )
})

test.each([
  ['floor: -0.1', 'floor'],
  ['baseline: {value: 1.01}', 'baseline.value'],
  ['results: [{from: 2026-01-01, to: 2026-03-31, value: 120}]', 'results[0].value'],
  ['benchmarks: [{type: peer, value: 70, source: S, asOf: 2026-01-01}]', 'benchmarks[0].value'],
])('%s is no share', (line, path) => {
  expect(checked({records: measure(line)}).join()).toContain(`for \`${path}\`, expected a share`)
})

const owners = (...shares: readonly number[]) =>
  `${network}owners:\n${shares.map((it, at) => `  - {name: O${at}, class: physicians, share: ${it}}\n`).join('')}`

test('shares of owners sum to the whole, but for rounding', () => {
  expect(checked({records: owners(1)})).toEqual([])
  expect(checked({records: owners(0.33, 0.33, 0.33)})).toEqual([])
  expect(checked({records: owners(0.5, 0.3)})).toEqual([
    'records.yaml:7:3 record/shares Unexpected sum `0.8` of the shares in `owners`, expected `1`',
  ])
  expect(checked({records: owners(0.7, 0.7)}).join()).toContain('Unexpected sum `1.4`')
})

const practice = (id: string, clinician: string, rest = '') =>
  `---\nkind: Participant\nid: ${id}\nname: Harbor\ntype: practice\n${rest}clinicians:\n  - {npi: "2000000002", specialty: cardiology, role: specialist${clinician}}\n`

const repeated = (...practices: readonly string[]) =>
  checked({records: network + practices.join('')}).filter((it) => it.includes('duplicate-npi'))

test('a clinician at two practices at a time is warned of', () => {
  expect(repeated(practice('a', ''), practice('b', ''))).toEqual([
    'records.yaml:19:11 record/duplicate-npi Unexpected second clinician with NPI `2000000002` at the same time, expected each clinician once',
  ])
  expect(repeated(practice('a', ''), practice('b', ''), practice('c', ''))).toHaveLength(2)
})

test('one who moved is not', () => {
  const moved = practice('a', ', left: 2025-06-30')
  expect(repeated(moved, practice('b', ', joined: 2025-06-30'))).toEqual([])
  expect(repeated(moved, practice('b', ', joined: 2025-06-29'))).toHaveLength(1)
  expect(
    repeated(practice('a', '', 'left: 2025-06-30\n'), practice('b', ', joined: 2025-07-01')),
  ).toEqual([])
})
