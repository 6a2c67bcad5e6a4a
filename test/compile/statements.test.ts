import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import {plain, statement} from '../../src/compile/statements.ts'
import {inputOf, partOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

test.each([
  [
    'Unexpected silence of the `negotiations` log, expected an attestation',
    'Found: silence of the ‘negotiations’ log. Expected: an attestation.',
  ],
  ['A sentence of another form', 'A sentence of another form'],
  ['Unexpected end', 'Unexpected end'],
  [
    'Unexpected day `2026-01-01`, expected one, expected early',
    'Found: day 2026-01-01. Expected: one, expected early.',
  ],
])('states: %s', (message, stated) => {
  expect(statement(message)).toBe(stated)
})

test.each([
  [
    'the correctiveActions and membershipDecisions log',
    'the corrective actions and membership decisions log',
  ],
  ['`actualUsd` is missing', 'actual (US dollars) is missing'],
  ['`legalName`', 'legal name'],
  ['a CorrectiveAction of MedSouth', 'a CorrectiveAction of MedSouth'],
])('in words: %s', (text, words) => {
  expect(plain(text)).toBe(words)
})

test('the findings of a dossier are statements', () => {
  const part = partOf(compile(inputOf(fullNetwork)), 'findings')
  expect(part).toContain('Found: gap of C9. Expected: none.')
  expect(part).not.toContain('Unexpected')
})
