import {expect, test} from 'vitest'
import type {ApprovalState} from '../../src/model/approval.ts'
import {startOf} from '../../src/model/location.ts'
import {waitingLines} from '../../src/report/approvals.ts'

const state: ApprovalState = {
  kind: 'Protocol',
  id: 'asthma',
  root: 'main',
  location: startOf('records/asthma.yaml'),
  policy: null,
  fingerprint: 'sha256:0',
  state: 'missing',
  reasons: [],
  approvals: [],
  lacking: [{role: 'officer', count: 1}],
  authors: [],
  changed: null,
  committed: true,
  referredBy: [],
  reliesOnChanged: [],
}
const reviewOf = (...authors: readonly string[]) => ({
  state,
  waiting: [
    {
      role: 'officer',
      count: 1,
      persons: [{id: 'quill', name: 'Quill'}],
      authors,
    },
  ],
  reliesOn: [],
  since: null,
})
const linesOf = (authors: readonly string[], asked = 1, approved = 0) =>
  waitingLines([reviewOf(...authors)], {asked, approved, policy: true}, 200)

test.each([
  [0, 1, '0 of 1 record that needs approval has it.'],
  [1, 1, '1 of 1 record that needs approval has it.'],
  [0, 2, '0 of 2 records that need approval have it.'],
  [1, 2, '1 of 2 records that need approval has it.'],
])('%i of %i is counted as one says it', (approved, asked, words) => {
  expect(linesOf([], asked, approved).join('\n')).toContain(words)
})

test.each([
  [[], 'Quill (quill)'],
  [['okafor'], 'Quill (quill); not okafor, the author of the change'],
  [['lee', 'okafor'], 'Quill (quill); not lee and okafor, the authors of the change'],
  [['a', 'b', 'c'], 'Quill (quill); not a, b and c, the authors of the'],
])('everybody who is left out is named: %j', (authors, words) => {
  expect(linesOf(authors).join('\n')).toContain(words)
})

test('a list of one person says whose it is', () => {
  const counts = {asked: 2, approved: 0, policy: true, person: 'quill'}
  expect(waitingLines([], counts, 80).join('\n')).toContain('0 records wait for quill; 0 of 2')
})
