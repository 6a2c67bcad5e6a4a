import {expect, test} from 'vitest'
import {agreementSigned} from '../../../src/rules/membership/agreement-signed.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const live = networkOf({live: '2024-01-01'})
const practice = (id: string, rest = 'productLines: [ppo]') =>
  `{kind: Participant, id: ${id}, name: P, type: practice, owner: o-${id}, ${rest}}`
const agreement = (rest: string, id = 'a', version = '2') =>
  `{kind: ParticipationAgreement, id: ${id}, title: A, version: '${version}', ${rest}}`
const signed = (...ids: readonly string[]) =>
  `inForceFrom: 2024-01-01, signatures: [${ids.map((id) => `{participant: ${id}, date: 2024-01-01}`).join(', ')}]`

// Judged as of 2026-06-30.
test.each<[string, string[], string[]]>([
  ['all signed', [practice('p'), agreement(signed('p'))], ['supported']],
  [
    'one not signed, log open',
    [practice('p'), agreement(signed('q'))],
    [
      'unknown',
      'ParticipationAgreement/a signatures: Unexpected participant `p` on the panel, expected its signature on the agreement in force',
    ],
  ],
  [
    'one not signed, log closed',
    [practice('p'), agreement(signed('q')), closes('signatures')],
    [
      'absent',
      'ParticipationAgreement/a signatures: Unexpected participant `p` on the panel, expected its signature on the agreement in force',
    ],
  ],
  [
    'the log is closed from too late',
    [practice('p'), agreement(signed('q')), closes('signatures', '2024-01-02')],
    [
      'unknown',
      'ParticipationAgreement/a signatures: Unexpected participant `p` on the panel, expected its signature on the agreement in force',
    ],
  ],
  [
    'left today: off the panel, and nobody is on it',
    [practice('p', 'productLines: [ppo], left: 2026-06-30'), agreement(signed('p'))],
    ['unknown'],
  ],
  [
    'leaves tomorrow: still on the panel',
    [practice('p', 'productLines: [ppo], left: 2026-07-01'), agreement(signed('p'))],
    ['supported'],
  ],
  [
    'joins tomorrow: not yet on the panel',
    [
      practice('p'),
      practice('q', 'productLines: [ppo], joined: 2026-07-01'),
      agreement(signed('p')),
    ],
    ['supported'],
  ],
  [
    'joined today: on the panel',
    [
      practice('p'),
      practice('q', 'productLines: [ppo], joined: 2026-06-30'),
      agreement(signed('p')),
    ],
    [
      'unknown',
      'ParticipationAgreement/a signatures: Unexpected participant `q` on the panel, expected its signature on the agreement in force',
    ],
  ],
  [
    'a panel that is not stated is no panel',
    [practice('p'), practice('q', 'joined: 2024-01-01'), agreement(signed('p', 'q'))],
    [
      'unknown',
      'Participant/q : Unexpected participant `q` without `productLines`, expected the lines on whose panel it is',
    ],
  ],
  [
    'a contract in force puts its participants on the panel',
    [
      practice('p'),
      practice('q', 'productLines: []'),
      '{kind: PayerContract, id: c, title: C, payer: x, productLine: ppo, model: feeForService, jointlyPriced: true, inForceFrom: 2025-01-01, panel: {participants: [p, q]}}',
      agreement(signed('p')),
    ],
    [
      'unknown',
      'ParticipationAgreement/a signatures: Unexpected participant `q` on the panel, expected its signature on the agreement in force',
    ],
  ],
  [
    'signed an older version',
    [
      practice('p'),
      agreement(
        'inForceFrom: 2023-01-01, inForceTo: 2026-06-29, signatures: [{participant: p, date: 2023-01-02}]',
        'old',
        '1',
      ),
      agreement('inForceFrom: 2026-06-30'),
    ],
    [
      'unknown',
      'ParticipationAgreement/a signatures: Unexpected participant `p` on the panel with version 1 signed on 2023-01-02, expected its signature on the agreement in force',
    ],
  ],
  [
    'the agreement ends today: in force',
    [practice('p'), agreement(`${signed('p')}, inForceTo: 2026-06-30`)],
    ['supported'],
  ],
  [
    'it ended yesterday',
    [practice('p'), agreement(`${signed('p')}, inForceTo: 2026-06-29`), closes('signatures')],
    [
      'unknown',
      'Participant/p : Unexpected participant `p` on the panel with version 2 signed on 2024-01-01, expected its signature on the agreement in force',
      'ParticipationAgreement/a inForceFrom: Unexpected agreement in force from 2024-01-01 to 2026-06-29, expected one in force on the line',
    ],
  ],
  [
    'the start is not stated',
    [practice('p'), agreement('signatures: [{participant: p, date: 2024-01-01}]')],
    [
      'unknown',
      'Participant/p : Unexpected participant `p` on the panel with version 2 signed on 2024-01-01, expected its signature on the agreement in force',
      'ParticipationAgreement/a : Unexpected agreement without `inForceFrom`, expected one in force on the line',
    ],
  ],
  [
    'signed tomorrow',
    [
      practice('p'),
      agreement('inForceFrom: 2024-01-01, signatures: [{participant: p, date: 2026-07-01}]'),
    ],
    [
      'unknown',
      'ParticipationAgreement/a signatures: Unexpected participant `p` on the panel, expected its signature on the agreement in force',
    ],
  ],
  [
    'declared: all',
    [
      practice('p'),
      agreement(
        'inForceFrom: 2024-01-01, declaredSignatures: {signed: 15, of: 15, asOf: 2026-06-30}',
      ),
    ],
    ['supported'],
  ],
  [
    'declared: one has not signed',
    [
      practice('p'),
      agreement(
        'inForceFrom: 2024-01-01, declaredSignatures: {signed: 14, of: 15, asOf: 2026-06-30}',
      ),
    ],
    [
      'absent',
      'ParticipationAgreement/a declaredSignatures: Unexpected 14 of 15 participants on the panel with a signed agreement, expected all',
    ],
  ],
  [
    'declared for a smaller panel than the records name',
    [
      practice('p'),
      practice('q'),
      agreement(
        'inForceFrom: 2024-01-01, declaredSignatures: {signed: 1, of: 1, asOf: 2026-06-30}',
      ),
    ],
    [
      'unknown',
      'ParticipationAgreement/a declaredSignatures: Unexpected 1 of 2 participants on the panel with a signed agreement, expected all',
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(agreementSigned, records(live, ...documents))).toEqual(expected)
})

test.each([
  ['attested to a day on which it was due', '2026-03-22', '2026-03-22', 'absent'],
  ['joined a day later', '2026-03-23', '2026-03-22', 'unknown'],
  ['attested to more than 100 days ago', '2025-01-01', '2026-03-21', 'unknown'],
])('%s', (_name, joined, to, outcome) => {
  const text = records(
    live,
    practice('p', `productLines: [ppo], joined: ${joined}`),
    agreement(signed('q')),
    closes('signatures', '2024-01-01', '')
      .replace('to: 2026-06-30', `to: ${to}`)
      .replace('date: 2026-06-30', 'date: 2026-04-01'),
  )
  expect(judgeRule(agreementSigned, text).outcome).toBe(outcome)
})

test('a log closed quarter by quarter is closed; with a day between, it is not', () => {
  const quarters = (second: string) =>
    records(
      closes('signatures').replace('to: 2026-06-30', 'to: 2026-03-31'),
      closes('signatures', second)
        .split('\n---\n')
        .slice(1)
        .join('')
        .replace('id: closes', 'id: second'),
    )
  const outcome = (second: string) =>
    judgeRule(
      agreementSigned,
      records(live, practice('p'), agreement(signed('q')), quarters(second)),
      {config: {thresholds: {logAttestationDays: {value: 0, reason: 'R', setBy: 'B'}}}},
    ).outcome
  expect(outcome('2026-04-01')).toBe('absent')
  expect(outcome('2026-04-02')).toBe('unknown')
})

test.each([
  [
    'for another line',
    'inForceFrom: 2024-01-01, productLines: [hmo]',
    'Unexpected agreement in force from 2024-01-01 for `hmo`, expected one in force on the line',
  ],
  [
    'from tomorrow',
    'inForceFrom: 2026-07-01',
    'Unexpected agreement in force from 2026-07-01, expected one in force on the line',
  ],
])('an agreement %s', (_name, rest, message) => {
  const text = records(
    live,
    practice('p'),
    agreement(rest),
    agreement('productLines: [ppo], inForceFrom: 2023-01-01, inForceTo: 2023-12-31', 'old'),
  )
  const {outcome, summary, findings} = judgeRule(agreementSigned, text)
  expect([outcome, summary]).toEqual([
    'unknown',
    'No agreement that covers `PPO` is known to be in force.',
  ])
  expect(findings.map((it) => it.message)).toContain(message)
})

test('a proposed agreement that is over does not count', () => {
  const over = agreement('inForceTo: 2026-06-29, signatures: [{participant: p, date: 2024-01-01}]')
  const proposed = networkOf({stage: 'proposed'})
  expect(judgeRule(agreementSigned, records(proposed, practice('p'), over)).outcome).toBe('unknown')
})

test('a proposed line is judged by the agreement declared; stage changes nothing else', () => {
  expect(byStage(agreementSigned, practice('p'), agreement(signed('p')))).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  const undated = agreement('signatures: [{participant: p, date: 2024-01-01}]')
  expect(byStage(agreementSigned, practice('p'), undated)[0]).toBe('supported')
  expect(byStage(agreementSigned, practice('p'))).toEqual(Array.from({length: 5}, () => 'unknown'))
})

test('the summary counts, and the strength is that of the exhibit', () => {
  const text = records(
    live,
    practice('p'),
    practice('q'),
    agreement(
      'inForceFrom: 2024-01-01, signatures: [{participant: p, date: 2024-01-01, exhibit: page}, {participant: q, date: 2024-01-02}]',
    ),
  )
  const {summary, evidence} = judgeRule(agreementSigned, text, {
    exhibits: {'Exhibit/page': {status: 'verified'}},
  })
  expect(summary).toBe('2 of 2 participants on the panel have signed the agreement in force.')
  expect(evidence.map(({strength}) => strength)).toEqual(['documented', 'declared'])
})

test('without joint prices it does not apply', () => {
  const line = networkOf({live: '2024-01-01', joint: false})
  expect(judged(agreementSigned, records(line, practice('p')))).toEqual(['notApplicable'])
})

test.each([
  ['signatures: [{participant: p, date: 2024-01-01}]', 'has signed'],
  ['signatures: []', 'has not signed'],
])('one participant is told of as one: %s', (signatures, says) => {
  const text = records(live, practice('p'), agreement(`inForceFrom: 2024-01-01, ${signatures}`))
  expect(judgeRule(agreementSigned, text).summary).toBe(
    `The one participant on the panel ${says} the agreement in force.`,
  )
})
