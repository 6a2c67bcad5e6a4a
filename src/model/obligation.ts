import type {ConfidentialityClass} from './confidentiality.ts'
import type {Location} from './location.ts'

/** What kind of thing falls due. Permanent: calendars and scripts name them. */
export const obligationKinds = [
  'signature',
  'agreementEnds',
  'reselection',
  'protocolReview',
  'target',
  'scorecard',
  'memberReports',
  'recordAudit',
  'committeeMeeting',
  'minutesDraft',
  'minutesAdoption',
  'conflictDisclosure',
  'training',
  'attestation',
  'logAttestation',
  'exception',
  'planStep',
  'signalAnswer',
  'sanction',
  'offPanel',
  'orderDuty',
  'orderEnds',
  'offerRelay',
  'payerNotice',
  'accounts',
  'shareCounts',
  'authorities',
  'retention',
  'contractEnds',
  'roleEnds',
  'keyEnds',
] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** Something that must be done by a day, or that ends on one. */
export interface Obligation {
  /** The same as long as it is about the same thing, whatever its day: `protocolReview Protocol a1c`. */
  readonly id: string
  readonly kind: ObligationKind
  /** `deadline`: to be done by that day. `ends`: what ends by itself, and then counts no more. */
  readonly nature: 'deadline' | 'ends'
  /** Last day on which it is in time, or on which it still counts. */
  readonly due: string
  /** Days by which it is late at the as-of date; zero or less where it is not: days still to go. */
  readonly daysLate: number
  /** One sentence without a full stop. */
  readonly what: string
  /** Who the record says it is of; null where it does not say. */
  readonly who: {readonly role: string | null; readonly person: string | null} | null
  readonly record: {readonly kind: string; readonly id: string}
  readonly location: Location
  /** Of the record or the field, not below the class of its root. */
  readonly confidentiality: ConfidentialityClass
  /** Id of the test that it bears on; null where none looks at it. */
  readonly test: string | null
  /** The number that the day comes from; null where the record states the day. */
  readonly threshold: {readonly id: string; readonly value: number; readonly unit: string} | null
}

/** What must be kept as it is until someone lifts it: it has no day. */
export interface Standing {
  readonly what: string
  readonly record: {readonly kind: string; readonly id: string}
  readonly location: Location
  readonly confidentiality: ConfidentialityClass
  readonly test: string | null
}

/** What falls due up to a day, as `cinch status --due` tells it. */
export interface Due {
  readonly asOf: string
  /** Last day looked at. */
  readonly until: string
  /** Overdue first, those late longest at the top; then by day. */
  readonly obligations: readonly Obligation[]
  readonly standing: readonly Standing[]
  /** What could not be told, and why; sentences without a full stop. */
  readonly unknown: readonly string[]
}
