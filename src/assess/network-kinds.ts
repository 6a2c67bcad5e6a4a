import type {NetworkKind} from '../model/classification.ts'
import type {FeatureId} from './network-features.ts'

/** What a kind of network is here: every feature must be shown for the facts to describe it. */
export interface KindDefinition {
  readonly kind: NetworkKind
  readonly title: string
  /** In words; printed with every classification. */
  readonly definition: string
  readonly features: readonly FeatureId[]
}

/**
 * The kinds of network. House definitions in the terms of the field: no statute defines all of
 * them. They overlap, so a line may be described by several (a CIN may contain an ACO), or by none.
 */
export const networkKinds: readonly KindDefinition[] = [
  {
    kind: 'cin',
    title: 'clinically integrated network (CIN)',
    definition:
      'Legally independent owners keep their practices and change how they practise together: shared protocols and data, measurement, utilization controls, selective membership, money and hours, consequences.',
    features: [
      'severalOwners',
      'independentPractices',
      'sharedProtocols',
      'sharedData',
      'measurement',
      'utilizationControls',
      'selectiveMembership',
      'moneyAndHours',
      'consequences',
    ],
  },
  {
    kind: 'aco',
    title: 'accountable care organization (ACO)',
    definition:
      'Providers answer together for the cost and quality of a stated population, under a contract that shares savings or losses.',
    features: ['sharedSavingsContract', 'populationStated', 'contractMeasures'],
  },
  {
    kind: 'ipa',
    title: 'independent practice association (IPA)',
    definition:
      'Independent practices of several owners contract through one entity in which no hospital has a part.',
    features: ['severalOwners', 'independentPractices', 'noHospital', 'contractsThroughNetwork'],
  },
  {
    kind: 'pho',
    title: 'physician-hospital organization (PHO)',
    definition:
      'A hospital and practices that it does not employ contract with payers through one entity.',
    features: ['hospitalPart', 'independentPractices', 'contractsThroughNetwork'],
  },
  {
    kind: 'messengerModel',
    title: 'messenger model',
    definition:
      'An agent relays offers; each member accepts or refuses alone, and no price is joint.',
    features: ['messengerBasis', 'noJointPrices', 'offersRelayed'],
  },
  {
    kind: 'staffModel',
    title: 'staff model',
    definition: 'One employer employs the clinicians of every practice.',
    features: ['oneEmployer'],
  },
]
