import {expect, test} from 'vitest'
import {checked, network, validated} from './check.ts'
import {kinds, schemaAt} from '../../src/validate/schemas.ts'
import {referencesOf} from '../../src/validate/references.ts'

const participant = (id: string, rest = '') =>
  `---\nkind: Participant\nid: ${id}\nname: Practice\ntype: practice\nowner: ${id}\n${rest}`

test('references that hold say nothing, in lists and mappings too', () => {
  const contract = `---
kind: PayerContract
id: acme
payer: Acme
productLine: ppo
model: feeForService
jointlyPriced: false
inForceFrom: 2026-01-01
panel: {participants: [harbor]}
`
  const records = network + participant('harbor', 'productLines: [ppo]\n') + contract
  const lines = checked({records}).filter((it) => it.includes('reference/'))
  expect(lines).toEqual([])
})

test.each([
  {
    name: 'near one of its kind',
    rest: 'employedBy: harbour',
    says: [
      'Unexpected `harbour` for `employedBy`, expected the id of a Participant',
      'Did you mean `harbor`?',
    ],
  },
  {
    name: 'one of another kind',
    rest: 'roster: northgate',
    says: [
      'Unexpected `northgate` for `roster`, expected the id of an EvidenceTable',
      '`northgate` exists as a Network; name an EvidenceTable here',
    ],
  },
  {
    name: 'product line',
    rest: 'productLines: [ppx]',
    says: [
      'Unexpected `ppx` for `productLines[0]`, expected the id of a product line',
      'Did you mean `ppo`?',
    ],
  },
  {
    name: 'nothing like it',
    rest: 'evidence: [minutes]',
    says: [
      'Unexpected `minutes` for `evidence[0]`, expected the id of an Exhibit',
      'Add an Exhibit with `id: minutes`, or correct the id',
    ],
  },
])('a reference to nothing: $name', ({rest, says}) => {
  const records = {
    'a.yaml': network,
    'b.yaml': participant('harbor').slice(4),
    'c.yaml': participant('bay', rest).slice(4),
  }
  const {diagnostics, workspace} = validated({records})
  expect(diagnostics.map(({code}) => code)).toEqual(['reference/unresolved'])
  const [first] = diagnostics
  expect([first?.location.start.line, first?.message, first?.help]).toEqual([6, ...says])
  expect(workspace.find('Participant', 'bay'), 'the record stays').toBeDefined()
})

test('a record in error is still known to those that refer to it', () => {
  const records =
    network + participant('harbor', 'x: 1\n') + participant('bay', 'employedBy: harbor')
  expect(checked({records}).map((it) => it.split(' ')[1])).toEqual(['schema/unknown-key'])
})

const inOverlay = `kind: CorrectiveAction
id: case-0001
member: M-0001
opened: 2026-01-01
`

test('the overlay may refer to the main repository', () => {
  const overlay =
    'kind: Exhibit\nid: file\ntitle: T\ncustodian: C\nmade: 2026-01-01\nclass: peerReview\nlocation: Safe\nevidence: [minutes]'
  const records = `${network}---\n${overlay.replace('id: file', 'id: minutes').replace('\nevidence: [minutes]', '')}`
  expect(checked({records, overlay})).toEqual([])
})

test('the main repository may not refer into an overlay, and learns nothing of it', () => {
  const overlay =
    'kind: Exhibit\nid: secret-file\ntitle: Hidden title\ncustodian: C\nmade: 2026-01-01\nclass: peerReview\nlocation: Safe'
  const records = `${network}evidence: [secret-file, secret-fil]`
  const {diagnostics} = validated({records, overlay})
  expect(diagnostics.map(({code, message}) => `${code} ${message}`)).toEqual([
    'reference/into-overlay Unexpected `secret-file` for `evidence[0]`, expected a record of this repository',
    'reference/unresolved Unexpected `secret-fil` for `evidence[1]`, expected the id of an Exhibit',
  ])
  const said = JSON.stringify(diagnostics)
  expect(said).not.toContain('Hidden')
  expect(said).not.toContain('overlay-1')
  expect(diagnostics[1]?.help).toBe('Add an Exhibit with `id: secret-fil`, or correct the id')
})

test('a second record of one id names both places, and the first is used', () => {
  const records = {
    'a.yaml': network,
    'b.yaml': participant('harbor').slice(4),
    'c.yaml': participant('harbor').slice(4).replace('name: Practice', 'name: Other'),
  }
  const {workspace, diagnostics} = validated({records})
  expect(diagnostics).toMatchObject([
    {
      code: 'record/duplicate-id',
      message: 'Unexpected second Participant `harbor`, expected an id of its own',
      location: {file: 'c.yaml', start: {line: 2, column: 5}},
      related: [{location: {file: 'b.yaml', start: {line: 2, column: 5}}}],
    },
  ])
  expect(workspace.find('Participant', 'harbor')?.value.name).toBe('Practice')
  expect(workspace.all('Participant')).toHaveLength(1)
})

test('the same id in two kinds is no duplicate', () => {
  const record =
    'kind: Exhibit\nid: northgate\ntitle: T\ncustodian: C\nmade: 2026-01-01\nclass: network\nlocation: Safe'
  expect(checked({records: `${network}---\n${record}`})).toEqual([])
})

test('one Network in the main repository, and none in an overlay', () => {
  expect(checked({records: participant('harbor').slice(4)})).toEqual([
    'cinch.yaml:1:1 record/no-network Unexpected repository without a Network, expected one record of `kind: Network`',
  ])
  const second = network.replace('id: northgate', 'id: southgate')
  expect(checked({records: `${network}---\n${second}`})).toEqual([
    'records.yaml:7:7 record/second-network Unexpected second Network, expected one in a repository',
  ])
  expect(checked({overlay: second})).toEqual([
    'overlay-1:cases.yaml:1:7 record/second-network Unexpected Network in an overlay, expected one in the main repository alone',
  ])
})

test('a Network in error is not a missing one', () => {
  const codes = checked({records: `${network}x: 1`}).map((it) => it.split(' ')[1])
  expect(codes).toEqual(['schema/unknown-key'])
})

test('references are found at every depth of the schemas', () => {
  const found = kinds().flatMap((kind) =>
    referencesOf(kind).map(({pattern, target}) => `${kind}.${pattern.join('.')} ${target}`),
  )
  expect(found).toContain('Network.owners.*.participant Participant')
  expect(found).toContain('Protocol.reviews.*.meeting Meeting')
  expect(found).toContain('IncentivePlan.pools.*.weights.*.measure Measure')
  expect(found).toContain('Participant.productLines.* ProductLine')
  expect(found.length).toBeGreaterThan(100)
  expect(schemaAt('Protocol', ['reviews', 0, 'meeting'])['x-reference']).toBe('Meeting')
})

test('pseudonymous cases may stand in the network root', () => {
  const policy = 'policy: ladder\ntrigger: {signal: outlier}\n'
  const lines = checked({records: `${network}---\n${inOverlay}${policy}`})
  expect(lines.filter((it) => /class/.test(it))).toEqual([])
  expect(lines.filter((it) => it.includes('reference/'))).toHaveLength(1)
})
