import {expect, test} from 'vitest'
import type {Provenance} from '../../src/model/dossier.ts'
import {rowSourceText, sourceText} from '../../src/render/source-text.ts'

const record = (number: number, line: number): Provenance => ({
  type: 'record',
  kind: 'Protocol',
  id: `p${number}`,
  file: `p${number}.yaml`,
  line,
  number,
})

test.each<[string, readonly Provenance[], string]>([
  ['number and line', [record(12, 30)], '[12:30]'],
  ['lines of one record together', [record(12, 30), record(12, 41)], '[12:30, 41]'],
  ['records in the order cited', [record(13, 7), record(12, 30)], '[13:7; 12:30]'],
  [
    'with what is no record',
    [record(1, 2), {type: 'exhibit', label: 'NG-0003'}],
    '[1:2; Exhibit NG-0003]',
  ],
  [
    'six with their lines',
    [1, 2, 3, 4, 5, 6].map((it) => record(it, 9)),
    '[1:9; 2:9; 3:9; 4:9; 5:9; 6:9]',
  ],
  [
    'more by ranges of numbers, whatever the order',
    [7, 3, 4, 5, 9, 20, 21].map((it) => record(it, 9)),
    '[3\u20135, 7, 9, 20\u201321]',
  ],
  ['nothing where only the tool speaks', [{type: 'tool'}], ''],
])('%s', (_name, provenance, text) => {
  expect(sourceText(provenance)).toBe(text)
})

test('a row does not name again the commit and the tests that its cells name', () => {
  const provenance: readonly Provenance[] = [
    record(1, 2),
    {type: 'git', commit: '1a2b3c4d5e6f7a8b'},
    {type: 'test', rule: 'B1'},
    {type: 'test', rule: 'B10'},
    {type: 'test', rule: 'B1, B2'},
  ]
  const cells = [{text: 'B1, B2 Everyone signed'}, {text: '1a2b3c4d5e6f'}]
  expect(rowSourceText({cells, provenance})).toBe('[1:2; test B10]')
})
