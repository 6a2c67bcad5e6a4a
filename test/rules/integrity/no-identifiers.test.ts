import {expect, test} from 'vitest'
import {contextOf} from '../../../src/assess/context.ts'
import type {ScanHit} from '../../../src/model/source.ts'
import {noIdentifiers} from '../../../src/rules/integrity/no-identifiers.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {liveFor, network} from '../../helpers/records.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

const hit = (kind: ScanHit['class']): ScanHit => ({
  class: kind,
  pattern: 'identifier-ssn',
  location: {file: 'tables/a.csv', start: {line: 2, column: 1}, end: {line: 2, column: 12}},
})
const text = network(liveFor[24])

test('nothing found', () => {
  expect(checkRule(noIdentifiers, text)).toEqual(['supported'])
})

test('found: the place and the pattern, never the text', () => {
  expect(checkRule(noIdentifiers, text, {hits: [hit('identifier')]})).toEqual([
    'contrary',
    '2:1 Unexpected text that looks like a patient identifier (pattern `identifier-ssn`) in `tables/a.csv`, expected none in any file',
  ])
})

test('a price is no identifier', () => {
  expect(runRule(noIdentifiers, text, {hits: [hit('price')]}).outcome).toBe('supported')
})

test('a reading of no file shows nothing', () => {
  const workspace = {...workspaceOf(text), scanned: 0}
  const [entry] = workspace.all('Network')
  if (entry === undefined) throw new Error('Unexpected workspace without a Network')
  expect(noIdentifiers.check(contextOf(workspace, entry, 0, noIdentifiers)).outcome).toBe('unknown')
})
