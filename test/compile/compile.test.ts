import {assert, integer, property} from 'fast-check'
import {expect, test} from 'vitest'
import {compile, compileAll} from '../../src/compile/compile.ts'
import {figure} from '../../src/compile/phrases.ts'
import {sections, sectionOf} from '../../src/compile/sections/index.ts'
import {authorities} from '../../src/law/authorities.ts'
import {startOf} from '../../src/model/location.ts'
import {factors} from '../../src/model/rule.ts'
import {rules} from '../../src/rules/index.ts'
import {forbiddenUses} from '../../src/model/forbidden.ts'
import {fewRules, inputOf, partOf, provenances, ruleOf, textOf, wholeText} from './fixture.ts'
import {emptyNetwork, fullNetwork} from './network.ts'

const nothing = 'The records hold nothing on this.'
const full = compile(inputOf(fullNetwork, {authorities}))

test('parts and sections stand in the order of a dossier, each anchored once', () => {
  const headings = full.blocks.flatMap((it) => (it.type === 'heading' ? [it] : []))
  expect(headings.filter((it) => it.level === 1).map((it) => it.id)).toEqual([
    'limits',
    'summary',
    'adverse-facts',
    ...sections.map((it) => `s${it.number}`),
    'findings',
    'measure-results',
    'timeline',
    'audit-trail',
    'comparison',
    'exhibit-index',
    'authorities',
    'thresholds',
    'manifest',
    'seals',
    'sources',
  ])
  expect(sections.map((it) => it.number)).toEqual(Array.from({length: 18}, (_, index) => index + 1))
  expect(new Set(headings.map((it) => it.id)).size).toBe(headings.length)
})

test('a network with nothing but its record says so, section by section', () => {
  const bare = compile(inputOf(emptyNetwork, {rules: [ruleOf('B1', 'unknown')]}))
  for (const {number} of sections.filter((it) => it.number > 2 && it.number < 18))
    expect([number, partOf(bare, `s${number}`)]).toEqual([number, expect.stringContaining(nothing)])
  expect(partOf(bare, 's18')).toContain('The records hold no attestation, approval')
  expect(partOf(bare, 's18')).toContain('and the records hold no attestation.')
  expect(partOf(bare, 's18')).not.toContain('an attestation above')
  expect(partOf(bare, 's2')).toContain('Legal name: Bare Network, LLC')
  expect(partOf(bare, 's2')).toContain('Entity form: not stated')
  expect(partOf(bare, 'limits')).toContain('States covered: not stated in the Network record.')
  expect(partOf(bare, 'audit-trail')).toContain('No history was read')
})

test('a section that has records does not say that it has none', () => {
  for (const {number} of sections)
    expect([number, partOf(full, `s${number}`).includes(nothing)]).toEqual([number, false])
})

test('every block has a class and a provenance, and widths sum to one', () => {
  expect(full.blocks.length).toBeGreaterThan(60)
  for (const block of compileAll(inputOf(fullNetwork, {authorities})).blocks) {
    expect(block.class).toBeTruthy()
    expect(block.provenance.length).toBeGreaterThan(0)
    if (block.type !== 'table') continue
    expect(block.columns.reduce((sum, it) => sum + it.width, 0)).toBeCloseTo(1, 9)
    for (const row of block.rows) {
      expect(row.cells.length).toBe(block.columns.length)
      expect(row.provenance.length).toBeGreaterThan(0)
      for (const cell of row.cells) expect(cell.text).not.toBe('')
    }
  }
})

test('a statement names the record, the file and the line it came from', () => {
  const table = full.blocks.find((it) => it.type === 'table' && it.caption === 'Payer contracts')
  const line = fullNetwork.split('\n').indexOf('id: blue-ppo')
  const number = 1 + (full.sources ?? []).findIndex(({id}) => id === 'blue-ppo')
  expect(table?.provenance).toEqual([
    {type: 'record', number, kind: 'PayerContract', id: 'blue-ppo', file: 'records.yaml', line},
  ])
})

test('readiness, questions and conditions are those of the assessment, in the words of the model', () => {
  const summary = partOf(full, 'summary')
  expect(summary).toContain('Readiness: not ready. Ancillarity and conduct fails on I6')
  expect(summary).toContain('Integration | open | E5')
  expect(summary).toContain('Efficiencies | not applicable | this rule set has no test of it')
  expect(summary).toContain('E5 | unknown | E5 rests on 1 records of CorrectiveAction. | a record')
  expect(summary).toContain('C Protocols and measures | C12 | C9 | – | – | – | –')
  expect(summary).not.toMatch(/\d %/)
})

test('adverse facts come before the sections, current before past, unanswered ones said', () => {
  const whole = wholeText(full)
  expect(whole.indexOf('\nAdverse facts\n')).toBeLessThan(whole.indexOf('\nRequester and question'))
  const part = partOf(full, 'adverse-facts')
  expect(part).toContain('2026-02-01 | I6 | Fact against, of I6 | No answer is recorded.')
  expect(part).toContain('not stated | I6 | Old fact against, of I6 | “Answer to I6”')
  expect(part.indexOf('Fact against')).toBeLessThan(part.indexOf('Old fact against'))
})

test('no adverse fact found is not said to be none', () => {
  const part = partOf(compile(inputOf(fullNetwork, {rules: []})), 'adverse-facts')
  expect(part).toContain('does not show that nothing happened')
})

test('what is unknown is counted and listed, with what would answer it', () => {
  const part = partOf(full, 'unknowns')
  expect(part).toContain('2 outcomes are unknown, of 2 tests: E5 and J1.')
  expect(part).toContain('a record that answers J1')
})

test('factors without a test are named from the rule set', () => {
  expect(partOf(full, 'limits')).toContain(
    'This rule set holds 7 tests. Factors A, D, F, G, H and K have none',
  )
  const one = compile(inputOf(fullNetwork, {rules: [ruleOf('A1', 'supported')]}))
  expect(partOf(one, 'limits')).toContain('This rule set holds 1 test. Factors B, C, D')
  const every = factors.map((it) => ruleOf(`${it}1`, 'supported'))
  const all = compile(inputOf(fullNetwork, {rules: every}))
  expect(partOf(all, 'limits')).toContain('Every factor has at least one.')
})

test.each([...fewRules, ...rules].map((it) => [it.id]))('%s is shown in one section', (id) => {
  const named = sections.filter(({tests}) => tests.includes(id))
  expect(named.length).toBeLessThanOrEqual(1)
  expect(sections.map((it) => it.number)).toContain(sectionOf(id))
})

test('each test of the rule set stands in the section that it bears on, with its outcome', () => {
  expect(partOf(full, 's7')).toContain('E5 Title of E5 | unknown | declared | E5 rests on')
  expect(partOf(full, 's5')).toContain('C12 Title of C12 | supported')
  expect(partOf(full, 's6')).toContain('C9 Title of C9 | weak')
  expect(partOf(full, 's18')).toContain('L4 Title of L4 | supported')
})

test.each([
  ['lives: 18250', 'lives: ', 's13'],
  ['scored: 41', 'scored: ', 's6'],
  ['actualUsd: 241318', 'actualUsd: ', 's10'],
  ['hours: 31}', 'hours: ', 's10'],
  ['all: 31,', 'all: ', 's15'],
  ['denominator: 103', 'denominator: ', 'measure-results'],
  ['sent: 1200', 'sent: ', 's9'],
  ['count: 6}]', 'count: ', 's14'],
])('a number shown is the number recorded: %s', (recorded, key, part) => {
  const tail = recorded.replace(/^.*?\d+/, '')
  assert(
    property(integer({min: 1000, max: 9_000_000}), (number) => {
      const text = fullNetwork.replace(recorded, `${key}${number}${tail}`)
      expect(partOf(compile(inputOf(text)), part)).toContain(figure(number))
    }),
    {numRuns: 5},
  )
})

test('roster tables are counted, and one that cannot be read is no empty one', () => {
  const open = fullNetwork.replace('left: 2025-08-14\n', '')
  expect(partOf(compile(inputOf(open)), 's3')).toContain('not known: no table roster-mill')
  const row = (line: number) => ({
    line,
    cells: {specialty: 'family-medicine', clinicianRole: 'primaryCare'},
  })
  const tables = {'roster-mill': {status: 'read' as const, counts: [], rows: [row(2), row(3)]}}
  const read = partOf(compile(inputOf(open, {tables})), 's3')
  expect(read).toContain('family medicine | primary care | 2 | roster table')
})

test('who left is not listed, nor dated beside the cases', () => {
  const whole = wholeText(full)
  expect(partOf(full, 's3')).toContain('1 participant at the as-of date')
  expect(partOf(full, 's3')).not.toContain('Mill Street')
  expect(whole).not.toContain('2025-08-14')
  expect(partOf(full, 's4')).toContain('exit | sanction | 1 | 2025 | 0')
})

test('exhibits have stable labels, and their state is said', () => {
  const exhibits = {
    'Exhibit/minutes-jan': {status: 'mismatch' as const, sha256: 'b'.repeat(64)},
    'Exhibit/agreement-scan': {status: 'outside' as const},
  }
  const part = partOf(compile(inputOf(fullNetwork, {exhibits})), 'exhibit-index')
  expect(part).toMatch(/HARBOR-0001 \| Agreement as signed .* \| kept outside .*: Vault/)
  expect(part).toMatch(/HARBOR-0002 \| Minutes of January .* \| does not match its hash/)
})

test('authorities carry their status, and the tests that cite them', () => {
  const part = partOf(full, 'authorities')
  expect(part).toMatch(/Maricopa.* \| B1, C9, C12, E5, I6, J1, L4/)
  expect(part).toContain('withdrawn: DOJ 2023-02-03, FTC 2023-07-14')
})

test('problems of the records and of the history are shown with their place', () => {
  const problem = {
    code: 'schema/required',
    severity: 'error' as const,
    message: 'Unexpected record without `id`, expected one',
    location: startOf('records.yaml'),
    help: 'Add `id`',
  }
  const input = inputOf(fullNetwork, {
    diagnostics: [problem],
    trailFindings: [{...problem, code: 'trail/backwards'}],
    trails: [{status: 'shallow', root: 'main', reason: 'the clone is shallow'}],
  })
  const dossier = compile(input)
  expect(partOf(dossier, 'record-problems')).toContain('schema/required | error | records.yaml:1')
  expect(partOf(dossier, 'audit-trail')).toContain('not available: the clone is shallow')
  expect(partOf(dossier, 'trail-verification')).toContain('trail/backwards')
})

test('what is said of a network never uses the words kept from it', () => {
  const config = {
    sampleData: {statement: 'The network is invented'},
    thresholds: {x: {value: 1, reason: 'r', setBy: 's'}},
  }
  const draft = 'Draft: changes are not committed'
  for (const text of [fullNetwork, emptyNetwork])
    for (const ruleSet of [[], [ruleOf('A8', 'contrary')], rules]) {
      const input = inputOf(text, {config, draft, authorities, rules: ruleSet})
      for (const dossier of [compile(input), compileAll(input)])
        expect(forbiddenUses(wholeText(dossier))).toEqual([])
    }
})

test('the same input gives the same dossier', () => {
  const again = compile(inputOf(fullNetwork, {authorities}))
  expect(JSON.stringify(again)).toBe(JSON.stringify(full))
})

test('sample data, reconstructions and drafts are marked', () => {
  const config = {
    sampleData: {statement: 'Invented.'},
    reconstruction: {matter: 'MedSouth 2002', statement: 'From public sources.'},
  }
  const marked = compile(inputOf(fullNetwork, {config, draft: 'Draft: not committed'}))
  expect([marked.mark, marked.draft]).toEqual([
    'Sample data and Reconstruction',
    'Draft: not committed',
  ])
  expect(marked.cover.legend.slice(0, 3)).toEqual([
    'Draft: not committed',
    'Sample data. Invented.',
    'Reconstruction of MedSouth 2002. From public sources.',
  ])
  expect([full.mark, full.draft]).toEqual([null, null])
})

test("the cover keeps a field for counsel's signature, and says that a label is no privilege", () => {
  expect(full.cover.facts.at(-1)).toEqual({
    label: 'Reviewed by counsel',
    text: expect.stringMatching(/^_+ {2}Date: _+$/),
  })
  expect(full.cover.legend.join(' ')).toContain('A label creates no privilege')
  expect(textOf(full.blocks.find((it) => textOf(it).startsWith('Reviewed by counsel'))!)).toMatch(
    /_/,
  )
})

test('published sources are shown where a record has them', () => {
  const text = fullNetwork.replace(
    'type: antitrustPolicy',
    "type: antitrustPolicy\nprovenance: [{standing: R, source: 'Staff letter, 2002', fields: [text]}]",
  )
  expect(partOf(compile(inputOf(text)), 's16')).toContain(
    'Safeguard policy | text | R: recalled, to be confirmed | Staff letter, 2002',
  )
})

test('every record shown as a source exists', () => {
  const {workspace} = inputOf(fullNetwork)
  for (const it of provenances(full))
    if (it.type === 'record' && it.kind !== 'CinchConfig')
      expect(
        it.id === 'not named' ||
          workspace.entries.some(({kind, value}) => kind === it.kind && value.id === it.id),
      ).toBe(true)
})

test('an exception is said beside its finding, which stays', () => {
  const finding = inputOf(fullNetwork).assessment.findings.find((it) => it.code === 'C9')
  const exception = (expires: string, approver = 'bo-lind') => `${fullNetwork}---
{kind: Person, id: bo-lind, name: Bo Lind, roles: []}
---
kind: FindingException
id: exception-1
finding: ${finding?.fingerprint}
rule: C9
reason: Waits for the new edition
owner: ann-bell
approver: ${approver}
approved: 2026-06-01
expires: ${expires}
`
  const running = partOf(compile(inputOf(exception('2026-07-01'))), 'findings')
  expect(running).toContain(
    `${finding?.fingerprint} (accepted until 2026-07-01; not in the base read)`,
  )
  const over = partOf(compile(inputOf(exception('2026-06-30'))), 'findings')
  expect(over).toContain(`${finding?.fingerprint} (acceptance expired 2026-06-30)`)
  const own = partOf(compile(inputOf(exception('2026-07-01', 'ann-bell'))), 'findings')
  expect(own).toContain(`${finding?.fingerprint} (acceptance not in order)`)
})

test('records left out because they are in error are counted', () => {
  const input = inputOf(fullNetwork)
  const omitted = [{root: 'main', file: 'a.yaml', kind: 'Meeting', id: 'x'}]
  const dossier = compile({...input, workspace: {...input.workspace, omitted}})
  expect(partOf(dossier, 'findings')).toContain('1 record is in error and left out')
})

test('results that say one thing stand in one row', () => {
  const second =
    '\n  - {id: ma, title: Advantage, basis: clinical, stage: operating, jointPricing: true}\nserviceArea'
  const text = fullNetwork.replace('\nserviceArea', second)
  const ruleSet = [ruleOf('E5', 'unknown'), ruleOf('E1', 'notApplicable')]
  const part = partOf(compile(inputOf(text, {rules: ruleSet})), 's7')
  expect(part).toContain('E5 Title of E5 | Advantage and Commercial PPO | unknown')
  expect(partOf(compile(inputOf(text, {rules: ruleSet})), 'summary')).toContain(
    'Product line: Advantage',
  )
})

test('the tests held are listed by factor, so that a missing number can be seen', () => {
  const part = partOf(full, 'limits')
  expect(part).toContain('C Protocols and measures | C9, C12')
  expect(part).toContain('D Monitoring | none')
})

test('every record cited has its number in the list of sources, and none stands there uncited', () => {
  const cited = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    const {type, kind, id} = value as Record<string, unknown>
    if (type === 'record') cited.add(`${String(kind)} ${String(id)}`)
    Object.values(value).forEach(visit)
  }
  visit(full.blocks)
  expect(cited.size).toBeGreaterThan(10)
  expect(new Set(full.sources?.map(({kind, id}) => `${kind} ${id}`))).toEqual(cited)
  const last = full.blocks.at(-1)
  expect(last?.type === 'table' && last.rows.length).toBe(full.sources?.length)
})

test.each([
  ['2026-07-01', '| 2026-07-01'],
  ['2026-06-30', '| 2026-06-30: expired'],
])('an attestation that expires %s, judged as of 2026-06-30', (expires, shown) => {
  const text = fullNetwork.replace('date: 2026-01-15', `date: 2026-01-15\nexpires: ${expires}`)
  expect(partOf(compile(inputOf(text)), 's18')).toContain(`2026-01-15 ${shown}\n`)
})

test('an agreement that ended is not held against who joined later', () => {
  const text = `${fullNetwork.replace('clinicians:', 'productLines: [ppo]\nclinicians:')}---
kind: ParticipationAgreement
id: agreement-1
title: Participation agreement
version: '1'
inForceFrom: 2020-01-01
inForceTo: 2021-06-30
signatures: []
---
kind: ParticipationAgreement
id: agreement-0
title: Participation agreement
version: '0'
inForceFrom: 2019-01-01
inForceTo: 2021-05-31
signatures: []
`
  const part = partOf(compile(inputOf(text)), 's3')
  expect(part).toContain('2020-01-01 to 2021-06-30 | 0 participants | not asked: ended 2021-06-30')
  expect(part).toContain('Participant | Version 0 | Version 1 | Version 2')
  expect(part).toContain(
    'Lakeside Cardiology | ended before it joined | none recorded | 2023-01-05',
  )
})

test('an owner that is not stated is not counted as one', () => {
  const text = fullNetwork.replace('owner: lakeside-owner\njoined', 'joined')
  const part = partOf(compile(inputOf(text)), 's3')
  expect(part).toContain('1 participant at the as-of date; the owner of 1 is not stated')
  expect(part).not.toContain('under 1 owner')
  expect(partOf(full, 's3')).toContain('1 participant at the as-of date, under 1 owner.')
})
