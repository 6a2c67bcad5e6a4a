import {expect, test} from 'vitest'
import {outdatedStatements, programsKnownFrom} from '../../src/law/programs.ts'
import {checkPrograms} from '../../src/validate/programs.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const facts = {statementsIn: outdatedStatements, knownFrom: programsKnownFrom}

function checked(text: string, asOf = '2026-06-30'): string[] {
  return checkPrograms(workspaceOf(text, {asOf}), facts).map(
    ({code, message, location: {start}}) => `${start.line}:${start.column} ${code} ${message}`,
  )
}

const line = (description: string) =>
  `{kind: Network, id: net, legalName: Net, productLines: [{id: ppo, title: PPO, basis: clinical, stage: proposed, jointPricing: true, description: ${description}}]}`

test('points at the value that makes the statement, however deep', () => {
  expect(checked(line('Our ACO is in Track 1'))).toEqual([
    '1:146 program/outdated Unexpected statement `Track 1` about a public program, expected BASIC A to E or ENHANCED',
  ])
})

const statement = (date: string) =>
  `{kind: Network, id: net, legalName: Net, productLines: [], publicStatements: [{date: ${date}, where: site, text: Our ACO is in Track 1}]}`

test.each([
  ['said in 2026', statement('2026-01-01'), '2026-06-30', 1],
  ['said the day before the facts are known', statement('2025-12-31'), '2026-06-30', 0],
  ['judged before the facts are known', line('Our ACO is in Track 1'), '2025-12-31', 0],
  ['judged on the first day', line('Our ACO is in Track 1'), '2026-01-01', 1],
  [
    'the name of a source',
    '{kind: Network, id: net, legalName: Net, productLines: [], provenance: [{standing: R, source: Our ACO is in Track 1}]}',
    '2026-06-30',
    0,
  ],
  ['a legal name', line('A line').replace('Net,', 'Track 1 ACO,'), '2026-06-30', 1],
])('%s', (_name, text, asOf, count) => {
  expect(checked(text, asOf)).toHaveLength(count)
})
