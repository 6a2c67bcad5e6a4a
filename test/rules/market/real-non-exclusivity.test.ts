import {expect, test} from 'vitest'
import {assess} from '../../../src/assess/assess.ts'
import {agreementNonExclusive} from '../../../src/rules/market/agreement-non-exclusive.ts'
import {outsideContractsHeld} from '../../../src/rules/market/outside-contracts-held.ts'
import {payersCouldBypass} from '../../../src/rules/market/payers-could-bypass.ts'
import {primaryShareBelowBand} from '../../../src/rules/market/primary-share-below-band.ts'
import {shareBelowBand} from '../../../src/rules/market/share-below-band.ts'
import {attested, contract, documents, liveFor, network} from '../../helpers/records.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

const rules = [
  agreementNonExclusive,
  outsideContractsHeld,
  payersCouldBypass,
  shareBelowBand,
  primaryShareBelowBand,
]

interface Facts {
  /** Members in a hundred, in the county and in the primary service area of the owner. */
  readonly county: number | null
  readonly primary: number | null
  readonly exclusivity: 'nonExclusive' | 'exclusive'
  readonly held: number
  readonly told: boolean
}

const free: Facts = {county: 60, primary: 60, exclusivity: 'nonExclusive', held: 3, told: true}

/** What becomes of the question, and what decides it. */
function marketOf({county, primary, exclusivity, held, told}: Facts): readonly [string, string] {
  const count = (area: string, members: number | null) =>
    members === null ? [] : [`{area: ${area}, members: ${members}, all: 100, source: S}`]
  const text = documents(
    network(liveFor[24]),
    `{kind: Participant, id: elm, name: P, type: practice, owner: x, productLines: [ppo], outsideContracts: [{asOf: 2026-01-01, count: ${held}}]}`,
    `{kind: ParticipationAgreement, id: a, title: A, version: v1, inForceFrom: 2024-01-01, clauses: {exclusivity: ${exclusivity}, firstRefusal: false}}`,
    `{kind: ServiceAreaScreen, id: s, title: S, asOf: 2026-01-01, areas: [{id: county, title: C}, {id: x, title: X, owner: x}], counts: [${[...count('county', county), ...count('x', primary)].join(', ')}]}`,
    contract(
      `inForceFrom: 2025-01-01, bypass: [{date: 2025-10-01, event: refusedNetwork}${told ? ', {date: 2025-10-02, event: noticeOfIndividualRoute}' : ''}]`,
    ),
    attested(['negotiations', 'payerBypass']),
  )
  const {assessment} = assess(workspaceOf(text), rules, {version: '0.0.0'})
  const found = assessment.lines[0]?.questions.find(
    (it) => it.question === 'marketPowerAndSpillover',
  )
  return [found?.outcome ?? '', found?.decidedBy.join(' ') ?? '']
}

test.each<[string, Partial<Facts>, string, string]>([
  ['share alone fails nobody', {}, 'supportedWithNotedWeakness', 'J5 J6'],
  ['an exclusive agreement fails', {exclusivity: 'exclusive'}, 'fails', 'J1'],
  ['no contract outside fails', {held: 0}, 'fails', 'J2'],
  ['a refusing payer not told fails', {told: false}, 'fails', 'J4'],
  ['high in a primary service area alone', {county: 10, told: false}, 'fails', 'J4'],
  ['high in the county alone', {primary: 10, told: false}, 'fails', 'J4'],
  ['shares not known', {county: null, told: false}, 'fails', 'J4'],
  ['a primary service area not known', {county: 10, primary: null, told: false}, 'fails', 'J4'],
  ['low: no gate, but still critical', {county: 10, primary: 10, told: false}, 'open', 'J4'],
  ['low and free', {county: 10, primary: 10}, 'supported', 'J1 J2 J4 J5 J6'],
])('%s', (_name, changed, outcome, decidedBy) => {
  expect(marketOf({...free, ...changed})).toEqual([outcome, decidedBy])
})
