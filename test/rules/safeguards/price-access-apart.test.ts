import {expect, test} from 'vitest'
import {priceAccessApart} from '../../../src/rules/safeguards/price-access-apart.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const closed = attested(['safeguards'])
const list = (entry: string, rest = '') =>
  `{kind: Safeguard, id: s, title: S, type: priceAccessList${rest}, access: [${entry}]}`
const venn = (competes: boolean, rest = '') =>
  `{person: venn, competingBoardMember: ${String(competes)}${rest}}`
const person = (rest = '') => `{kind: Person, id: venn, name: V, roles: []${rest}}`
const seat = (rest: string, type = 'board') =>
  `{kind: GoverningBody, id: b, title: B, type: ${type}, holders: [{person: venn, ${rest}}]}`
const practises = person(', participant: elm')

test.each([
  ['no list', '', 'absent', 'unknown'],
  ['a list that ended today', list(venn(true), ', retired: 2026-06-30'), 'absent', 'unknown'],
  ['a list that ends tomorrow', list(venn(true), ', retired: 2026-07-01'), 'contrary', 'contrary'],
  ['nobody', list(''), 'supported', 'unknown'],
  [
    'without access',
    '{kind: Safeguard, id: s, title: S, type: priceAccessList}',
    'unknown',
    'unknown',
  ],
  ['staff', documents(list(venn(false)), person()), 'supported', 'unknown'],
  ['a competitor', list(venn(true)), 'contrary', 'contrary'],
  ['a competitor, recused', list(venn(true, ', recused: true')), 'supported', 'unknown'],
  ['a competitor, not recused', list(venn(true, ', recused: false')), 'contrary', 'contrary'],
  [
    'a member on the board, by the records',
    documents(list(venn(false)), practises, seat('from: 2024-01-01')),
    'contrary',
    'contrary',
  ],
  [
    'a member whose seat ended yesterday',
    documents(list(venn(false)), practises, seat('from: 2024-01-01, to: 2026-06-29')),
    'supported',
    'unknown',
  ],
  [
    'a member whose seat ends today',
    documents(list(venn(false)), practises, seat('from: 2024-01-01, to: 2026-06-30')),
    'contrary',
    'contrary',
  ],
  [
    'a member on another committee',
    documents(list(venn(false)), practises, seat('from: 2024-01-01', 'clinicalCommittee')),
    'supported',
    'unknown',
  ],
])('%s', (_name, records, whenClosed, whenOpen) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(priceAccessApart, documents(text, closed)).outcome).toBe(whenClosed)
    expect(runRule(priceAccessApart, text).outcome).toBe(whenOpen)
  }
})

test('points at the entry', () => {
  expect(
    checkRule(priceAccessApart, documents(network(liveFor[24]), list(venn(true)), closed)),
  ).toEqual([
    'contrary',
    '3:68 Unexpected access of `venn`, who decides for a competitor, expected none or a recusal',
  ])
})
