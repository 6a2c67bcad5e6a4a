import fc from 'fast-check'
import {expect, test} from 'vitest'
import {lastDayWithin} from '../../src/due/context.ts'
import {addDays, addMonths} from '../../src/model/date.ts'
import type {Obligation} from '../../src/model/obligation.ts'
import type {Entry, Kind} from '../../src/model/workspace.ts'
import {dueOf, dueUntil} from '../../src/pipeline/due.ts'
import {rules} from '../../src/rules/index.ts'
import {closes, judgeRule, networkOf, records} from '../helpers/judge-rule.ts'
import {workspaceOf, type WorkspaceOptions} from '../helpers/workspace.ts'

const far = '2099-12-31'
const live = networkOf({live: '2022-01-01'})
const joined = (id: string, rest = '') =>
  `{kind: Participant, id: ${id}, name: ${id}, type: practice, productLines: [ppo]${rest}}`

async function obligations(
  text: string,
  options: WorkspaceOptions = {},
): Promise<readonly Obligation[]> {
  return (await dueOf(workspaceOf(text, options), far)).obligations
}

async function told(text: string, kind: Obligation['kind'], options: WorkspaceOptions = {}) {
  const found = await obligations(text, options)
  return found
    .filter((it) => it.kind === kind)
    .map(({due, daysLate, record}) => `${due} ${daysLate} ${record.kind}/${record.id}`)
}

/** A rule's outcome on a day. */
function outcome(id: string, text: string, asOf: string): string {
  const rule = rules.find((it) => it.id === id)
  if (rule === undefined) throw new Error(`Unexpected test ${id}`)
  return judgeRule(rule, text, {asOf}).outcome
}

const quorate = (held: string) =>
  `{kind: Meeting, id: m-${held}, body: clinical, held: ${held}, quorum: true, minutesDrafted: ${held}, minutesAdopted: ${held}}`

/** By test: records on which it is supported on the day told, and not on the day after. */
const boundaries: readonly (readonly [string, Obligation['kind'], string, string])[] = [
  [
    'C3',
    'protocolReview',
    '2026-02-28',
    records(
      live,
      '{kind: Protocol, id: a1c, title: A1c, reviews: [{date: 2024-02-29}], effective: 2023-01-01}',
    ),
  ],
  [
    'C3',
    'protocolReview',
    '2025-02-28',
    records(
      live,
      '{kind: Protocol, id: a1c, title: A1c, reviewCycleMonths: 12, reviews: [{date: 2024-02-29}], effective: 2023-01-01}',
    ),
  ],
  [
    'B5',
    'reselection',
    '2026-03-15',
    records(live, closes('membershipDecisions', '2020-01-01'), joined('a', ', joined: 2023-03-15')),
  ],
  [
    'D1',
    'scorecard',
    '2026-07-09',
    records(
      live,
      closes('scorecards', '2020-01-01'),
      ...[
        ['2025-01-01', '2025-03-31'],
        ['2025-04-01', '2025-06-30'],
        ['2025-07-01', '2025-09-30'],
        ['2025-10-01', '2025-12-31'],
        ['2026-01-01', '2026-03-31'],
      ].map(
        ([from, to]) =>
          `{kind: Scorecard, id: s-${to}, title: S, from: ${from}, to: ${to}, issued: ${to}}`,
      ),
    ),
  ],
  [
    'A4',
    'committeeMeeting',
    '2026-07-14',
    records(
      live,
      closes('meetings', '2020-01-01'),
      '{kind: GoverningBody, id: clinical, title: C, type: clinicalCommittee, established: 2022-01-01}',
      ...['2025-07-15', '2025-10-01', '2026-01-10', '2026-04-01'].map(quorate),
    ),
  ],
  [
    'K3',
    'training',
    '2026-02-17',
    records(
      live,
      '{kind: Safeguard, id: t, title: T, type: training, effective: 2022-01-01, training: [{date: 2024-02-17, trained: 75, of: 75}]}',
    ),
  ],
  [
    'J10',
    'shareCounts',
    '2026-07-31',
    records(
      live,
      '{kind: ServiceAreaScreen, id: s, title: S, asOf: 2025-01-31, counts: [{area: x, members: 1, all: 10}]}',
    ),
  ],
  [
    'D7',
    'recordAudit',
    '2026-05-19',
    records(
      live,
      closes('scorecards', '2020-01-01'),
      '{kind: Scorecard, id: s, title: S, from: 2025-01-01, to: 2025-03-31, issued: 2025-05-01, recordAudit: {on: 2025-05-20, sampled: 30, agreed: 29}}',
    ),
  ],
]

test.each(boundaries)(
  '%s: %s is in time on the day told, and late on the next',
  async (id, kind, day, text) => {
    expect((await told(text, kind)).map((it) => it.slice(0, 10))).toEqual([day])
    expect([outcome(id, text, day), outcome(id, text, addDays(day, 1))]).toEqual([
      'supported',
      expect.not.stringMatching(/supported/),
    ])
  },
)

test('the day follows what the network set for the number of the test', async () => {
  const text = records(live, joined('a', ', joined: 2023-03-15'))
  const thresholds = {
    reselectionMonths: {value: 24, reason: 'Credentialing is yearly', setBy: 'board'},
  }
  expect(await told(text, 'reselection', {config: {thresholds}})).toEqual([
    '2025-03-15 472 Participant/a',
  ])
  const found = await obligations(text, {config: {thresholds}})
  expect(found.find(({kind}) => kind === 'reselection')?.threshold).toEqual({
    id: 'reselectionMonths',
    value: 24,
    unit: 'months',
  })
})

test('a source that changed since asks for a review from that day on', async () => {
  const text = records(
    live,
    '{kind: Protocol, id: a1c, title: A1c, owner: pat, effective: 2023-01-01, source: {changed: 2026-03-01}, reviews: [{date: 2026-01-10}]}',
  )
  const found = await obligations(text)
  expect(found.find(({kind}) => kind === 'protocolReview')).toMatchObject({
    due: '2026-03-01',
    daysLate: 121,
    who: {role: null, person: 'pat'},
  })
})

test('signatures: on the agreement in force, and on the version that replaces it', async () => {
  const text = records(
    live,
    joined('a', ', joined: 2022-01-01'),
    joined('b', ', joined: 2025-02-01'),
    '{kind: ParticipationAgreement, id: v1, title: A, version: 1, inForceFrom: 2024-01-01, inForceTo: 2026-09-30, signatures: [{participant: a, date: 2024-01-01}]}',
    '{kind: ParticipationAgreement, id: v2, title: A, version: 2, inForceFrom: 2026-10-01, signatures: [{participant: b, date: 2026-06-01}]}',
  )
  expect(await told(text, 'signature')).toEqual([
    '2025-02-01 514 ParticipationAgreement/v1',
    '2026-10-01 -93 ParticipationAgreement/v2',
  ])
  expect(await told(text, 'agreementEnds')).toEqual(['2026-09-30 -92 ParticipationAgreement/v1'])
})

test('minutes: the draft after thirty days, the adoption on the day of the next meeting', async () => {
  const text = records(
    live,
    '{kind: Meeting, id: one, body: board, held: 2026-05-31}',
    '{kind: Meeting, id: two, body: board, held: 2026-06-20, minutesDrafted: 2026-06-21}',
    '{kind: Meeting, id: three, body: other, held: 2026-06-20, minutesDrafted: 2026-06-21, minutesAdopted: 2026-06-30}',
  )
  expect(await told(text, 'minutesDraft')).toEqual(['2026-06-30 0 Meeting/one'])
  expect(await told(text, 'minutesAdoption')).toEqual(['2026-06-20 10 Meeting/one'])
})

test('reports of a scorecard are due until every member has one', async () => {
  const card = (rest: string) =>
    records(
      live,
      `{kind: Scorecard, id: s, title: S, from: 2026-01-01, to: 2026-03-31, issued: 2026-04-20${rest}}`,
    )
  expect(await told(card(''), 'memberReports')).toEqual(['2026-05-15 46 Scorecard/s'])
  const some = ', members: {scored: 9, of: 10}, delivered: {on: 2026-04-21, count: 9}'
  expect(await told(card(some), 'memberReports')).toHaveLength(1)
  expect(await told(card(some.replace('count: 9', 'count: 10')), 'memberReports')).toEqual([])
})

test('disclosures of a year are due on its last day, those of last year overdue', async () => {
  const text = records(
    live,
    '{kind: GoverningBody, id: board, title: B, type: board, established: 2022-01-01, conflictDisclosures: [{year: 2025, received: 11, of: 12}]}',
  )
  expect(await told(text, 'conflictDisclosure')).toEqual([
    '2025-12-31 181 GoverningBody/board',
    '2026-12-31 -184 GoverningBody/board',
  ])
})

test('cases: open steps, removals not carried out, plans not met', async () => {
  const text = records(
    live,
    '{kind: CorrectiveAction, id: ca-1, member: m1, opened: 2026-01-10, trigger: {reason: performance}, steps: [{step: coaching, date: 2026-01-10, due: 2026-06-29}]}',
    '{kind: CorrectiveAction, id: ca-2, member: m2, opened: 2026-01-10, trigger: {reason: performance}, steps: [{step: removal, date: 2026-06-01}]}',
    '{kind: CorrectiveAction, id: ca-3, member: m3, opened: 2025-01-10, trigger: {reason: performance}, steps: [{step: correctiveActionPlan, date: 2026-01-10, due: 2026-05-31, result: notMet}]}',
  )
  expect(await told(text, 'planStep')).toEqual(['2026-06-29 1 CorrectiveAction/ca-1'])
  expect(await told(text, 'offPanel')).toEqual(['2026-07-01 -1 CorrectiveAction/ca-2'])
  expect(await told(text, 'sanction')).toEqual(['2026-07-30 -30 CorrectiveAction/ca-3'])
  const found = await obligations(text)
  const ofCases = found.filter(({record}) => record.kind === 'CorrectiveAction')
  expect(ofCases.map(({confidentiality}) => confidentiality)).toEqual(
    ofCases.map(() => 'peerReview'),
  )
})

test('orders, offers of a messenger, payers that refused', async () => {
  const text = records(
    networkOf(
      {live: '2022-01-01'},
      ', outstandingOrders: [{title: Order, authority: FTC, entered: 2020-01-01, expires: 2027-01-01, duties: [{title: Report, due: 2026-06-30}, {title: Done, due: 2026-01-01, observed: 2026-01-01}]}]',
    ),
    '{kind: Negotiation, id: n1, payer: p, productLine: ppo, method: messenger, offers: [{received: 2026-06-20, from: payer}, {received: 2026-06-01, from: payer, relayed: 2026-06-05}]}',
    '{kind: PayerContract, id: c1, payer: q, productLine: ppo, inForceFrom: 2025-01-01, inForceTo: 2026-12-31, jointlyPriced: true, bypass: [{date: 2026-06-10, event: refusedNetwork}]}',
  )
  expect(await told(text, 'orderDuty')).toEqual(['2026-06-30 0 Network/n'])
  expect(await told(text, 'orderEnds')).toEqual(['2027-01-01 -185 Network/n'])
  expect(await told(text, 'offerRelay')).toEqual(['2026-07-04 -4 Negotiation/n1'])
  expect(await told(text, 'payerNotice')).toEqual(['2026-07-10 -10 PayerContract/c1'])
  expect(await told(text, 'contractEnds')).toEqual(['2026-12-31 -184 PayerContract/c1'])
})

test('what ends by itself is told before it ends, and never as overdue', async () => {
  const text = records(
    live,
    '{kind: Exhibit, id: old, title: X, custodian: C, made: 2020-01-01, class: network, retainUntil: 2026-06-29}',
    '{kind: Exhibit, id: now, title: X, custodian: Office, made: 2020-01-01, class: network, retainUntil: 2026-06-30, hold: h}',
    '{kind: Hold, id: h, title: H, placed: 2026-01-01, instructedBy: counsel, scope: all}',
    '{kind: Person, id: pat, name: P, roles: [{role: officer, from: 2020-01-01, to: 2026-08-01}, {role: counsel, from: 2020-01-01, to: 2026-07-01}, {role: counsel, from: 2026-07-02}], keys: [{type: ssh, key: k, from: 2020-01-01, to: 2026-07-15}]}',
  )
  expect(await told(text, 'retention')).toEqual(['2026-06-30 0 Exhibit/now'])
  expect(await told(text, 'roleEnds')).toEqual(['2026-08-01 -32 Person/pat'])
  expect(await told(text, 'keyEnds')).toEqual(['2026-07-15 -15 Person/pat'])
  const {standing} = await dueOf(workspaceOf(text), far)
  expect(standing.map(({record, confidentiality}) => [record.id, confidentiality])).toEqual([
    ['h', 'privileged'],
  ])
})

test('exceptions and attestations count until the day before they end', async () => {
  const text = records(
    live,
    '{kind: FindingException, id: e, finding: f, rule: C3, reason: r, owner: pat, approver: sam, approved: 2026-01-01, expires: 2026-07-01}',
    closes('meetings', '2024-01-01', ', expires: 2026-12-31'),
  )
  expect(await told(text, 'exception')).toEqual(['2026-06-30 0 FindingException/e'])
  expect(await told(text, 'attestation')).toEqual(['2026-12-30 -183 Attestation/closes'])
  expect(await told(text, 'logAttestation')).toEqual(['2026-10-08 -100 Attestation/closes'])
})

test('two lines that ask the same of one record ask it once', async () => {
  const line = (id: string) =>
    `{id: ${id}, title: T, basis: clinical, stage: operating, jointPricing: true, programLive: 2022-01-01}`
  const text = records(
    `{kind: Network, id: n, legalName: N, productLines: [${line('a')}, ${line('b')}]}`,
    '{kind: Protocol, id: a1c, title: A1c, effective: 2025-01-01}',
  )
  expect(await told(text, 'protocolReview')).toEqual(['2027-01-01 -185 Protocol/a1c'])
})

test('records of two roots with one id are two', async () => {
  const workspace = workspaceOf(
    records(live, '{kind: Protocol, id: a1c, title: A, effective: 2025-01-01}'),
  )
  const twins = workspace.all('Protocol').flatMap((it) => [it, {...it, root: 'peer-review'}])
  const both = {
    ...workspace,
    all: <K extends Kind>(kind: K) =>
      (kind === 'Protocol' ? twins : workspace.all(kind)) as readonly Entry<K>[],
  }
  const found = (await dueOf(both, far)).obligations.filter((it) => it.kind === 'protocolReview')
  expect(found.map(({id}) => id)).toEqual([
    'protocolReview Protocol a1c',
    'protocolReview peer-review: Protocol a1c',
  ])
})

test('a proposed line owes no operation, and without a network that is said', async () => {
  const proposed = networkOf({stage: 'proposed'})
  const protocol = '{kind: Protocol, id: a1c, title: A1c, effective: 2020-01-01}'
  expect(await told(records(proposed, protocol), 'protocolReview')).toEqual([])
  const {obligations: none, unknown} = await dueOf(workspaceOf(protocol), far)
  expect([none, unknown]).toEqual([
    [],
    ['No valid Network record was read: what its product lines owe is not known'],
  ])
})

test('what is due after the span is left out, what is overdue never', async () => {
  const text = records(
    live,
    '{kind: Protocol, id: late, title: L, effective: 2020-01-01}',
    '{kind: Protocol, id: soon, title: S, effective: 2024-07-01}',
  )
  const upTo = async (until: string) =>
    (await dueOf(workspaceOf(text), until)).obligations
      .filter(({kind}) => kind === 'protocolReview')
      .map(({record}) => record.id)
  expect(await upTo('2026-06-30')).toEqual(['late'])
  expect(await upTo('2026-07-01')).toEqual(['late', 'soon'])
})

test.each(['0100-01-01', '9999-12-31'])(
  'dates of records that are far off stop nothing: %s',
  async (day) => {
    const text = records(
      networkOf(
        {live: day},
        `, outstandingOrders: [{title: O, authority: F, entered: 0100-01-01, duties: [{title: D, due: ${day}}]}]`,
      ),
      `{kind: Protocol, id: p, title: P, effective: ${day}, source: {changed: ${day}}}`,
      `{kind: Measure, id: m, title: M, targets: [{from: ${day}, to: ${day}, value: 1}]}`,
      `{kind: Scorecard, id: s, title: S, from: ${day}, to: ${day}, issued: ${day}, recordAudit: {on: ${day}, sampled: 1, agreed: 1}}`,
      `{kind: GoverningBody, id: clinical, title: C, type: clinicalCommittee, established: ${day}}`,
      `{kind: Meeting, id: x, body: clinical, held: ${day}, quorum: true}`,
      `{kind: FindingException, id: e, finding: f, rule: C3, reason: r, owner: a, approver: b, approved: ${day}, expires: ${day}}`,
      `{kind: Attestation, id: a, log: meetings, from: ${day}, to: ${day}, attestedBy: o, role: officer, date: 0100-01-01, expires: ${day}}`,
      `{kind: Safeguard, id: t, title: T, type: training, training: [{date: ${day}, trained: 1, of: 1}]}`,
      `{kind: ServiceAreaScreen, id: v, title: V, asOf: ${day}}`,
      `{kind: CorrectiveAction, id: c, member: m, opened: 0100-01-01, trigger: {reason: performance}, steps: [{step: coaching, date: 0100-01-01, due: ${day}}]}`,
      `{kind: PayerContract, id: k, payer: q, productLine: ppo, inForceTo: ${day}, jointlyPriced: true, bypass: [{date: ${day}, event: refusedNetwork}]}`,
      `{kind: Exhibit, id: i, title: X, custodian: C, made: ${day}, class: network, retainUntil: ${day}}`,
      joined('z', `, joined: ${day}`),
    )
    for (const asOf of ['2026-06-30', '9999-12-30']) {
      const {obligations: found} = await dueOf(workspaceOf(text, {asOf}), '9999-12-31')
      expect(found.length).toBeGreaterThan(3)
      expect(found.filter(({due}) => !/^\d{4}-\d{2}-\d{2}$/.test(due))).toEqual([])
    }
  },
)

test.each([
  ['0d', '2026-06-30'],
  ['90d', '2026-09-28'],
  ['12w', '2026-09-22'],
  ['6m', '2026-12-30'],
  ['1y', '2027-06-30'],
  ['2026-06-30', '2026-06-30'],
])('a span of %s ends on %s', (span, until) => {
  expect(dueUntil(span, '2026-06-30')).toBe(until)
})

test.each(['', '90', '-1d', '1.5m', '99999y', '2026-06-29', '2026-02-30', '9\u001b[31md'])(
  'no span: %j',
  (span) => {
    expect(() => dueUntil(span, '2026-06-30')).toThrow(/^Unexpected --due `/)
    // oxlint-disable-next-line no-control-regex
    expect(() => dueUntil(span, '2026-06-30')).not.toThrow(/\u001b/)
  },
)

test('no span leads past the last date that can be written', () => {
  expect(() => dueUntil('1y', '9999-06-30')).toThrow(/^Unexpected --due `1y`/)
})

test('the last day within so many months is the last on which a test still counts the day', () => {
  const day = fc.integer({min: 0, max: 20_000}).map((it) => addDays('2000-01-01', it))
  fc.assert(
    fc.property(day, fc.integer({min: 0, max: 60}), fc.boolean(), (date, months, strict) => {
      fc.pre(!(strict && months === 0))
      const counts = (on: string) => {
        const since = addMonths(on, -months)
        return strict ? date > since : date >= since
      }
      const last = lastDayWithin(date, months, {strict})
      expect([counts(last), counts(addDays(last, 1))]).toEqual([true, false])
    }),
  )
})
