import type {Kind} from '../model/workspace.ts'
import type {Answers} from './answers.ts'

/** Kinds that every network keeps, whatever its basis. */
const always: readonly Kind[] = [
  'Person',
  'Participant',
  'GoverningBody',
  'Meeting',
  'MembershipCriterion',
  'MembershipDecision',
  'ParticipationAgreement',
  'PayerContract',
  'Negotiation',
  'Safeguard',
  'ServiceAreaScreen',
  'Exhibit',
  'Attestation',
  'FindingException',
  'CounselNote',
  'Hold',
]

/** What a program of clinical integration rests on, proposed or operating. */
const clinical: readonly Kind[] = [
  'Protocol',
  'Measure',
  'UtilizationControl',
  'SanctionPolicy',
  'InformationSystem',
  'CareProgram',
  'Investment',
]

/** What only a program that operates leaves behind. */
const operating: readonly Kind[] = ['EvidenceTable', 'Scorecard', 'CorrectiveAction']

/**
 * Kinds of record that the answers call for, by name. A line declared financial keeps the clinical
 * ones too: without substantial shared risk it takes the clinical test.
 */
export function kindsCalledFor({lines}: Answers): readonly Kind[] {
  const own = lines.filter(({basis}) => basis !== 'messenger')
  const runs = own.some(({stage}) => stage === 'operating')
  const called: readonly Kind[] = [
    ...always,
    ...(own.length > 0 ? clinical : []),
    ...(runs ? operating : []),
    ...(own.some(({basis}) => basis === 'financial') || runs
      ? (['IncentivePlan', 'Distribution'] as const)
      : []),
    ...(lines.some(({jointPricing}) => jointPricing)
      ? (['NecessityRecord', 'EfficiencyClaim'] as const)
      : []),
  ]
  return [...new Set(called)].sort()
}
