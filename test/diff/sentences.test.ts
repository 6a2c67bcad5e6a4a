import {describe, expect, test} from 'vitest'
import {changesBetween, told} from '../helpers/diff.ts'

const participant = `kind: Participant
id: birchwood
name: Birchwood
type: practice
joined: 2025-10-01
`
const measure = (rest: string) => `kind: Measure
id: a1c
title: Glycemic control
${rest}`
const target = (value: number, direction = 'higher') =>
  measure(`direction: ${direction}
targets:
  - {from: 2026-01-01, to: 2026-12-31, value: ${value}}
`)
const policy = (ladder: string, more = '') => `kind: SanctionPolicy
id: policy
title: Sanctions
effective: 2025-01-01
ladder:
${ladder}
${more}`
const steps = `  - {step: coaching, signal: outlier, consecutivePeriods: 2, withinDays: 60}
  - {step: removal, signal: planOverdue, withinDays: 30}`
const agreement = (rest: string, id = 'agreement') => `kind: ParticipationAgreement
id: ${id}
title: Agreement
version: '2025'
${rest}`
const exhibit = (hash: string) => `kind: Exhibit
id: minutes
title: Minutes
file: exhibits/minutes.txt
sha256: ${hash.repeat(64)}
`
const protocol = (rest: string) => `kind: Protocol
id: asthma
title: Asthma
${rest}`
const contract = (rest: string) => `kind: PayerContract
id: payer-a
title: Contract A
${rest}`
const asks = (
  quorum: readonly {role: 'counsel' | 'medicalDirector'; count: number}[],
  authors?: boolean,
) => ({
  config: {
    approvals: [
      {
        kind: 'Protocol',
        quorum: [...quorum],
        ...(authors === undefined ? {} : {authorExcluded: authors}),
      },
    ],
  },
})
const sanction = (what: string, of = 'weakened') => [
  `${of}: Sanction policy ${of}: ${what}: Sanctions`,
]

/** One mutation each: records before and after, and exactly what must be told. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['member joined', '', participant, ['recorded: Member joined: Birchwood (2025-10-01)']],
  [
    'member left',
    participant,
    `${participant}left: 2026-03-31\n`,
    ['recorded: Member left: Birchwood (2026-03-31)'],
  ],
  ['member deleted', participant, '', ['unclassified: Member removed from the records: Birchwood']],
  [
    'protocol adopted, as a new record',
    '',
    protocol('adoption: {date: 2026-01-13, for: 5, against: 0}\n'),
    ['strengthened: Protocol adopted: Asthma (2026-01-13)'],
  ],
  [
    'protocol adopted, that was there',
    protocol(''),
    protocol('adoption: {date: 2026-01-13, for: 5, against: 0}\n'),
    ['strengthened: Protocol adopted: Asthma (2026-01-13)'],
  ],
  [
    'protocol without a vote',
    '',
    protocol(''),
    ['strengthened: Protocol added, without an adopting vote: Asthma'],
  ],
  [
    'protocol retired',
    protocol(''),
    protocol('retired: 2026-02-01\n'),
    ['weakened: Protocol retired: Asthma (2026-02-01)'],
  ],
  [
    'review cycle made longer',
    protocol('reviewCycleMonths: 12\n'),
    protocol('reviewCycleMonths: 24\n'),
    ['weakened: Review cycle of Asthma lengthened from 12 to 24 months'],
  ],
  [
    'review cycle made shorter',
    protocol('reviewCycleMonths: 24\n'),
    protocol('reviewCycleMonths: 12\n'),
    ['strengthened: Review cycle of Asthma shortened from 24 to 12 months'],
  ],
  [
    'protocol reviewed',
    protocol('reviews: [{date: 2025-01-13, result: kept}]\n'),
    protocol('reviews: [{date: 2026-01-13, result: kept}, {date: 2025-01-13, result: kept}]\n'),
    ['strengthened: Protocol reviewed: Asthma (2026-01-13)'],
  ],
  [
    'target raised, more is better',
    target(0.7),
    target(0.75),
    ['strengthened: Target of Glycemic control raised from 0.7 to 0.75 (2026)'],
  ],
  [
    'target lowered, more is better',
    target(0.75),
    target(0.7),
    ['weakened: Target of Glycemic control lowered from 0.75 to 0.7 (2026)'],
  ],
  [
    'target raised, less is better',
    target(0.1, 'lower'),
    target(0.2, 'lower'),
    ['weakened: Target of Glycemic control raised from 0.1 to 0.2 (2026)'],
  ],
  [
    'target raised, and the direction turned',
    target(0.1, 'lower'),
    target(0.2, 'higher'),
    [
      'unclassified: Measure Glycemic control: direction: lower -> higher',
      'unclassified: Target of Glycemic control raised from 0.1 to 0.2 (2026)',
    ],
  ],
  [
    'target set',
    measure('direction: higher\n'),
    target(0.7),
    ['strengthened: Target of Glycemic control set at 0.7 (2026)'],
  ],
  [
    'target dropped',
    target(0.7),
    measure('direction: higher\n'),
    ['weakened: Target of Glycemic control dropped (was 0.7) (2026)'],
  ],
  [
    'result recorded',
    measure(''),
    measure('results: [{from: 2025-01-01, to: 2025-12-31, value: 0.6}]\n'),
    ['recorded: Result recorded: Glycemic control: 0.6 (2025)'],
  ],
  [
    'result altered afterwards',
    measure('results: [{from: 2025-01-01, to: 2025-12-31, value: 0.6}]\n'),
    measure('results: [{from: 2025-01-01, to: 2025-12-31, value: 0.9}]\n'),
    ['unclassified: Measure Glycemic control: results, value of 2025-01-01: 0.6 -> 0.9'],
  ],
  [
    'removal step dropped',
    policy(steps),
    policy(steps.split('\n')[0] ?? ''),
    sanction('removal step on plan overdue dropped'),
  ],
  [
    'trigger loosened',
    policy(steps),
    policy(steps.replace('consecutivePeriods: 2', 'consecutivePeriods: 3')),
    sanction('trigger of the coaching step on outlier from 2 to 3 consecutive periods'),
  ],
  [
    'deadline lengthened',
    policy(steps),
    policy(steps.replace('withinDays: 30', 'withinDays: 90')),
    sanction('deadline of the removal step on plan overdue lengthened from 30 to 90 days'),
  ],
  [
    'deadline shortened',
    policy(steps),
    policy(steps.replace('withinDays: 30', 'withinDays: 20')),
    sanction(
      'deadline of the removal step on plan overdue shortened from 30 to 20 days',
      'strengthened',
    ),
  ],
  [
    'hearing dropped',
    policy(steps, 'dueProcess: {hearing: true, appeal: true}\n'),
    policy(steps, 'dueProcess: {hearing: false, appeal: true}\n'),
    sanction('hearing dropped'),
  ],
  [
    'due process dropped',
    policy(steps, 'dueProcess: {hearing: true, appeal: true}\n'),
    policy(steps),
    sanction('due process dropped'),
  ],
  [
    'exclusivity clause added, where the contrary was stated',
    agreement('clauses: {exclusivity: nonExclusive}\n'),
    agreement('clauses: {exclusivity: exclusive}\n'),
    ['weakened: Exclusivity clause added: Agreement (exclusive)'],
  ],
  [
    'exclusivity clause added, where nothing was stated',
    agreement('clauses: {data: true}\n'),
    agreement('clauses: {data: true, exclusivity: partlyExclusive}\n'),
    ['weakened: Exclusivity clause added: Agreement (partly exclusive)'],
  ],
  [
    'exclusivity clause removed',
    agreement('clauses: {exclusivity: exclusive}\n'),
    agreement('clauses: {exclusivity: nonExclusive}\n'),
    ['strengthened: Exclusivity clause removed: Agreement (was exclusive)'],
  ],
  [
    'exclusivity no longer stated',
    agreement('clauses: {data: true, exclusivity: exclusive}\n'),
    agreement('clauses: {data: true}\n'),
    ['unclassified: Exclusivity no longer stated: Agreement (was exclusive)'],
  ],
  [
    'first-refusal clause added',
    agreement('clauses: {firstRefusal: false}\n'),
    agreement('clauses: {firstRefusal: true}\n'),
    ['weakened: First-refusal clause added: Agreement'],
  ],
  [
    'first-refusal clause no longer stated',
    agreement('clauses: {data: true, firstRefusal: true}\n'),
    agreement('clauses: {data: true}\n'),
    ['unclassified: First-refusal clause no longer stated: Agreement'],
  ],
  [
    'a duty of the members dropped',
    agreement('clauses: {data: true, sanctions: true}\n'),
    agreement('clauses: {data: true}\n'),
    ['weakened: Sanctions clause no longer stated: Agreement'],
  ],
  [
    'one signature added',
    `${participant}---\n${agreement('signatures: [{participant: oak, date: 2025-01-02}]\n')}`,
    `${participant}---\n${agreement('signatures: [{participant: birchwood, date: 2025-10-01}, {participant: oak, date: 2025-01-02}]\n')}`,
    ['strengthened: Agreement signed: Agreement, by Birchwood (2025-10-01)'],
  ],
  [
    'agreement with an exclusivity clause, new as a whole',
    '',
    agreement('clauses: {exclusivity: exclusive, data: true}\n'),
    [
      'weakened: Exclusivity clause added: Agreement (exclusive)',
      'unclassified: Participation agreement added: Agreement, version 2025',
    ],
  ],
  [
    'a new version of the agreement without a duty of the former',
    agreement('inForceFrom: 2024-01-01\nclauses: {sanctions: true, firstRefusal: true}\n', 'old'),
    `${agreement('inForceFrom: 2024-01-01\nclauses: {sanctions: true, firstRefusal: true}\n', 'old')}---\n${agreement('inForceFrom: 2025-01-01\nclauses: {sanctions: false, firstRefusal: true}\n')}`,
    [
      'weakened: Sanctions clause removed: Agreement, compared with Agreement',
      'unclassified: Participation agreement added: Agreement, version 2025 (2025-01-01)',
    ],
  ],
  [
    'contract in force',
    '',
    contract('inForceFrom: 2026-01-01\n'),
    ['recorded: Contract in force: Contract A, from 2026-01-01'],
  ],
  [
    'contract signed that was being negotiated',
    contract(''),
    contract('inForceFrom: 2026-01-01\n'),
    ['recorded: Contract in force: Contract A (2026-01-01)'],
  ],
  [
    'gag clause',
    contract('clauses: {gag: false}\n'),
    contract('clauses: {gag: true}\n'),
    ['weakened: Gag clause added: Contract A'],
  ],
  [
    'exception granted',
    '',
    `kind: FindingException
id: late-minutes
rule: A5
expires: 2026-05-01
`,
    ['weakened: Exception granted: late-minutes, for A5, until 2026-05-01'],
  ],
  [
    'exception extended',
    'kind: FindingException\nid: late-minutes\nexpires: 2026-05-01\n',
    'kind: FindingException\nid: late-minutes\nexpires: 2026-08-01\n',
    ['weakened: Exception extended: late-minutes, until 2026-08-01 instead of 2026-05-01'],
  ],
  [
    'evidence replaced',
    exhibit('a'),
    exhibit('b'),
    [
      'unclassified: Evidence replaced: exhibit minutes has other bytes (SHA-256 aaaaaaaaaaaa -> bbbbbbbbbbbb)',
    ],
  ],
  ['evidence removed', exhibit('a'), '', ['weakened: Evidence removed: Minutes']],
  [
    'case opened',
    '',
    'kind: CorrectiveAction\nid: case-7\nopened: 2026-02-03\n',
    ['recorded: Case opened: case-7 (2026-02-03)'],
  ],
  [
    'case deleted',
    'kind: CorrectiveAction\nid: case-7\nopened: 2026-02-03\n',
    '',
    ['unclassified: Case removed from the records: case-7'],
  ],
  [
    'result of a step known',
    'kind: CorrectiveAction\nid: case-7\nsteps: [{step: coaching, date: 2026-01-02, result: open}]\n',
    'kind: CorrectiveAction\nid: case-7\nsteps: [{step: coaching, date: 2026-01-02, result: notMet}]\n',
    ['recorded: Corrective action case-7: steps, result of coaching: open -> notMet'],
  ],
  [
    'result of a step turned',
    'kind: CorrectiveAction\nid: case-7\nsteps: [{step: coaching, date: 2026-01-02, result: notMet}]\n',
    'kind: CorrectiveAction\nid: case-7\nsteps: [{step: coaching, date: 2026-01-02, result: met}]\n',
    ['unclassified: Corrective action case-7: steps, result of coaching: notMet -> met'],
  ],
  [
    'conduct on record',
    'kind: Negotiation\nid: talks\ntitle: Talks\n',
    'kind: Negotiation\nid: talks\ntitle: Talks\nconduct: [{class: terminationThreat, date: 2025-11-18}]\n',
    ['weakened: Conduct on record: Talks: termination threat (2025-11-18)'],
  ],
  [
    'conduct deleted',
    'kind: Negotiation\nid: talks\ntitle: Talks\nconduct: [{class: terminationThreat, date: 2025-11-18}]\n',
    'kind: Negotiation\nid: talks\ntitle: Talks\n',
    ['unclassified: Conduct no longer on record: Talks: termination threat (2025-11-18)'],
  ],
  [
    'an empty list where nothing was said',
    'kind: Negotiation\nid: talks\ntitle: Talks\n',
    'kind: Negotiation\nid: talks\ntitle: Talks\nconduct: []\n',
    ['clarified: Negotiation Talks: conduct: nothing -> none'],
  ],
  [
    'any other field, plainly',
    measure('numerator: Patients under control\n'),
    measure('numerator: Patients seen\n'),
    ['unclassified: Measure Glycemic control: numerator: Patients under control -> Patients seen'],
  ],
  [
    'a title',
    measure('').replace('Glycemic', 'Sugar'),
    measure(''),
    ['administrative: Measure Glycemic control: title: Sugar control -> Glycemic control'],
  ],
  [
    'a field that no schema declares',
    measure(''),
    measure('surprise: 1\n'),
    ['unclassified: Measure Glycemic control: surprise: nothing -> 1'],
  ],
  [
    'renamed, and what refers to it',
    `${measure('')}---\n${protocol('measures: [a1c]\n')}`,
    `${measure('').replace('id: a1c', 'id: glycemic')}---\n${protocol('measures: [glycemic]\n')}`,
    ['unclassified: Measure renamed: Glycemic control: id a1c -> glycemic, its content the same'],
  ],
  [
    'two alike gone, and one came: nobody can say which',
    `${measure('')}---\n${measure('').replace('a1c', 'b')}`,
    measure('').replace('a1c', 'c'),
    [
      'weakened: Measure removed: Glycemic control',
      'weakened: Measure removed: Glycemic control',
      'strengthened: Measure added: Glycemic control',
    ],
  ],
]

test.each(cases)('%s', (_, before, after, expected) => {
  expect(told(changesBetween(before, after))).toEqual(expected)
})

test('thresholds on a number beside a measure follow its direction', () => {
  const control = (threshold: number) => `kind: UtilizationControl
id: imaging
title: Imaging
measure: a1c
threshold: ${threshold}
`
  const between = (direction: string) =>
    told(
      changesBetween(
        `${measure(`direction: ${direction}\n`)}---\n${control(0.1)}`,
        `${measure(`direction: ${direction}\n`)}---\n${control(0.2)}`,
      ),
    )
  const sentence = 'Threshold of action of Imaging raised from 0.1 to 0.2'
  expect(between('higher')).toEqual([`strengthened: ${sentence}`])
  expect(between('lower')).toEqual([`weakened: ${sentence}`])
})

describe('cinch.yaml', () => {
  const set = (id: string, value: number) => ({
    config: {thresholds: {[id]: {value, reason: 'Holidays', setBy: 'board'}}},
  })
  test.each([
    [
      {},
      set('gapDays', 160),
      'weakened: Threshold gapDays loosened from 100 (default) to 160, reason: Holidays',
    ],
    [
      {},
      set('gapDays', 90),
      'strengthened: Threshold gapDays tightened from 100 (default) to 90, reason: Holidays',
    ],
    [
      {},
      set('gapDays', 100),
      'clarified: Threshold gapDays stated from 100 (default) to 100, reason: Holidays',
    ],
    [
      set('gapDays', 160),
      {},
      'strengthened: Threshold gapDays tightened from 160 to 100 (default)',
    ],
    [
      set('gapDays', 120),
      set('gapDays', 160),
      'weakened: Threshold gapDays loosened from 120 to 160, reason: Holidays',
    ],
    [
      {},
      set('votingShare', 0.4),
      'weakened: Threshold votingShare loosened from 0.5 (default) to 0.4, reason: Holidays',
    ],
    [
      {},
      set('votingShare', 0.6),
      'strengthened: Threshold votingShare tightened from 0.5 (default) to 0.6, reason: Holidays',
    ],
    [
      {},
      set('nobodyKnows', 1),
      'unclassified: Threshold nobodyKnows changed from nothing to 1, reason: Holidays',
    ],
    [
      {},
      {config: {ignore: [{glob: 'drafts/**', reason: 'Drafts'}]}},
      'weakened: Files ignored: drafts/**, reason: Drafts',
    ],
    [
      {config: {ignore: [{glob: 'drafts/**', reason: 'Drafts'}]}},
      {config: {ignore: [{glob: 'drafts/**', reason: 'Notes'}]}},
      'clarified: Configuration: ignore, reason of drafts/**: Drafts -> Notes',
    ],
    [
      {config: {sampleData: {statement: 'Invented'}}},
      {},
      'unclassified: Configuration: sample data, statement: Invented -> nothing',
    ],
    [
      {config: {records: ['**/*.yaml']}},
      {config: {}},
      'unclassified: Configuration: records: **/*.yaml -> nothing',
    ],
    [
      {},
      asks([{role: 'counsel', count: 1}]),
      'strengthened: Approval policy of Protocol added: 1 counsel',
    ],
    [
      asks([{role: 'counsel', count: 1}]),
      {},
      'weakened: Approval policy of Protocol dropped (was 1 counsel)',
    ],
    [
      asks([{role: 'counsel', count: 2}]),
      asks([{role: 'counsel', count: 1}]),
      'weakened: Approval policy of Protocol: counsel from 2 to 1',
    ],
    [
      asks([
        {role: 'counsel', count: 1},
        {role: 'medicalDirector', count: 1},
      ]),
      asks([{role: 'counsel', count: 1}]),
      'weakened: Approval policy of Protocol: 1 medical director no longer asked for',
    ],
    [
      asks([{role: 'counsel', count: 1}]),
      asks([{role: 'counsel', count: 1}], false),
      'weakened: Approval policy of Protocol: author excluded: nothing -> no',
    ],
  ] as const)('%j to %j', (before, after, expected) => {
    expect(told(changesBetween('', '', [before, after]))).toEqual([expected])
  })
})

describe('documents', () => {
  const verified = {exhibits: {'Exhibit/minutes': {status: 'verified', sha256: 'a'}}} as const
  const other = {exhibits: {'Exhibit/minutes': {status: 'mismatch', sha256: 'b'}}} as const
  test.each([
    [
      verified,
      other,
      ['weakened: Evidence no longer matches its record: Minutes: its bytes have another hash'],
    ],
    [other, verified, ['strengthened: Evidence matches its record again: Minutes']],
    [other, other, []],
    [verified, verified, []],
  ])('%j to %j', (before, after, expected) => {
    expect(told(changesBetween(exhibit('a'), exhibit('a'), [before, after]))).toEqual(expected)
  })
})
