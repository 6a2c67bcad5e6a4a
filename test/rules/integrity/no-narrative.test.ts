import {expect, test} from 'vitest'
import type {ScanHit} from '../../../src/model/source.ts'
import {noNarrative} from '../../../src/rules/integrity/no-narrative.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'

const hit = (kind: ScanHit['class']): ScanHit => ({
  class: kind,
  pattern: 'pattern',
  location: {file: 'notes.txt', start: {line: 2, column: 1}, end: {line: 2, column: 12}},
})
const unread = [{root: 'main', file: 'exhibits/a.pdf', reason: 'no text'}]
const exhibit = (rest: string) =>
  `{kind: Exhibit, id: x, title: X, custodian: C, made: 2026-01-01, class: network${rest}}`

test.each([proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]])(
  'on a line with %s',
  (line) => {
    expect(runRule(noNarrative, network(line)).outcome).toBe('supported')
    expect(runRule(noNarrative, network(line), {hits: [hit('narrative')]}).outcome).toBe('contrary')
    expect(runRule(noNarrative, network(line), {hits: [hit('identifier')]}).outcome).toBe(
      'supported',
    )
  },
)

test('found: the place and the pattern, never the text', () => {
  expect(checkRule(noNarrative, network(liveFor[24]), {hits: [hit('narrative')]})).toEqual([
    'contrary',
    '2:1 Unexpected text that looks like a name or a narrative of a case (pattern `pattern`) in `notes.txt`, expected none in any file',
  ])
})

test.each([
  ['no record', '', 'unknown'],
  ['an exhibit', exhibit(', file: exhibits/a.pdf'), 'supported'],
  ['an exhibit of another file', exhibit(', file: exhibits/b.pdf'), 'unknown'],
  ['an exhibit kept outside', exhibit(', location: L'), 'unknown'],
])('a file that could not be read, with %s', (_name, records, outcome) => {
  const text = documents(network(liveFor[24]), records)
  const result = runRule(noNarrative, text, {notScanned: unread})
  expect(result.outcome).toBe(outcome)
  expect(result.summary).toContain('1 file could not be read as text')
})
