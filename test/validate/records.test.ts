import {expect, test} from 'vitest'
import {checked, explained, network, sourcesOf, validated} from './check.ts'

const participant = (rest: string) => `kind: Participant
id: harbor
name: Harbor Family Medicine
type: practice
owner: harbor
${rest}
`

test('a right record gives nothing to say', () => {
  const {workspace, diagnostics} = validated({
    records: {'a.yaml': network, 'b.yaml': participant("ccn: '450001'")},
  })
  expect(diagnostics).toEqual([])
  expect(workspace.entries.map(({kind, value}) => `${kind}/${value.id}`)).toEqual([
    'Network/northgate',
    'Participant/harbor',
  ])
  expect(workspace.omitted).toEqual([])
})

test.each([
  {
    name: 'unknown kind',
    record: 'kind: Protocl\nid: a',
    says: 'b.yaml:1:7 schema/kind Unexpected kind `Protocl`, expected a kind of record | Did you mean `Protocol`?',
  },
  {
    name: 'kind in capitals',
    record: 'Kind: Protocol\nid: a',
    says: 'b.yaml:1:1 schema/kind Unexpected record without `kind`, expected a kind of record | Write `Kind` as `kind`',
  },
  {
    name: 'kind of another type',
    record: 'kind: 3\nid: a',
    says: /^b\.yaml:1:7 schema\/kind Unexpected number `3` for `kind`, expected a kind of record \| Write one of `Network`, /,
  },
  {
    name: 'a list instead of a record',
    record: '- kind: Person',
    says: /^b\.yaml:1:1 schema\/type Unexpected list, expected a record: a mapping with `kind` and `id`/,
  },
  {
    name: 'missing key',
    record: 'kind: Participant\nid: harbor\ntype: practice\nowner: harbor',
    says: 'b.yaml:1:1 schema/required Unexpected Participant without `name`, expected text | Add `name:` here. Name of the practice or facility',
  },
  {
    name: 'missing key of a mapping inside',
    record: participant('clinicians:\n  - npi: "2000000002"\n    specialty: cardiology'),
    says: 'b.yaml:7:5 schema/required Unexpected `clinicians[0]` without `role`, expected `primaryCare` or `specialist` | Add `role:` here. Primary care or specialist',
  },
  {
    name: 'misspelt key that is needed: one mistake',
    record: 'kind: Participant\nid: harbor\nnmae: Harbor\ntype: practice\nowner: harbor',
    says: 'b.yaml:3:1 schema/unknown-key Unexpected key `nmae`, expected one that Participant has | Did you mean `name`?',
  },
  {
    name: 'unknown key',
    record: participant(
      'clinicians:\n  - {npi: "2000000002", specialty: cardiology, role: specialist, fax: x}',
    ),
    says: 'b.yaml:7:66 schema/unknown-key Unexpected key `fax`, expected one that `clinicians[0]` has | Remove it. Keys left to use: `name`, `taxonomy`, `zips`, `countedAt`, `joined` or `left`',
  },
  {
    name: 'value of a closed list',
    record: participant('').replace('practice', 'practise'),
    says: 'b.yaml:4:7 schema/enum Unexpected text `practise` for `type`, expected `practice`, `hospital` or `postAcute` | Did you mean `practice`?',
  },
  {
    name: 'value of a long closed list',
    record: participant('clinicians:\n  - {npi: "2000000002", specialty: xyz, role: specialist}'),
    says: 'b.yaml:7:36 schema/enum Unexpected text `xyz` for `clinicians[0].specialty`, expected one of 45 values | `cinch schema Participant` lists the values',
  },
  {
    name: 'number where text is meant',
    record: participant('ccn: 450001'),
    says: "b.yaml:6:6 schema/type Unexpected number `450001` for `ccn`, expected a CCN of six characters: two digits for the state and four digits or capitals | Quote it: `'450001'`; without quotes YAML reads a number and drops leading zeros",
  },
  {
    name: 'empty value that is needed',
    record: participant('').replace('Harbor Family Medicine', "''"),
    says: 'b.yaml:3:7 schema/empty Unexpected empty text for `name`, expected text | Write a value after `name:`',
  },
  {
    name: 'text where a number is meant',
    record: participant("declaredClinicians:\n  - {role: specialist, count: '12'}"),
    says: 'b.yaml:7:31 schema/type Unexpected text `12` for `declaredClinicians[0].count`, expected a whole number | Write digits alone, without quotes, unit or thousands separator',
  },
  {
    name: 'negative count',
    record: participant('declaredClinicians:\n  - {role: specialist, count: -1}'),
    says: 'b.yaml:7:31 schema/range Unexpected number `-1` for `declaredClinicians[0].count`, expected at least 0 | Write a number of at least 0',
  },
  {
    name: 'fraction of a person',
    record: participant('declaredClinicians:\n  - {role: specialist, count: 1.5}'),
    says: 'b.yaml:7:31 schema/type Unexpected number `1.5` for `declaredClinicians[0].count`, expected a whole number | Write a whole number',
  },
  {
    name: 'one thing where a list is meant',
    record: participant("locations: '04101'"),
    says: 'b.yaml:6:12 schema/type Unexpected text `04101` for `locations`, expected a list | Write a list: below `locations:` each on a line of its own after a hyphen',
  },
  {
    name: 'list of too few',
    record: participant('employedByOneOf: [harbor]'),
    says: /^b\.yaml:6:18 schema\/minItems Unexpected list for `employedByOneOf`, expected a list of at least 2 \| /,
  },
])('$name', ({record, says}) => {
  const [first, ...rest] = explained(record)
  if (says instanceof RegExp) expect(first).toMatch(says)
  else expect(first).toBe(says)
  expect(rest).toEqual([])
})

test('a percentage where a share is meant', () => {
  const owners = '{name: Physicians, class: physicians, share: 60}'
  expect(checked({records: `${network}owners: [${owners}]`})).toEqual([
    'records.yaml:6:55 schema/range Unexpected number `60` for `owners[0].share`, expected a share from 0 to 1',
  ])
})

test('a text of yes is not true', () => {
  const says = validated({records: network.replace('true', "'yes'")}).diagnostics
  expect(says.map(({code, help}) => `${code} ${help}`)).toEqual([
    'schema/type Write `true` or `false`, without quotes; `yes` and `no` are text',
  ])
})

test('a record in error is named, and kept out of the entries', () => {
  const {workspace} = validated({
    records: {'a.yaml': network, 'b.yaml': `${participant('x: 1')}---\n${participant('')}`},
  })
  const named = {root: 'main', file: 'b.yaml', kind: 'Participant', id: 'harbor'}
  expect(workspace.omitted).toMatchObject([named, named])
  // What it says is kept, so that a change of it can be told.
  expect(workspace.omitted?.map(({source}) => source?.index)).toEqual([0, 1])
  expect(workspace.find('Participant', 'harbor')).toBeUndefined()
})

test('what loading found spoiled is not told twice, and the record is left out', () => {
  const given = {records: {'a.yaml': network, 'b.yaml': participant('ccn: 010001')}}
  const {workspace, diagnostics} = validated(given)
  expect(diagnostics).toEqual([])
  expect(workspace.omitted).toHaveLength(1)
})

test('a key that stands twice leaves the record out', () => {
  const given = {records: {'a.yaml': network, 'b.yaml': participant('name: Other')}}
  expect(validated(given).workspace.omitted).toHaveLength(1)
})

test('every error says why it matters and what to do', () => {
  const record = participant('x: 1\nccn: 450001\nlocations: [1, "2"]\nroster: none')
  const {diagnostics} = validated({records: {'a.yaml': network, 'b.yaml': record}})
  expect(diagnostics).toHaveLength(5)
  for (const {why, help, message} of diagnostics) {
    expect(why).toMatch(/\S/)
    expect(help).toMatch(/\S/)
    expect(message).toMatch(/^Unexpected .*, expected .*[^.]$/)
  }
})

test('hostile text is quoted short and cannot move the cursor', () => {
  const [line = ''] = explained(participant(`"\\e[2Jevil\\u202e${'x'.repeat(500)}": 1`))
  expect(line.length).toBeLessThan(800)
  expect(line).toContain('\\u001b[2Jevil\\u202e')
})

test.each(['name: Harbor Family Medicine', 'kind: Participant'])(
  'a key left empty is one mistake, which loading tells: %s',
  (line) => {
    const record = participant('').replace(line, line.split(' ')[0] ?? '')
    const given = {records: {'a.yaml': network, 'b.yaml': record}}
    expect(sourcesOf(given).diagnostics).toHaveLength(1)
    expect(checked(given)).toEqual([])
    expect(validated(given).workspace.omitted).toHaveLength(1)
  },
)
