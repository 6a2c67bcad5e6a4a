import {expect, test} from 'vitest'
import type {ExhibitState} from '../../../src/model/workspace.ts'
import {exhibitsVerify} from '../../../src/rules/integrity/exhibits-verify.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network} from '../../helpers/records.ts'

const exhibit = (id: string, rest = `file: exhibits/${id}.pdf`) =>
  `{kind: Exhibit, id: ${id}, title: E, custodian: C, made: 2026-01-01, class: network, ${rest}}`
const state = (...states: ExhibitState['status'][]) =>
  Object.fromEntries(states.map((status, index) => [`Exhibit/e${index}`, {status}]))

test.each([
  [['verified'], 'supported'],
  [['verified', 'verified'], 'supported'],
  [['verified', 'unhashed'], 'weak'],
  [['unhashed', 'missing'], 'absent'],
  [['verified', 'pointer'], 'absent'],
  [['missing', 'mismatch'], 'contrary'],
  [['outside'], 'unknown'],
  [['verified', 'outside'], 'supported'],
] as const)('%s: %s', (statuses, outcome) => {
  const records = statuses.map((_, index) => exhibit(`e${index}`))
  const text = documents(network(liveFor[24]), ...records)
  const {outcome: found, evidence} = runRule(exhibitsVerify, text, {exhibits: state(...statuses)})
  expect(found).toBe(outcome)
  expect(evidence).toHaveLength(statuses.filter((it) => it === 'verified').length)
})

test('nothing registered is unknown', () => {
  expect(checkRule(exhibitsVerify, network(liveFor[24]))).toEqual([
    'unknown',
    '1:1 Unexpected register without a document, expected the exhibits that the records rest on',
  ])
})

test('a record without a file is kept outside, and not checked', () => {
  const text = documents(network(liveFor[24]), exhibit('e0', 'location: Office of counsel'))
  const {outcome, summary} = runRule(exhibitsVerify, text)
  expect(outcome).toBe('unknown')
  expect(summary).toBe(
    'Of 1 document registered: 0 verified, 0 different, 0 not here, 0 without a hash, 1 kept outside.',
  )
})

test('tables count too, and the finding names the file', () => {
  const table =
    '{kind: EvidenceTable, id: t, title: T, format: csv, file: tables/t.csv, from: 2026-01-01, to: 2026-03-31, source: S, grain: counts, columns: []}'
  const exhibits = {'EvidenceTable/t': {status: 'mismatch' as const}}
  expect(checkRule(exhibitsVerify, documents(network(liveFor[24]), table), {exhibits})).toEqual([
    'contrary',
    '3:1 Unexpected bytes in `tables/t.csv`, expected the hash of the record',
  ])
})
