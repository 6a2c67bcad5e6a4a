import {expect, test} from 'vitest'
import {classify} from '../../src/assess/classify.ts'
import {networkFeatures} from '../../src/assess/network-features.ts'
import {networkKinds} from '../../src/assess/network-kinds.ts'
import {forbiddenUses} from '../../src/model/forbidden.ts'
import {classificationLines} from '../../src/report/classify.ts'
import {documents} from '../helpers/records.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const network = (line: string, more = '') =>
  `{kind: Network, id: net, legalName: Net${more === '' ? '' : `, ${more}`}, productLines: [{id: ppo, title: PPO, stage: operating, ${line}}]}`
const joint = 'basis: clinical, jointPricing: true'
const relayed = 'basis: messenger, jointPricing: false'
const practice = (id: string, rest = '') =>
  `{kind: Participant, id: ${id}, name: N, type: practice, owner: owner-${id}${rest === '' ? '' : `, ${rest}`}}`
const hospital = '{kind: Participant, id: hospital, name: H, type: hospital, owner: system}'
const two = documents(practice('a'), practice('b'))
const physicians = 'owners: [{name: Members, class: physicians, share: 1}]'
const contract = (model: string, rest = '') =>
  `{kind: PayerContract, id: c, title: C, payer: p, productLine: ppo, model: ${model}, jointlyPriced: true, inForceFrom: 2025-01-01${rest === '' ? '' : `, ${rest}`}}`
const accountable = contract('twoSided', 'lives: 9000, measures: [m]')
const program = documents(
  '{kind: Protocol, id: p, title: P, condition: C, specialties: []}',
  '{kind: InformationSystem, id: s, title: S, type: ehr}',
  '{kind: Measure, id: m, title: M, steward: S, domain: process}',
  '{kind: UtilizationControl, id: u, title: U, type: imaging}',
  '{kind: MembershipCriterion, id: k, title: K, effective: 2020-01-01}',
  '{kind: Investment, id: i, title: I, from: 2025-01-01, to: 2025-12-31}',
  '{kind: SanctionPolicy, id: sp, title: SP, ladder: []}',
)
const messenger = '{kind: Negotiation, id: n, title: N, productLine: ppo, method: messenger}'

function described(text: string): string[] {
  return classify(workspaceOf(text)).lines.flatMap(({kinds}) =>
    kinds.filter(({verdict}) => verdict === 'described').map(({kind}) => kind),
  )
}

test.each<[string, string, string[]]>([
  ['nothing but a line', network(joint), []],
  ['several owners with a program', documents(network(joint), two, program), ['cin']],
  [
    'the same with a contract that shares losses: a CIN that contains an ACO',
    documents(network(joint), two, program, accountable),
    ['cin', 'aco'],
  ],
  [
    'one part of the program missing',
    documents(network(joint), two, program.replace('kind: Investment', 'kind: Meeting')),
    [],
  ],
  [
    'upside only shares savings',
    documents(network(joint), contract('sharedSavings', 'lives: 1, measures: [m]')),
    ['aco'],
  ],
  [
    'capitation is no shared saving',
    documents(network(joint), contract('capitation', 'lives: 1, measures: [m]')),
    [],
  ],
  [
    'savings without a population',
    documents(network(joint), contract('sharedSavings', 'measures: [m]')),
    [],
  ],
  [
    'savings without measures',
    documents(network(joint), contract('sharedSavings', 'lives: 1')),
    [],
  ],
  [
    'a contract that ended yesterday',
    documents(network(joint), accountable.replace('lives', 'inForceTo: 2026-06-29, lives')),
    [],
  ],
  [
    'a contract that ends today',
    documents(network(joint), accountable.replace('lives', 'inForceTo: 2026-06-30, lives')),
    ['aco'],
  ],
  [
    'independent practices, owned by physicians',
    documents(network(joint, physicians), two),
    ['ipa'],
  ],
  ['owners not stated', documents(network(joint), two), []],
  ['with a hospital', documents(network(joint, physicians), two, hospital), ['pho']],
  [
    'a hospital that owns a share',
    documents(network(joint, 'owners: [{name: H, class: hospital, share: 0.2}]'), two),
    ['pho'],
  ],
  [
    'a hospital that owns nothing',
    documents(
      network(
        joint,
        'owners: [{name: M, class: physicians, share: 1}, {name: H, class: hospital, share: 0}]',
      ),
      two,
    ),
    ['ipa'],
  ],
  [
    'two practices of one owner',
    documents(
      network(joint, physicians),
      practice('a'),
      practice('b').replace('owner-b', 'owner-a'),
    ),
    ['staffModel'],
  ],
  [
    'all employed by the hospital',
    documents(
      network(joint),
      hospital,
      practice('a', 'employedBy: hospital'),
      practice('b', 'employedBy: hospital'),
    ),
    ['staffModel'],
  ],
  [
    'employed by two hospitals',
    documents(
      network(joint),
      hospital,
      practice('a', 'employedBy: hospital'),
      practice('b', 'employedBy: other'),
    ),
    [],
  ],
  ['one record for many practices', documents(network(joint, physicians), practice('a')), []],
  [
    'a practice that left yesterday',
    documents(network(joint, physicians), practice('a'), practice('b', 'left: 2026-06-29')),
    [],
  ],
  [
    'a practice of another line',
    documents(network(joint, physicians), practice('a'), practice('b', 'productLines: [hmo]')),
    [],
  ],
  ['offers relayed', documents(network(relayed), messenger), ['messengerModel']],
  ['no record of relaying', network(relayed), []],
  [
    'called a messenger, with joint prices',
    documents(network('basis: messenger, jointPricing: true'), messenger),
    [],
  ],
  [
    'called a messenger, with a joint contract in force',
    documents(network(relayed), messenger, contract('feeForService')),
    [],
  ],
])('%s', (_name, text, kinds) => {
  expect(described(text)).toEqual(kinds)
})

test('a record that is missing is not stated, and stands against nothing', () => {
  const [line] = classify(workspaceOf(network(joint))).lines
  const verdicts = Object.fromEntries((line?.kinds ?? []).map((it) => [it.kind, it.verdict]))
  expect(verdicts).toEqual({
    cin: 'notShown',
    aco: 'notShown',
    ipa: 'notShown',
    pho: 'notShown',
    messengerModel: 'contradicted',
    staffModel: 'notShown',
  })
})

test('lines are described each by itself', () => {
  const text = documents(
    `{kind: Network, id: net, legalName: Net, ${physicians}, productLines: [{id: ppo, title: PPO, stage: operating, ${joint}}, {id: hmo, title: HMO, stage: operating, ${relayed}}]}`,
    two,
    messenger.replace('ppo', 'hmo'),
  )
  const found = classify(workspaceOf(text)).lines.map(({line, kinds}) => [
    line.id,
    kinds.filter(({verdict}) => verdict === 'described').map(({kind}) => kind),
  ])
  expect(found).toEqual([
    ['ppo', ['ipa']],
    ['hmo', ['messengerModel']],
  ])
})

test('every fact names its record and place, and what is missing who would answer it', () => {
  const text = documents(network(joint, `declaredKind: cin, ${physicians}`), two)
  const classification = classify(workspaceOf(text))
  expect(classification.declared).toMatchObject({kind: 'cin', fact: {location: {start: {line: 1}}}})
  for (const {features} of classification.lines.flatMap((it) => it.kinds))
    for (const {met, facts, answeredBy} of features) {
      expect(facts.length > 0).toBe(met !== 'notStated')
      expect(answeredBy).not.toBe('')
    }
  const printed = classificationLines(classification, 80)
  expect(printed.filter((it) => it.length > 80)).toEqual([])
  const whole = printed.join('\n')
  expect(whole).toContain(
    'The network says it is: clinically integrated network (CIN) (records.yaml:1:',
  )
  expect(whole).toContain('The facts describe: independent practice association (IPA)')
  expect(whole).toContain('- Protocols are shared: a Protocol record')
  expect(whole).toContain('records.yaml:3:')
  expect(forbiddenUses(whole)).toEqual([])
})

test('every feature is used by a definition, and every definition has one', () => {
  const used = networkKinds.flatMap(({features}) => features)
  expect(new Set(used)).toEqual(new Set(Object.keys(networkFeatures)))
  for (const {kind, features, definition} of networkKinds) {
    expect(features.length, kind).toBeGreaterThan(0)
    expect(definition, kind).toMatch(/\.$/)
  }
})
