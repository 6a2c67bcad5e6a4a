/** One change of one file of northgate, and what it does to the outcomes of the commercial line. */
export interface Change {
  readonly what: string
  /** Path in the replayed tree. */
  readonly file: string
  readonly from: string | RegExp
  readonly to: string
  /** Errors that the records then have as well; none where left out. */
  readonly errors?: readonly string[]
  /** Outcomes after it, of the commercial line; every other one must stay as it was. */
  readonly becomes: Readonly<Record<string, string>>
  /** Of Medicare Advantage, where the same tests that judge it do not come out the same. */
  readonly medicare?: Readonly<Record<string, string>>
}

const agreement = 'records/agreements/participation-agreement-2025.yaml'
const backPain = 'records/protocols/low-back-pain.yaml'
const lastScorecard = 'records/scorecards/scorecard-2026q1.yaml'
const cases2025 = 'records/enforcement/cases-2025.yaml'
const cases2026 = 'records/enforcement/cases-2026.yaml'
const sanctions = 'records/enforcement/sanction-policy.yaml'
const payerA = 'records/contracting/contract-payer-a.yaml'
const payerM = 'records/contracting/contract-payer-m.yaml'
const talksC = 'records/contracting/talks-payer-c.yaml'
const necessity = 'records/contracting/necessity-commercial-ppo.yaml'
const market = 'records/market/service-area-2026.yaml'

/** The threat to payer C, with its end: without the end it is in force. */
const threat = 'class: terminationThreat\n    date: 2025-11-18\n    ended: 2025-11-20'
const inForce = (conduct: string) => `class: ${conduct}\n    date: 2025-11-18`

/** Mendings of planted weaknesses: a fact is put right and the test turns. */
const mended: readonly Change[] = [
  {
    what: 'Birchwood signs the agreement in force',
    file: agreement,
    from: 'signatures:\n',
    to: 'signatures:\n  - {participant: birchwood-family-medicine, date: 2025-09-20}\n',
    becomes: {B1: 'supported'},
  },
  {
    what: 'Birchwood takes no part in the commercial line',
    file: 'records/participants/birchwood-family-medicine.yaml',
    from: 'productLines: [commercial-ppo, medicare-advantage]',
    to: 'productLines: [medicare-advantage]',
    becomes: {B1: 'supported'},
  },
  {
    what: 'the low back pain protocol is reviewed',
    file: backPain,
    from: '  - {date: 2024-02-12,',
    to: '  - {date: 2026-02-12,',
    becomes: {C3: 'supported'},
  },
  {
    what: 'case ca-006 is sanctioned',
    file: cases2025,
    from: 'result: notMet}\nnotice: 2025-09-10',
    to: 'result: notMet}\n  - {step: financial, date: 2026-03-10}\nnotice: 2025-09-10\nhearing: 2025-10-09',
    becomes: {E5: 'supported'},
  },
  {
    what: 'case ca-006 is sanctioned without a hearing',
    file: cases2025,
    from: 'result: notMet}\nnotice: 2025-09-10',
    to: 'result: notMet}\n  - {step: financial, date: 2026-03-10}\nnotice: 2025-09-10',
    becomes: {E5: 'supported', E7: 'weak'},
  },
  {
    what: 'the budget line gets its actual',
    file: 'records/investment/operating-2025.yaml',
    from: 'budgetUsd: 145600, payer',
    to: 'budgetUsd: 145600, actualUsd: 139776, payer',
    becomes: {F1: 'supported'},
  },
  {
    what: 'the hash of the antitrust policy is that of the file',
    file: 'records/exhibits/documents.yaml',
    from: '4d03147c03775a938d0853600d9f3a635fe9a6a44fa9c9ad69f6a83f040f3caa',
    to: 'ac9da3d27777de9411c910458a40e77c2253d4d052615117f6dca7f0e1ac5f6e',
    becomes: {L4: 'supported'},
  },
]

const program: readonly Change[] = [
  {
    what: 'the shares of the owners do not add up',
    file: 'records/network.yaml',
    from: 'share: 0.7',
    to: 'share: 0.6',
    errors: ['record/shares'],
    becomes: {A1: 'weak'},
  },
  {
    what: 'a reserved power undoes the majority of the physicians',
    file: 'records/governance/board.yaml',
    from: 'overridesPhysicians: false',
    to: 'overridesPhysicians: true',
    becomes: {A2: 'contrary'},
  },
  {
    what: 'specialists have no vote on the clinical committee',
    file: 'records/governance/clinical.yaml',
    from: 'count: 5, vote: true, role: specialist',
    to: 'count: 5, vote: false, role: specialist',
    becomes: {A3: 'absent'},
  },
  {
    what: 'peer review met without a quorum',
    file: 'records/meetings/peer-review-2025.yaml',
    from: /quorum: true/g,
    to: 'quorum: false',
    becomes: {A4: 'weak'},
  },
  {
    what: 'minutes are drafted after 49 days',
    file: 'records/meetings/board-2026.yaml',
    from: 'minutesDrafted: 2026-03-16',
    to: 'minutesDrafted: 2026-04-30',
    becomes: {A5: 'weak'},
  },
  {
    what: 'three disclosures are missing',
    file: 'records/governance/board.yaml',
    from: '{year: 2025, received: 12, of: 12}',
    to: '{year: 2025, received: 9, of: 12}',
    becomes: {A7: 'weak'},
  },
  {
    what: 'the web site claims a standing that nobody gives',
    file: 'records/network.yaml',
    from: 'Nobody has reviewed or endorsed the network.',
    to: 'The network is certified.',
    becomes: {A8: 'contrary'},
  },
  {
    what: 'the management works for others too',
    file: 'records/network.yaml',
    from: 'dedicated: true',
    to: 'dedicated: false',
    becomes: {A9: 'absent'},
  },
  {
    what: 'the agreement has no duty to give data',
    file: agreement,
    from: '  data: true',
    to: '  data: false',
    becomes: {B2: 'weak'},
  },
  {
    what: 'a criterion is dated after the decisions under it',
    file: 'records/membership/criteria.yaml',
    from: 'effective: 2023-12-07',
    to: 'effective: 2023-12-12',
    becomes: {B3: 'weak'},
  },
  {
    what: 'the source of a protocol is not named',
    file: backPain,
    from: /^source:\n(  .*\n)+/m,
    to: '',
    becomes: {C1: 'unknown'},
  },
  {
    what: 'the authors of a protocol do not participate',
    file: backPain,
    from: /participating: true/g,
    to: 'participating: false',
    becomes: {C2: 'weak'},
  },
  {
    what: 'three of four in a specialty are bound',
    file: backPain,
    from: 'bound: 13, of: 16',
    to: 'bound: 12, of: 16',
    becomes: {C4: 'weak'},
  },
  {
    what: 'three of ten conditions have a protocol',
    file: 'records/network.yaml',
    from: / {4}protocols: \[(hypertension|heart-failure|copd|asthma|low-back-pain)\]\n/g,
    to: '',
    becomes: {C5: 'weak'},
  },
  {
    what: 'a program has no measure of use or cost',
    file: 'records/programs/care-management.yaml',
    from: 'measures: [total-cost-index, patient-experience]',
    to: 'measures: [patient-experience]',
    becomes: {C7: 'weak'},
  },
  {
    what: 'a measure has no minimum denominator',
    file: 'records/measures/low-back-imaging.yaml',
    from: /^minimumDenominator: .*\n/m,
    to: '',
    becomes: {C8: 'weak'},
  },
  {
    what: 'a measure has no baseline',
    file: 'records/measures/generic-prescribing.yaml',
    from: /^baseline:\n(  .*\n)+/m,
    to: '',
    becomes: {C10: 'unknown'},
  },
  {
    what: 'a protocol has no measure',
    file: 'records/protocols/asthma.yaml',
    from: /^measures: \[.*\]\n/m,
    to: '',
    becomes: {C12: 'weak'},
  },
]

const results: readonly Change[] = [
  {
    what: 'fifty of sixty members are scored',
    file: lastScorecard,
    from: 'scored: 60',
    to: 'scored: 50',
    becomes: {D2: 'weak'},
  },
  {
    what: 'fewer than four in five supply data',
    file: lastScorecard,
    from: 'members: 57',
    to: 'members: 47',
    becomes: {D4: 'weak'},
  },
  {
    what: 'reports are delivered on the 46th day',
    file: lastScorecard,
    from: 'on: 2026-05-11',
    to: 'on: 2026-05-16',
    becomes: {D5: 'weak'},
  },
  {
    what: 'reports are delivered on the 45th day',
    file: lastScorecard,
    from: 'on: 2026-05-11',
    to: 'on: 2026-05-15',
    becomes: {},
  },
  {
    what: 'no sample of records was audited in the last year',
    file: 'records/scorecards/scorecard-2025q4.yaml',
    from: /^recordAudit:\n(  .*\n)+/m,
    to: '',
    becomes: {D7: 'absent'},
  },
  {
    what: 'a utilization control shows no activity',
    file: 'records/utilization/imaging-review.yaml',
    from: /^activity:\n(  .*\n)+/m,
    to: 'activity: []\n',
    becomes: {D8: 'weak'},
  },
  {
    what: 'the lag of a payer feed is not stated',
    file: 'records/systems/analytics.yaml',
    from: 'asOf: 2026-04-30, lagDays: 40, completeness: 0.97',
    to: 'asOf: 2026-04-30',
    becomes: {D10: 'weak'},
  },
  {
    what: 'the ladder does not lead to removal',
    file: sanctions,
    from: /^ {2}- \{step: removal,.*\n/m,
    to: '',
    becomes: {E1: 'absent'},
  },
  {
    what: 'a case is that of another member, and its signal stays unanswered',
    file: cases2025,
    from: 'member: M-0031',
    to: 'member: M-0030',
    becomes: {E3: 'absent'},
  },
  {
    what: 'the only plan that is open is overdue',
    file: cases2026,
    from: 'due: 2026-09-30',
    to: 'due: 2026-06-15',
    becomes: {E4: 'weak'},
  },
  {
    what: 'no exhausted case was sanctioned',
    file: cases2025,
    from: '  - {step: financial, date: 2026-03-10}\n',
    to: '',
    becomes: {E5: 'absent', E11: 'notApplicable'},
  },
  {
    what: 'the policy gives no hearing',
    file: sanctions,
    from: 'hearing: true',
    to: 'hearing: false',
    becomes: {E7: 'weak'},
  },
  {
    what: 'all reviewers of a case are rivals',
    file: cases2026,
    from: /competitor: false/g,
    to: 'competitor: true',
    becomes: {E8: 'weak'},
  },
  {
    what: 'a case was opened over a refused contract',
    file: cases2026,
    from: 'reason: quality',
    to: 'reason: contractRefusal',
    becomes: {E10: 'contrary'},
  },
  {
    what: 'a sanction came without coaching',
    file: cases2025,
    from: '{step: coaching, date: 2025-03-05,',
    to: '{step: warning, date: 2025-03-05,',
    becomes: {E11: 'absent'},
  },
]

const means: readonly Change[] = [
  {
    what: 'a third of the members have not paid',
    file: 'records/investment/operating-2026.yaml',
    from: 'paid: 60',
    to: 'paid: 40',
    becomes: {F2: 'weak'},
  },
  {
    what: 'the hospital pays for everything',
    file: 'records/investment/operating-2025.yaml',
    from: /payer: physicians/g,
    to: 'payer: hospital',
    becomes: {F3: 'absent'},
  },
  {
    what: 'nobody works on quality or care management',
    file: 'records/investment/operating-2026.yaml',
    from: /^ {2}- \{role: (quality|careManagement),.*\n/gm,
    to: '',
    becomes: {F5: 'absent'},
  },
  {
    what: 'a member below the floor of participation was paid',
    file: 'records/incentives/distribution-2025.yaml',
    from: "amount: '0.00', belowFloor: true",
    to: "amount: '1200.00', belowFloor: true",
    becomes: {F8: 'weak'},
  },
  {
    what: 'a shared system has no day on which it went live',
    file: 'records/systems/exchange.yaml',
    from: 'goLive: 2024-01-01\n',
    to: '',
    becomes: {G1: 'weak'},
  },
  {
    what: 'two thirds of the members are active in the registry',
    file: 'records/systems/registry.yaml',
    from: /month: 2026-0([345]), active: \d+/g,
    to: 'month: 2026-0$1, active: 40',
    becomes: {G2: 'weak'},
  },
  {
    what: 'tools that were pledged are not in use',
    file: 'records/systems/e-prescribing.yaml',
    from: /month: 2026-0([1-5]), active: \d+/g,
    to: 'month: 2026-0$1, active: 0',
    becomes: {G2: 'weak', G4: 'absent'},
  },
  {
    what: 'the duty to refer makes no exception for the choice of patients',
    file: agreement,
    from: '[patientChoice, payerDetermination, medicalJudgment]',
    to: '[payerDetermination, medicalJudgment]',
    becomes: {G5: 'weak'},
  },
  {
    what: 'the measure of closed referrals is of the own design',
    file: 'records/measures/referral-loop-closed.yaml',
    from: "mips: '374'",
    to: "mips: '375'",
    becomes: {G6: 'absent'},
  },
  {
    what: 'care management serves one practice',
    file: 'records/programs/care-management.yaml',
    from: /^practicesServed:\n(  .*\n)+/m,
    to: 'practicesServed: [harbor-primary-care]\n',
    becomes: {G8: 'absent'},
  },
  {
    what: "no incentive depends on the network's results",
    file: 'records/incentives/plan-2026.yaml',
    from: /networkResultShare: 0.5/g,
    to: 'networkResultShare: 0.0',
    becomes: {G9: 'weak'},
  },
  {
    what: 'risk tiers are not in use',
    file: 'records/programs/risk-stratification.yaml',
    from: 'riskInUse: true',
    to: 'riskInUse: false',
    becomes: {G10: 'absent'},
  },
  {
    what: 'a claim names no measure',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: /^measure: .*\n/m,
    to: '',
    becomes: {H1: 'weak'},
  },
  {
    what: 'a claim has neither a comparator nor a limitation',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: /^comparator:\n(  .*\n)+limitation: .*\n/m,
    to: '',
    becomes: {H3: 'weak'},
  },
  {
    what: 'the hospital alone gains',
    file: 'records/efficiencies/lower-total-cost.yaml',
    from: 'beneficiaries: [payers, employers, patients]',
    to: 'beneficiaries: [hospital]',
    becomes: {H5: 'weak'},
  },
  {
    what: 'under-use is not watched where imaging is reviewed',
    file: 'records/utilization/imaging-review.yaml',
    from: /^underUseMeasure: .*\n/m,
    to: '',
    becomes: {H7: 'weak'},
  },
]

const conduct: readonly Change[] = [
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
  },
  {
    what: 'the threat was not withdrawn',
    file: talksC,
    from: threat,
    to: inForce('terminationThreat'),
    becomes: {I7: 'contrary'},
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
    what: 'members are bound to contract through the network alone',
    file: agreement,
    from: 'exclusivity: nonExclusive',
    to: 'exclusivity: exclusive',
    becomes: {J1: 'contrary'},
  },
  {
    what: 'a right of first refusal is not stated',
    file: agreement,
    from: '  firstRefusal: false\n',
    to: '',
    becomes: {J1: 'unknown'},
  },
  {
    what: 'a practice dropped all contracts of its own',
    file: 'records/participants/birchwood-family-medicine.yaml',
    from: 'asOf: 2026-06-26, count: 4',
    to: 'asOf: 2026-06-26, count: 0',
    becomes: {J3: 'weak'},
  },
  {
    what: 'a payer had no notice of the individual route',
    file: payerM,
    from: /^ {2}- date: 2024-10-17\n.*\n.*\n/m,
    to: '',
    becomes: {},
    medicare: {J4: 'absent'},
  },
  {
    what: 'members are half of a specialty',
    file: market,
    from: 'members: 16\n    all: 120',
    to: 'members: 60\n    all: 120',
    becomes: {J5: 'weak'},
  },
  {
    what: "members are half of a specialty where an owner's patients come from",
    file: market,
    from: 'members: 10\n    all: 72',
    to: 'members: 40\n    all: 72',
    becomes: {J6: 'weak'},
  },
  {
    what: 'a contract has a most-favoured-nation clause',
    file: payerA,
    from: 'mostFavouredNation: false',
    to: 'mostFavouredNation: true',
    becomes: {J8: 'contrary'},
  },
  {
    what: 'no rival panel is adequate',
    file: market,
    from: /adequate: true/g,
    to: 'adequate: false',
    becomes: {J9: 'weak'},
  },
  {
    what: 'the counts of shares are old',
    file: market,
    from: 'asOf: 2026-01-31',
    to: 'asOf: 2024-01-31',
    becomes: {J10: 'weak'},
  },
]

const safeguards: readonly Change[] = [
  {
    what: 'a file says what members are paid',
    file: 'records/safeguards/outside-business.yaml',
    from: 'Each member decides alone about contracts outside the network.',
    to: 'Members are paid 118 % of Medicare.',
    becomes: {K1: 'contrary'},
  },
  {
    what: 'a practising chair sees prices and decides for competitors',
    file: 'records/safeguards/price-access.yaml',
    from: '{person: priya-venn, competingBoardMember: false}',
    to: '{person: ines-quill, competingBoardMember: true}',
    becomes: {K2: 'contrary'},
  },
  {
    what: 'hardly more than half were trained',
    file: 'records/safeguards/training.yaml',
    from: '{date: 2026-02-17, trained: 74, of: 75}',
    to: '{date: 2026-02-17, trained: 40, of: 75}',
    becomes: {K3: 'weak'},
  },
  {
    what: 'the reminder was not read at one meeting',
    file: 'records/meetings/board-2026.yaml',
    from: 'antitrustReminder: true',
    to: 'antitrustReminder: false',
    becomes: {K4: 'weak'},
  },
  {
    what: 'a statistic is made of three sources',
    file: 'records/safeguards/aggregator.yaml',
    from: 'sources: 9',
    to: 'sources: 3',
    becomes: {K5: 'contrary'},
  },
  {
    what: 'the policy on business outside is not in force yet',
    file: 'records/safeguards/outside-business.yaml',
    from: 'effective: 2023-12-07',
    to: 'effective: 2026-12-07',
    becomes: {K6: 'absent'},
  },
  {
    what: 'members read what they may not read',
    file: 'records/safeguards/readers.yaml',
    from: 'rootClass: competitivelySensitive, allowed: false, reads: false',
    to: 'rootClass: competitivelySensitive, allowed: false, reads: true',
    becomes: {K7: 'contrary'},
  },
  {
    what: 'whether members read it is not stated',
    file: 'records/safeguards/readers.yaml',
    from: 'rootClass: competitivelySensitive, allowed: false, reads: false',
    to: 'rootClass: competitivelySensitive, allowed: false',
    becomes: {K7: 'unknown'},
  },
  {
    what: 'a note holds a number of a patient',
    file: 'records/counsel/notes-2026.yaml',
    from: 'Reserved until the signature of one practice is settled.',
    to: 'Patient 123-45-6789 complained.',
    becomes: {L1: 'contrary'},
  },
  {
    what: 'a privileged memorandum is kept',
    file: 'records/exhibits/privileged.yaml',
    from: 'location: Document system of counsel',
    to: 'file: exhibits/program/scorecard-method.txt',
    becomes: {L3: 'contrary'},
  },
  {
    what: 'sample data is not declared',
    file: 'cinch.yaml',
    from: /^sampleData:\n(  .*\n)+/m,
    to: '',
    becomes: {L8: 'contrary'},
  },
]

export const changes: readonly Change[] = [
  ...mended,
  ...program,
  ...results,
  ...means,
  ...conduct,
  ...safeguards,
]
