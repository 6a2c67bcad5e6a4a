import {expect, test} from 'vitest'
import {notEveryoneAdmitted} from '../../../src/rules/membership/not-everyone-admitted.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const decided = (what: string, id: string, date = '2024-02-01') =>
  `{kind: MembershipDecision, id: ${id}, decision: ${what}, date: ${date}}`
const admitted = (count: number) =>
  Array.from({length: count}, (_, index) => decided('admission', `a${index}`))
const closed = closes('membershipDecisions', '2024-02-01')
const live = networkOf({live: '2024-01-01'})
const allOf = (count: number) => `Network/n : Unexpected ${count} applicants all admitted`

test.each<[string, string[], string[]]>([
  ['50, all admitted, in a closed log', [...admitted(50), closed], ['supported']],
  [
    '51, all admitted, in a closed log',
    [...admitted(51), closed],
    ['contrary', `${allOf(51)}, expected some of more than 50 to be denied or deferred`],
  ],
  [
    '51, all admitted, in a log closed a day too late',
    [...admitted(51), closes('membershipDecisions', '2024-02-02')],
    ['unknown', `${allOf(51)} in a log that is not attested complete, expected an attestation`],
  ],
  [
    '50, all admitted, in an open log',
    admitted(50),
    ['unknown', `${allOf(50)} in a log that is not attested complete, expected an attestation`],
  ],
  ['one denied', [...admitted(51), decided('denial', 'd')], ['supported']],
  ['one deferred', [...admitted(51), decided('deferral', 'd')], ['supported']],
  [
    'one denied tomorrow',
    [...admitted(51), decided('denial', 'd', '2026-07-01'), closed],
    ['contrary', `${allOf(51)}, expected some of more than 50 to be denied or deferred`],
  ],
  [
    're-selections and exits are no applications',
    [...admitted(50), decided('reselection', 'r'), decided('exit', 'e'), closed],
    ['supported'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(notEveryoneAdmitted, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  expect(byStage(notEveryoneAdmitted)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})
