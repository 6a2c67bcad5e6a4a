import {attestations, endOf, openFrom} from './attestations.ts'
import {rules} from '../../../src/rules/index.ts'
import type {Change} from './change.ts'
import {participants} from './practices.ts'

const payerA = 'records/contracting/contract-payer-a.yaml'
const talksC = 'records/contracting/talks-payer-c.yaml'
const necessity = 'records/contracting/necessity-commercial-ppo.yaml'

/** The threat to payer C, with its end: without the end it is in force. */
const threat = 'class: terminationThreat\n    date: 2025-11-18\n    ended: 2025-11-20'
const inForce = (conduct: string) => `class: ${conduct}\n    date: 2025-11-18`

const ended = (conduct: string) => `${inForce(conduct)}\n    ended: 2025-11-20`

/** Nothing found in a log that nobody attests to be complete. */
const silent = Object.fromEntries(
  ['I5', 'I6', 'I7', 'I8', 'I10', 'J3', 'J4'].map((it) => [it, 'unknown']),
)

/**
 * The clinical tests, as a line without shared risk has to take them: as on the commercial line,
 * save for the incentive plan, which is of that line alone.
 */
const weaknesses = {B1: 'absent', C3: 'weak', C9: 'weak', D1: 'weak', E5: 'weak', F1: 'weak'}
const clinicalTests = {
  ...Object.fromEntries(
    rules
      .filter(({id, question}) => question === 'integration' && id !== 'E9')
      .map(({id}) => [id, 'supported']),
  ),
  ...weaknesses,
  F8: 'absent',
  G9: 'absent',
}

export const ancillarity: readonly Change[] = [
  {
    what: 'the record concludes that joint pricing is not needed',
    file: necessity,
    from: 'conclusion: necessary',
    to: 'conclusion: notNecessary',
    becomes: {I1: 'contrary'},
  },
  {
    what: 'the record names no alternative',
    file: necessity,
    from: /^alternatives:\n(  .*\n)+/m,
    to: '',
    becomes: {I1: 'weak'},
  },
  {
    what: 'price was talked of before the program was live',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'firstPriceTalk: 2024-02-13',
    to: 'firstPriceTalk: 2023-12-20',
    becomes: {I2: 'contrary'},
  },
  {
    what: 'members may opt out by price',
    file: payerA,
    from: 'optOutByPrice: false',
    to: 'optOutByPrice: true',
    becomes: {I3: 'contrary'},
  },
  {
    what: 'a contract does not use the program',
    file: payerA,
    from: 'usesProgram: true',
    to: 'usesProgram: false',
    becomes: {I4: 'weak'},
  },
  {
    what: 'a contract is priced jointly outside the program',
    file: payerA,
    from: 'outsideProgram: false',
    to: 'outsideProgram: true',
    becomes: {I5: 'contrary'},
  },
  {
    what: 'a poll on fees is in force',
    file: talksC,
    from: threat,
    to: inForce('feePoll'),
    becomes: {I6: 'contrary'},
    found: 'I6 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'the threat was not withdrawn',
    file: talksC,
    from: threat,
    to: inForce('terminationThreat'),
    becomes: {I7: 'contrary'},
    found: 'I7 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'hospital and physician contracts are conditioned on each other',
    file: payerA,
    from: 'hospitalConditioned: false',
    to: 'hospitalConditioned: true',
    becomes: {I8: 'contrary'},
  },
  {
    what: 'a quota of acceptances is in force',
    file: talksC,
    from: threat,
    to: inForce('acceptanceQuota'),
    becomes: {I10: 'contrary'},
    found: 'I10 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'the negotiator practises in the network',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'practisingParticipant: false',
    to: 'practisingParticipant: true',
    becomes: {I11: 'contrary'},
  },
  {
    what: 'whether orders are outstanding is not stated',
    file: 'records/network.yaml',
    from: 'outstandingOrders: []\n',
    to: '',
    becomes: {I12: 'unknown'},
  },
  {
    what: 'the record of the need was made on the day of the first talk of price',
    file: necessity,
    from: 'date: 2023-12-07',
    to: 'date: 2024-02-13',
    becomes: {},
  },
  {
    what: 'the record of the need was made the day before the first talk of price',
    file: necessity,
    from: 'date: 2023-12-07',
    to: 'date: 2024-02-12',
    becomes: {},
    keeps: ['I1'],
  },
  {
    what: 'the record of the need was made after the first talk of price',
    file: necessity,
    from: 'date: 2023-12-07',
    to: 'date: 2024-02-14',
    becomes: {I1: 'weak'},
  },
  {
    what: 'no record says why joint pricing is needed',
    file: 'records/contracting/necessity-commercial-ppo.yaml',
    gone: true,
    becomes: {I1: 'absent'},
  },
  {
    what: 'price was first talked of on the day on which the program was live',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'firstPriceTalk: 2024-02-13',
    to: 'firstPriceTalk: 2024-01-01',
    becomes: {},
    keeps: ['I2'],
  },
  {
    what: 'when price was first talked of is not stated',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'firstPriceTalk: 2024-02-13\n',
    to: '',
    becomes: {I2: 'unknown'},
  },
  {
    what: 'the panel of a contract names every member',
    file: payerA,
    from: 'all: true',
    to: `participants: [${participants.join(', ')}]`,
    becomes: {},
    keeps: ['I3'],
  },
  {
    what: 'the panel of a contract leaves a practice out',
    file: payerA,
    from: 'all: true',
    to: `participants: [${participants.slice(1).join(', ')}]`,
    becomes: {I3: 'weak'},
  },
  {
    what: 'a contract names one measure of the program',
    file: payerA,
    from: /^measures:\n( {2}.*\n)+/m,
    to: 'measures: [patient-experience]\n',
    becomes: {},
    keeps: ['I4'],
  },
  {
    what: 'a contract names no measure of the program',
    file: payerA,
    from: /^measures:\n( {2}.*\n)+/m,
    to: '',
    becomes: {I4: 'unknown'},
  },
  {
    what: 'a talk on prices outside the program is in force',
    file: talksC,
    from: threat,
    to: inForce('pricingOutsideProgram'),
    becomes: {I5: 'contrary'},
    found: 'I5 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'a talk on prices outside the program has ended',
    file: talksC,
    from: threat,
    to: ended('pricingOutsideProgram'),
    becomes: {},
    keeps: ['I5'],
  },
  {
    what: 'a poll on fees has ended',
    file: talksC,
    from: threat,
    to: ended('feePoll'),
    becomes: {},
    keeps: ['I6'],
  },
  {
    what: 'a vote on fees is in force',
    file: talksC,
    from: threat,
    to: inForce('feeVote'),
    becomes: {I6: 'contrary'},
    found: 'I6 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'a collective refusal is in force',
    file: talksC,
    from: threat,
    to: inForce('collectiveRefusal'),
    becomes: {I7: 'contrary'},
    found: 'I7 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'a notice of non-renewal is no threat',
    file: talksC,
    from: threat,
    to: inForce('nonRenewalNotice'),
    becomes: {},
    keeps: ['I7'],
  },
  {
    what: 'hospital contracts are used as a lever',
    file: talksC,
    from: threat,
    to: inForce('hospitalLever'),
    becomes: {I8: 'contrary'},
    found: 'I8 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'hospital contracts are a lever no more',
    file: talksC,
    from: threat,
    to: ended('hospitalLever'),
    becomes: {},
    keeps: ['I8'],
  },
  {
    what: 'a quota of acceptances has ended',
    file: talksC,
    from: threat,
    to: ended('acceptanceQuota'),
    becomes: {},
    keeps: ['I10'],
  },
  {
    what: 'nobody attests that the log of negotiations is complete',
    file: attestations,
    from: endOf('negotiations'),
    to: openFrom('negotiations'),
    becomes: silent,
    medicare: silent,
  },
  {
    what: 'a messenger relays an offer to all on the fourteenth day',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'method: joint',
    to: 'method: messenger\noffers:\n  - {from: payer, received: 2024-05-01, relayed: 2024-05-15, relayedTo: 16, of: 16}',
    becomes: {I9: 'supported'},
  },
  {
    what: 'a messenger relays an offer to all on the fifteenth day',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'method: joint',
    to: 'method: messenger\noffers:\n  - {from: payer, received: 2024-05-01, relayed: 2024-05-16, relayedTo: 16, of: 16}',
    becomes: {I9: 'weak'},
  },
  {
    what: 'a messenger withholds an offer',
    file: talksC,
    from: 'method: joint',
    to: 'method: messenger',
    more: [{file: talksC, from: threat, to: inForce('offerWithheld')}],
    becomes: {I9: 'contrary'},
    found: 'I9 records/contracting/talks-payer-c.yaml:14:5',
  },
  {
    what: 'counsel negotiates',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'person: priya-venn',
    to: 'person: rowan-whitcombe',
    becomes: {},
    keeps: ['I11'],
  },
  {
    what: 'the negotiator has a practice in the network',
    file: 'records/contracting/talks-payer-a.yaml',
    from: 'person: priya-venn',
    to: 'person: ines-quill',
    becomes: {I11: 'contrary'},
  },
  {
    what: 'the duty of an order was observed',
    file: 'records/network.yaml',
    from: 'outstandingOrders: []\n',
    to: 'outstandingOrders:\n  - title: Order (fictional)\n    authority: Agency (fictional)\n    entered: 2024-02-01\n    duties: [{title: Yearly notice, due: 2026-02-01, observed: 2026-01-20}]\n',
    becomes: {},
    keeps: ['I12'],
  },
  {
    what: 'the duty of an order was not observed',
    file: 'records/network.yaml',
    from: 'outstandingOrders: []\n',
    to: 'outstandingOrders:\n  - title: Order (fictional)\n    authority: Agency (fictional)\n    entered: 2024-02-01\n    duties: [{title: Yearly notice, due: 2026-02-01}]\n',
    becomes: {I12: 'absent'},
  },
  {
    what: 'the contract is capitated',
    file: 'records/contracting/contract-payer-m.yaml',
    from: 'model: twoSided',
    to: 'model: capitation',
    becomes: {},
    keeps: ['I13'],
  },
  {
    what: 'members share no losses',
    file: 'records/contracting/contract-payer-m.yaml',
    from: 'downside: true',
    to: 'downside: false',
    becomes: {},
    medicare: {...clinicalTests, I13: 'absent'},
  },
]
