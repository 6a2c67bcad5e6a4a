import {expect, test} from 'vitest'
import {readersAllowed} from '../../../src/rules/safeguards/readers-allowed.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const closed = attested(['safeguards'])
const readers = (...entries: readonly string[]) =>
  `{kind: Safeguard, id: s, title: S, type: repositoryAccess, readers: [${entries.map((it) => `{role: member, ${it}}`).join(', ')}]}`
const own = 'rootClass: network, allowed: true'
const may = (reads?: boolean) =>
  `rootClass: peerReview, allowed: false${reads === undefined ? '' : `, reads: ${String(reads)}`}`

test.each([
  ['no list', '', 'absent', 'unknown'],
  ['allowed', readers(own), 'supported', 'unknown'],
  ['allowed and not read', readers(`${own}, reads: false`), 'supported', 'unknown'],
  ['not allowed, not read', readers(own, may(false)), 'supported', 'unknown'],
  ['not allowed, read', readers(own, may(true)), 'contrary', 'contrary'],
  ['not allowed, not stated', readers(own, may()), 'unknown', 'unknown'],
  ['no reader of this root', readers(may(false)), 'unknown', 'unknown'],
])('%s', (_name, records, whenClosed, whenOpen) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(readersAllowed, documents(text, closed)).outcome).toBe(whenClosed)
    expect(runRule(readersAllowed, text).outcome).toBe(whenOpen)
  }
})

test('points at the reader', () => {
  expect(
    checkRule(readersAllowed, documents(network(liveFor[24]), readers(own, may(true)), closed)),
  ).toEqual([
    'contrary',
    '3:121 Unexpected reader `member` of a root of class `peerReview`, which that role may not read, expected no access',
  ])
})
