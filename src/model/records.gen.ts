// Generated from schemas/ by `npm run gen`. Do not edit.

/**
 * Lower-case words joined by hyphens, 1 to 80 characters.
 */
export type RecordId = string

/**
 * Calendar date, YYYY-MM-DD, no time zone.
 */
export type IsoDate = string

/**
 * Calendar month, YYYY-MM.
 */
export type IsoMonth = string

/**
 * SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
 */
export type Sha256 = string

/**
 * National Provider Identifier: ten digits, the last a Luhn check digit over 80840 and the first nine.
 */
export type Npi = string

/**
 * Taxpayer identification number of an entity: nine digits, written 12-3456789. Quote it.
 */
export type Tin = string

/**
 * CMS Certification Number: six characters. Quote it.
 */
export type Ccn = string

/**
 * NUCC provider taxonomy code: ten characters, the last an X.
 */
export type Taxonomy = string

/**
 * County FIPS code: five digits. Quote it.
 */
export type CountyFips = string

/**
 * Five-digit ZIP code. Quote it.
 */
export type Zip = string

/**
 * Two-letter postal code of a state or territory.
 */
export type State = string

/**
 * Consensus-based entity (formerly NQF) number: four digits and an optional letter or e. Quote it.
 */
export type Cbe = string

/**
 * CMS eCQM identifier, such as CMS122v13.
 */
export type Ecqm = string

/**
 * MIPS quality measure number: three digits. Quote it.
 */
export type Mips = string

/**
 * A share of one, 0 to 1; never a percentage.
 */
export type Ratio = number

/**
 * A public program, such as the Medicare Shared Savings Program, by its id in the register of this tool.
 */
export interface PublicProgram {
  /**
   * Id of the program: `mssp`, `next-generation-aco`, `hrrp`, `mips`, `bpci-advanced`, `cjr`, `team` and others that the tool lists.
   */
  program: RecordId
  /**
   * Track or level within it, such as `BASIC E`.
   */
  track?: string
  /**
   * First day for which it is named; left out where it is not known.
   */
  from?: IsoDate
  /**
   * Last day for which it is named; left out while it goes on.
   */
  to?: IsoDate
}

/**
 * Pseudonym of a member, a letter and three to six digits. The key that joins it to a person is kept outside this repository.
 */
export type Pseudonym = string

/**
 * Clinical specialty.
 */
export type Specialty =
  | 'addiction-medicine'
  | 'allergy-immunology'
  | 'anesthesiology'
  | 'cardiac-surgery'
  | 'cardiology'
  | 'colorectal-surgery'
  | 'critical-care'
  | 'dermatology'
  | 'emergency-medicine'
  | 'endocrinology'
  | 'family-medicine'
  | 'gastroenterology'
  | 'general-surgery'
  | 'geriatrics'
  | 'hematology-oncology'
  | 'hospital-medicine'
  | 'infectious-disease'
  | 'internal-medicine'
  | 'interventional-radiology'
  | 'nephrology'
  | 'neurology'
  | 'neurosurgery'
  | 'obstetrics-gynecology'
  | 'occupational-medicine'
  | 'ophthalmology'
  | 'orthopedics'
  | 'otolaryngology'
  | 'pain-medicine'
  | 'palliative-care'
  | 'pathology'
  | 'pediatrics'
  | 'physical-medicine'
  | 'plastic-surgery'
  | 'podiatry'
  | 'psychiatry'
  | 'pulmonology'
  | 'radiation-oncology'
  | 'radiology'
  | 'rheumatology'
  | 'sleep-medicine'
  | 'sports-medicine'
  | 'thoracic-surgery'
  | 'urology'
  | 'vascular-surgery'
  | 'other'

/**
 * A step of the sanction ladder, mildest first.
 */
export type Step =
  'coaching' | 'warning' | 'correctiveActionPlan' | 'financial' | 'suspension' | 'removal'

/**
 * What sets a consequence off. All but `other` can be resolved from records and tables.
 */
export type Signal =
  | 'belowFloor'
  | 'belowTarget'
  | 'outlier'
  | 'nonParticipation'
  | 'missedTraining'
  | 'missingData'
  | 'planOverdue'
  | 'protocolDeparture'
  | 'other'

/**
 * Where facts come from. V: read at a public source. R: recalled, to be confirmed before it is relied on.
 */
export interface Provenance {
  /**
   * Keys that this source is for; all of the record when left out.
   */
  fields?: string[]
  /**
   * V: read at the source named. R: recalled.
   */
  standing: 'V' | 'R'
  /**
   * The document, with its date.
   */
  source: string
}

/**
 * An approval of a record, bound to the exact content approved.
 */
export interface Approval {
  /**
   * The kind of this record.
   */
  kind: 'Approval'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  record: ApprovedRecord
  fingerprint: Fingerprint
  /**
   * Who approved.
   */
  person: RecordId
  /**
   * Role in which.
   */
  role: string
  /**
   * Date.
   */
  date: IsoDate
  /**
   * Verdict.
   */
  verdict: 'approved' | 'refused' | 'approvedWithReservation'
  /**
   * What was relied on.
   */
  reliedOn?: RecordId[]
  /**
   * Content of the records that the approved one refers to, and of the exhibits relied on, as it was when it was approved.
   */
  reliedOnContent?: ReliedOnContent[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Record approved.
 */
export interface ApprovedRecord {
  /**
   * Kind.
   */
  kind: string
  /**
   * Id.
   */
  id: RecordId
}
/**
 * Content approved.
 */
export interface Fingerprint {
  /**
   * Algorithm and version.
   */
  algorithm: 'canonical-json-sha256-1'
  /**
   * Fingerprint of the record's content.
   */
  value: Sha256
}
export interface ReliedOnContent {
  /**
   * Kind.
   */
  kind: string
  /**
   * Id.
   */
  id: RecordId
  /**
   * Fingerprint of its content at the time, by the same algorithm.
   */
  fingerprint: Sha256
}

/**
 * An officer affirms, for a period, that a log is complete or a statement true.
 */
export interface Attestation {
  /**
   * The kind of this record.
   */
  kind: 'Attestation'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Log that is affirmed to be complete for the period.
   */
  log?:
    | 'correctiveActions'
    | 'membershipDecisions'
    | 'negotiations'
    | 'payerContracts'
    | 'payerBypass'
    | 'meetings'
    | 'physicianHours'
    | 'outsideContracts'
    | 'signatures'
    | 'scorecards'
    | 'utilizationActivity'
    | 'distributions'
    | 'safeguards'
    | 'orders'
    | 'publicStatements'
  /**
   * What is affirmed, where it is not a log.
   */
  statement?: string
  /**
   * Lines it covers; all when left out.
   */
  productLines?: RecordId[]
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Who affirms.
   */
  attestedBy: RecordId
  /**
   * Role in which.
   */
  role: 'officer' | 'medicalDirector' | 'committeeChair' | 'counsel' | 'custodian'
  /**
   * Date affirmed.
   */
  date: IsoDate
  /**
   * Date from which it no longer counts.
   */
  expires?: IsoDate
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}

/**
 * Care management, transitions, risk stratification or disease management.
 */
export interface CareProgram {
  /**
   * The kind of this record.
   */
  kind: 'CareProgram'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * What it is.
   */
  type: 'careManagement' | 'careTransitions' | 'riskStratification' | 'diseaseManagement'
  /**
   * Date it began.
   */
  started?: IsoDate
  /**
   * Date it ended.
   */
  ended?: IsoDate
  /**
   * Staff.
   */
  staff?: ProgramStaff[]
  /**
   * Patients enrolled.
   */
  panel?: number
  /**
   * Practices served.
   */
  practicesServed?: RecordId[]
  declaredPractices?: DeclaredPractices
  /**
   * Follow-up after discharge.
   */
  followUp?: FollowUp[]
  /**
   * Whether results pending at discharge are followed.
   */
  resultsPending?: boolean
  /**
   * Method of risk stratification.
   */
  riskMethod?: string
  /**
   * Whether it is in use.
   */
  riskInUse?: boolean
  /**
   * Measures of the program.
   */
  measures?: RecordId[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface ProgramStaff {
  /**
   * Role.
   */
  role: string
  /**
   * Full-time equivalents.
   */
  fullTimeEquivalents: number
}
/**
 * Counts, where no list is kept.
 */
export interface DeclaredPractices {
  /**
   * Practices served.
   */
  served: number
  /**
   * Practices.
   */
  of: number
  /**
   * Date of the count.
   */
  asOf: IsoDate
}
export interface FollowUp {
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Days from discharge.
   */
  withinDays: number
  /**
   * Discharges followed up in time.
   */
  followed: number
  /**
   * Discharges.
   */
  of: number
}

/**
 * A case of a member who fell short: steps and dates only. Never a name, a patient or a narrative.
 */
export interface CorrectiveAction {
  /**
   * The kind of this record.
   */
  kind: 'CorrectiveAction'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Pseudonym of the member.
   */
  member: Pseudonym
  /**
   * Date opened.
   */
  opened?: IsoDate
  declined?: DeclinedCase
  /**
   * Policy it falls under.
   */
  policy?: RecordId
  trigger: CaseTrigger
  /**
   * Steps taken.
   */
  steps?: CaseStep[]
  /**
   * Date of the notice to the member.
   */
  notice?: IsoDate
  /**
   * Date of the hearing.
   */
  hearing?: IsoDate
  appeal?: Appeal
  /**
   * Date closed.
   */
  closed?: IsoDate
  /**
   * Class of the outcome.
   */
  outcome?: 'improved' | 'sanctioned' | 'removed' | 'dismissed' | 'left'
  /**
   * Date on which the member was off every panel.
   */
  removed?: IsoDate
  /**
   * Reviewers.
   */
  reviewers?: Reviewer[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Where a signal was looked at and no case was opened.
 */
export interface DeclinedCase {
  /**
   * Date of the decision not to open a case.
   */
  date: IsoDate
  /**
   * Class of the reason.
   */
  reason: 'caseMix' | 'smallNumbers' | 'dataError' | 'alreadyUnderPlan' | 'other'
}
/**
 * What set it off.
 */
export interface CaseTrigger {
  /**
   * What set it off.
   */
  signal: Signal
  /**
   * What the case is about. A sanction for either of the last two is what test E10 looks for.
   */
  reason:
    | 'quality'
    | 'utilization'
    | 'participation'
    | 'data'
    | 'protocol'
    | 'contractRefusal'
    | 'feeDispute'
  /**
   * Measure concerned.
   */
  measure?: RecordId
  /**
   * Last days of the periods that gave the signal.
   */
  periods?: IsoDate[]
}
export interface CaseStep {
  /**
   * The step.
   */
  step: Step
  /**
   * Date taken.
   */
  date: IsoDate
  /**
   * Date by which the member must have met it.
   */
  due?: IsoDate
  /**
   * Date met.
   */
  completed?: IsoDate
  /**
   * How it ended.
   */
  result?: 'open' | 'met' | 'notMet'
}
/**
 * Appeal.
 */
export interface Appeal {
  /**
   * Date filed.
   */
  filed: IsoDate
  /**
   * Date decided.
   */
  decided?: IsoDate
  /**
   * How it was decided.
   */
  result?: 'upheld' | 'reversed' | 'modified'
}
export interface Reviewer {
  /**
   * Specialty of the reviewer.
   */
  specialty: Specialty
  /**
   * Whether the reviewer competes directly with the member.
   */
  competitor: boolean
}

/**
 * Counsel's own view of a question, shown beside the outcome and never mixed with it.
 */
export interface CounselNote {
  /**
   * The kind of this record.
   */
  kind: 'CounselNote'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Question.
   */
  question: 'integration' | 'efficiencies' | 'ancillarityAndConduct' | 'marketPowerAndSpillover'
  /**
   * Line concerned; all when left out.
   */
  productLine?: RecordId
  /**
   * Counsel's view.
   */
  view: 'agree' | 'disagree' | 'reserved'
  /**
   * Date.
   */
  date: IsoDate
  /**
   * Counsel.
   */
  counsel: RecordId
  /**
   * Note.
   */
  note?: string
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}

/**
 * Incentive money paid under a plan for one period, by pseudonym.
 */
export interface Distribution {
  /**
   * The kind of this record.
   */
  kind: 'Distribution'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Plan.
   */
  plan: RecordId
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Date paid.
   */
  paid: IsoDate
  /**
   * Table of payments.
   */
  table?: RecordId
  /**
   * Payments.
   */
  payments?: Payment[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface Payment {
  /**
   * Pseudonym of the member.
   */
  member: Pseudonym
  /**
   * Pool of the plan.
   */
  pool: RecordId
  /**
   * US dollars and cents, quoted: "1250.00".
   */
  amount: string
  /**
   * Whether the member was below the participation floor.
   */
  belowFloor?: boolean
}

/**
 * A benefit that the network claims, with its measure, baseline and result. Failed results stay in.
 */
export interface EfficiencyClaim {
  /**
   * The kind of this record.
   */
  kind: 'EfficiencyClaim'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Line concerned; all when left out.
   */
  productLine?: RecordId
  /**
   * What kind of benefit.
   */
  type: 'quality' | 'cost' | 'access' | 'outcome'
  /**
   * The benefit.
   */
  benefit: string
  /**
   * How the program brings it about.
   */
  mechanism?: string
  /**
   * Measure of it.
   */
  measure?: RecordId
  baseline?: ClaimBaseline
  comparator?: Comparator
  /**
   * Why there is no comparator, or what the result does not show.
   */
  limitation?: string
  result?: ClaimResult
  /**
   * Who gains.
   */
  beneficiaries?: ('patients' | 'payers' | 'employers' | 'physicians' | 'hospital')[]
  /**
   * What the result is about.
   */
  domain?:
    | 'readmission'
    | 'mortality'
    | 'patientExperience'
    | 'emergencyDepartment'
    | 'process'
    | 'cost'
    | 'other'
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Before.
 */
export interface ClaimBaseline {
  /**
   * Value.
   */
  value: number
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Source.
   */
  source: string
}
/**
 * Compared with.
 */
export interface Comparator {
  /**
   * Compared with whom.
   */
  type: 'peer' | 'regional' | 'national' | 'ownPast'
  /**
   * Value.
   */
  value?: number
  /**
   * Source.
   */
  source: string
}
/**
 * After.
 */
export interface ClaimResult {
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Value.
   */
  value: number
  /**
   * What came out.
   */
  finding: 'shown' | 'notShown' | 'mixed'
  /**
   * Source.
   */
  source: string
}

/**
 * A table of evidence: where it is, its columns, its period and its hash.
 */
export interface EvidenceTable {
  /**
   * The kind of this record.
   */
  kind: 'EvidenceTable'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Path from the root of this repository, with forward slashes.
   */
  file?: string
  /**
   * Format.
   */
  format: 'csv' | 'parquet' | 'xlsx' | 'warehouse'
  /**
   * Query, for a warehouse.
   */
  query?: string
  /**
   * Hash of the file.
   */
  sha256?: Sha256
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Where the data come from.
   */
  source: string
  /**
   * What a row is; `counts` is unit, measure, period, numerator, denominator.
   */
  grain: 'counts' | 'roster' | 'hours' | 'signatures' | 'payments' | 'other'
  /**
   * Columns.
   */
  columns: TableColumn[]
  /**
   * Whether patient counts of 1 to 10 are suppressed in this file.
   */
  smallCells?: 'suppressed' | 'full'
  /**
   * Whether the file is final.
   */
  sealed?: boolean
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface TableColumn {
  /**
   * Name in the file's first row.
   */
  name: string
  /**
   * Type, in Frictionless Table Schema terms.
   */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'yearmonth'
  /**
   * What the column is for.
   */
  role?:
    | 'unit'
    | 'measure'
    | 'periodStart'
    | 'periodEnd'
    | 'numerator'
    | 'denominator'
    | 'group'
    | 'npi'
    | 'specialty'
    | 'name'
    | 'clinicianRole'
    | 'zip'
    | 'participant'
    | 'other'
  /**
   * What it holds.
   */
  description?: string
}

/**
 * An entry in the evidence register: a document, where it is, and its hash.
 */
export interface Exhibit {
  /**
   * The kind of this record.
   */
  kind: 'Exhibit'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Path from the root of this repository, with forward slashes.
   */
  file?: string
  /**
   * Where it is kept, when it is outside this repository.
   */
  location?: string
  /**
   * Hash of the document.
   */
  sha256?: Sha256
  /**
   * Who keeps the original.
   */
  custodian: string
  /**
   * Date the document was made.
   */
  made: IsoDate
  /**
   * Whether it is privileged; then only title, date, custodian and hash are kept.
   */
  privileged?: boolean
  /**
   * Confidentiality class.
   */
  class:
    'public' | 'network' | 'competitivelySensitive' | 'peerReview' | 'privileged' | 'personLevel'
  /**
   * Date until which it is kept.
   */
  retainUntil?: IsoDate
  /**
   * Legal hold on it.
   */
  hold?: RecordId
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}

/**
 * A finding that the network accepts for a time, with reason, owner and approver.
 */
export interface FindingException {
  /**
   * The kind of this record.
   */
  kind: 'FindingException'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Fingerprint of the finding.
   */
  finding: string
  /**
   * Rule of the finding.
   */
  rule: string
  /**
   * Why it is accepted.
   */
  reason: string
  /**
   * Who answers for it.
   */
  owner: RecordId
  /**
   * Who approved it; not the owner.
   */
  approver: RecordId
  /**
   * Date approved.
   */
  approved: IsoDate
  /**
   * Date from which it no longer counts.
   */
  expires: IsoDate
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}

/**
 * The board or a committee: its seats, powers and rules.
 */
export interface GoverningBody {
  /**
   * The kind of this record.
   */
  kind: 'GoverningBody'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * What it is.
   */
  type:
    | 'board'
    | 'clinicalCommittee'
    | 'credentialingCommittee'
    | 'utilizationCommittee'
    | 'peerReviewCommittee'
    | 'financeCommittee'
    | 'contractingCommittee'
    | 'other'
  /**
   * Date established.
   */
  established?: IsoDate
  /**
   * Seats by class.
   */
  seats?: SeatClass[]
  /**
   * Who holds them.
   */
  holders?: SeatHolder[]
  /**
   * Reserved powers.
   */
  reservedPowers?: ReservedPower[]
  /**
   * Voting seats needed for a quorum.
   */
  quorum?: number
  /**
   * Meetings a year that its charter asks for.
   */
  meetsPerYear?: number
  /**
   * Conflict disclosures.
   */
  conflictDisclosures?: ConflictDisclosure[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface SeatClass {
  /**
   * Class of seat.
   */
  class:
    | 'independentPhysician'
    | 'employedPhysician'
    | 'hospital'
    | 'payer'
    | 'consumer'
    | 'management'
    | 'other'
  /**
   * Seats.
   */
  count: number
  /**
   * Whether they vote.
   */
  vote: boolean
  /**
   * For physicians: primary care or specialist.
   */
  role?: 'primaryCare' | 'specialist'
}
export interface SeatHolder {
  /**
   * Who sits.
   */
  person: RecordId
  /**
   * From.
   */
  from: IsoDate
  /**
   * To.
   */
  to?: IsoDate
}
export interface ReservedPower {
  /**
   * Who holds it.
   */
  holder: string
  /**
   * The power.
   */
  power: string
  /**
   * Whether it can undo a decision of the physician seats.
   */
  overridesPhysicians: boolean
}
export interface ConflictDisclosure {
  /**
   * Calendar year.
   */
  year: number
  /**
   * Disclosures received.
   */
  received: number
  /**
   * Disclosures due.
   */
  of: number
}

/**
 * A legal hold: what must be kept, on whose instruction.
 */
export interface Hold {
  /**
   * The kind of this record.
   */
  kind: 'Hold'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Date placed.
   */
  placed: IsoDate
  /**
   * Date released.
   */
  released?: IsoDate
  /**
   * Who instructed it.
   */
  instructedBy: RecordId
  /**
   * What must be kept.
   */
  scope: string
  /**
   * Removals on counsel's recorded instruction.
   */
  removals?: RecordedRemoval[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface RecordedRemoval {
  /**
   * Path removed.
   */
  path: string
  /**
   * Date removed.
   */
  date: IsoDate
  /**
   * Who instructed it.
   */
  instructedBy: RecordId
  /**
   * Class of the reason.
   */
  reason: string
  /**
   * Path of the seal that the removal concerns, where the history was rewritten after it.
   */
  seal?: string
  /**
   * Full hash of the sealed commit that the history no longer leads to, as the seal names it.
   */
  commit?: string
  /**
   * Full hash of the commit that stands in its place now.
   */
  newCommit?: string
}

/**
 * A rule of the network's own, with examples that are executed.
 */
export interface HouseRule {
  /**
   * The kind of this record.
   */
  kind: 'HouseRule'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Severity of its findings.
   */
  severity: 'note' | 'warning' | 'error'
  /**
   * Kind of record it looks at.
   */
  select: string
  /**
   * CEL expression that must be true of each.
   */
  condition: string
  /**
   * What is wrong when it is not.
   */
  message: string
  /**
   * What to do about it.
   */
  fix: string
  /**
   * What it rests on.
   */
  authority?: string
  /**
   * Records that pass.
   */
  passing: {}[]
  /**
   * Records that fail.
   */
  failing: {}[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}

/**
 * How incentive money is divided: opaque pools, weights and gates.
 */
export interface IncentivePlan {
  /**
   * The kind of this record.
   */
  kind: 'IncentivePlan'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Line concerned; all when left out.
   */
  productLine?: RecordId
  /**
   * First day of the period.
   */
  from?: IsoDate
  /**
   * Last day of the period.
   */
  to?: IsoDate
  /**
   * Public program whose payments the plan shares out.
   */
  program?: PublicProgram
  /**
   * Pools.
   */
  pools?: IncentivePool[]
  /**
   * The formula in words.
   */
  formula?: string
  /**
   * Participation below which a member draws nothing.
   */
  participationFloor?: number
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface IncentivePool {
  /**
   * Opaque name of the pool.
   */
  id: RecordId
  /**
   * Weights.
   */
  weights?: PoolWeight[]
  /**
   * Quality gates.
   */
  gates?: PoolGate[]
  /**
   * Part that depends on the network's results.
   */
  networkResultShare?: Ratio
  /**
   * Part that depends on adherence to protocols.
   */
  adherenceShare?: Ratio
  /**
   * Weight on volume or value of referrals; to be zero.
   */
  referralVolumeWeight?: Ratio
}
export interface PoolWeight {
  /**
   * Measure.
   */
  measure: RecordId
  /**
   * Weight.
   */
  weight: Ratio
}
export interface PoolGate {
  /**
   * Measure.
   */
  measure: RecordId
  /**
   * Value to be reached before any money is paid.
   */
  threshold: number
}

/**
 * A shared record, exchange, registry or analytic system, and its use.
 */
export interface InformationSystem {
  /**
   * The kind of this record.
   */
  kind: 'InformationSystem'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * What it is.
   */
  type:
    | 'ehr'
    | 'healthInformationExchange'
    | 'registry'
    | 'analytics'
    | 'portal'
    | 'ePrescribing'
    | 'decisionSupport'
  /**
   * Date it went live.
   */
  goLive?: IsoDate
  /**
   * Date it was switched off.
   */
  retired?: IsoDate
  /**
   * Data classes it holds (USCDI terms).
   */
  dataClasses?: string[]
  /**
   * Whether data flow both to and from members.
   */
  twoWay?: boolean
  /**
   * Whether it is connected through TEFCA.
   */
  tefca?: boolean
  /**
   * Whether members must use it.
   */
  dutyToUse?: boolean
  /**
   * What was pledged for it.
   */
  pledges?: ('decisionSupport' | 'ePrescribing')[]
  /**
   * Use by month.
   */
  use?: SystemUse[]
  /**
   * Table of use instead: counts by unit (member), measure `use`, period; the numerator is what the member did.
   */
  useTable?: RecordId
  /**
   * Referrals tracked to closure, by period.
   */
  referrals?: ReferralCount[]
  /**
   * Feeds from payers.
   */
  payerFeeds?: PayerFeed[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface SystemUse {
  /**
   * Month.
   */
  month: IsoMonth
  /**
   * Members active.
   */
  active: number
  /**
   * Members.
   */
  of: number
  /**
   * Items sent by members.
   */
  sent?: number
  /**
   * Items received by members.
   */
  received?: number
}
export interface ReferralCount {
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Referrals made.
   */
  made: number
  /**
   * Of these, referrals whose report came back.
   */
  closed: number
}
export interface PayerFeed {
  /**
   * Opaque name of the payer.
   */
  payer: RecordId
  /**
   * Date of the statement.
   */
  asOf: IsoDate
  /**
   * Days between service and arrival.
   */
  lagDays?: number
  /**
   * Share of claims that arrive.
   */
  completeness?: Ratio
}

/**
 * Capital, dues, grants, operating budget, staff or hours that the network or its participants put in, for one period.
 */
export interface Investment {
  /**
   * The kind of this record.
   */
  kind: 'Investment'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Who put it in.
   */
  by: 'network' | 'participants' | 'hospital' | 'payer' | 'grant'
  /**
   * Budget and actual.
   */
  budget?: BudgetLine[]
  /**
   * Capital paid in.
   */
  capital?: CapitalContribution[]
  dues?: Dues
  /**
   * Staff.
   */
  staff?: Staff[]
  /**
   * Physician hours.
   */
  hours?: Hours[]
  /**
   * Table of hours instead: counts by unit (member), measure `hours`, period.
   */
  hoursTable?: RecordId
  fairMarketValue?: FairMarketValue
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface BudgetLine {
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Class of the line.
   */
  class:
    | 'infrastructure'
    | 'careManagement'
    | 'qualityStaff'
    | 'informationSystems'
    | 'administration'
    | 'incentives'
    | 'other'
  /**
   * Budget. Whole US dollars.
   */
  budgetUsd: number
  /**
   * Actual. Whole US dollars.
   */
  actualUsd?: number
  /**
   * Who paid.
   */
  payer?: 'physicians' | 'hospital' | 'payer' | 'grant' | 'other'
}
export interface CapitalContribution {
  /**
   * Who contributed.
   */
  by: 'physicians' | 'hospital' | 'payer' | 'investor' | 'grant'
  /**
   * Date paid in.
   */
  date: IsoDate
  /**
   * Amount. Whole US dollars.
   */
  amountUsd: number
}
/**
 * Dues or capital for each member.
 */
export interface Dues {
  /**
   * Dues or capital for each member. Whole US dollars.
   */
  perMemberUsd: number
  /**
   * Members who owe.
   */
  members: number
  /**
   * Members who paid.
   */
  paid: number
}
export interface Staff {
  /**
   * Role.
   */
  role:
    | 'quality'
    | 'careManagement'
    | 'informationSystems'
    | 'management'
    | 'medicalDirection'
    | 'other'
  /**
   * Full-time equivalents.
   */
  fullTimeEquivalents: number
}
export interface Hours {
  /**
   * Practice of the physicians.
   */
  participant: RecordId
  /**
   * Body for which they worked.
   */
  body?: RecordId
  /**
   * What they did.
   */
  activity: 'committee' | 'protocolWork' | 'peerReview' | 'chartReview' | 'training' | 'other'
  /**
   * Physicians who worked them.
   */
  members: number
  /**
   * Hours.
   */
  hours: number
  /**
   * Whether the time was paid.
   */
  paid?: boolean
}
/**
 * Fair-market-value reference for paid time.
 */
export interface FairMarketValue {
  /**
   * Reference used.
   */
  source: string
  /**
   * Date of the reference.
   */
  date: IsoDate
}

/**
 * A measure of quality, utilization or cost, with its specification, targets and results.
 */
export interface Measure {
  /**
   * The kind of this record.
   */
  kind: 'Measure'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Public program that the measure is taken from or reported to.
   */
  program?: PublicProgram
  /**
   * Who keeps the specification.
   */
  steward: string
  identifiers?: MeasureIdentifiers
  /**
   * What it measures; notStated where a published source does not say.
   */
  domain: 'process' | 'outcome' | 'patientExperience' | 'utilization' | 'cost' | 'notStated'
  /**
   * Specialties it is computed for; all when left out.
   */
  specialties?: Specialty[]
  /**
   * Numerator in words.
   */
  numerator?: string
  /**
   * Denominator in words.
   */
  denominator?: string
  /**
   * Exclusions in words; "none" where there are none.
   */
  exclusions?: string
  /**
   * Data it is computed from.
   */
  source?: string
  /**
   * Which way is better.
   */
  direction?: 'higher' | 'lower'
  /**
   * Unit of its value.
   */
  unit?: 'ratio' | 'per1000' | 'days' | 'usd' | 'score'
  caseMix?: CaseMix
  /**
   * Smallest denominator at which a value is reported.
   */
  minimumDenominator?: number
  /**
   * Date from which it is no longer used.
   */
  retired?: IsoDate
  /**
   * Value below which a member gives a signal (above, where lower is better).
   */
  floor?: number
  /**
   * Targets, each to be committed before its period begins.
   */
  targets?: Target[]
  /**
   * Benchmarks.
   */
  benchmarks?: Benchmark[]
  baseline?: Baseline
  /**
   * Results for the whole network.
   */
  results?: MeasureResult[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Published identifiers.
 */
export interface MeasureIdentifiers {
  /**
   * CBE number.
   */
  cbe?: Cbe
  /**
   * CMS eCQM id.
   */
  ecqm?: Ecqm
  /**
   * MIPS number.
   */
  mips?: Mips
}
/**
 * Case-mix adjustment, or why there is none.
 */
export interface CaseMix {
  /**
   * Method of adjustment.
   */
  method?: string
  /**
   * Why none is made.
   */
  whyNone?: string
}
export interface Target {
  /**
   * First day of the period it is for.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Target.
   */
  value: number
  /**
   * Date it was set.
   */
  set?: IsoDate
}
export interface Benchmark {
  /**
   * Compared with whom.
   */
  type: 'peer' | 'regional' | 'national'
  /**
   * Value.
   */
  value: number
  /**
   * Source.
   */
  source: string
  /**
   * Date of the source.
   */
  asOf: IsoDate
}
/**
 * Baseline, or why there is none.
 */
export interface Baseline {
  /**
   * Value before the program.
   */
  value?: number
  /**
   * First day.
   */
  from?: IsoDate
  /**
   * Last day.
   */
  to?: IsoDate
  /**
   * Source.
   */
  source?: string
  /**
   * Why there is none.
   */
  whyNone?: string
}
export interface MeasureResult {
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Value for the network.
   */
  value: number
  /**
   * Numerator.
   */
  numerator?: number
  /**
   * Denominator.
   */
  denominator?: number
}

/**
 * A meeting of a governing body, with its minutes, votes and safeguards.
 */
export interface Meeting {
  /**
   * The kind of this record.
   */
  kind: 'Meeting'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Body that met.
   */
  body: RecordId
  /**
   * Date held.
   */
  held: IsoDate
  /**
   * Date on which the minutes were drafted.
   */
  minutesDrafted?: IsoDate
  /**
   * Date on which the minutes were adopted.
   */
  minutesAdopted?: IsoDate
  /**
   * Voting seats present.
   */
  present?: number
  /**
   * Whether a quorum was present.
   */
  quorum?: boolean
  /**
   * Participants who attended.
   */
  attendees?: RecordId[]
  /**
   * Physicians who attended.
   */
  members?: number
  /**
   * Whether the antitrust reminder was read.
   */
  antitrustReminder?: boolean
  /**
   * Votes.
   */
  votes?: Vote[]
  /**
   * Recusals.
   */
  recusals?: Recusal[]
  /**
   * The minutes.
   */
  minutes?: RecordId
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface Vote {
  /**
   * What was voted on.
   */
  on: string
  /**
   * Record concerned.
   */
  record?: RecordId
  /**
   * For.
   */
  for: number
  /**
   * Against.
   */
  against: number
  /**
   * Abstained.
   */
  abstained?: number
}
export interface Recusal {
  /**
   * Who was recused.
   */
  person: RecordId
  /**
   * Class of the reason.
   */
  reason: string
}

/**
 * A written criterion that applicants and members must meet.
 */
export interface MembershipCriterion {
  /**
   * The kind of this record.
   */
  kind: 'MembershipCriterion'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * What it is about.
   */
  class: 'credentialing' | 'quality' | 'participation' | 'technology' | 'financial' | 'other'
  /**
   * The criterion as adopted.
   */
  text: string
  /**
   * Date from which it applies.
   */
  effective: IsoDate
  /**
   * Date from which it no longer applies.
   */
  retired?: IsoDate
  /**
   * Meeting that adopted it.
   */
  adoptedAt?: RecordId
  /**
   * Lines it applies to; all when left out.
   */
  productLines?: RecordId[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}

/**
 * A decision on an application or a membership: admission, denial, deferral, re-selection or exit.
 */
export interface MembershipDecision {
  /**
   * The kind of this record.
   */
  kind: 'MembershipDecision'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * What was decided.
   */
  decision: 'admission' | 'denial' | 'deferral' | 'reselection' | 'exit'
  /**
   * Date of the decision.
   */
  date: IsoDate
  /**
   * Date of the application.
   */
  applied?: IsoDate
  /**
   * Participant concerned, when it is a member.
   */
  participant?: RecordId
  /**
   * Pseudonym, where the decision concerns one clinician or a refused applicant.
   */
  member?: Pseudonym
  /**
   * Body that decided.
   */
  body?: RecordId
  /**
   * Meeting at which it was decided.
   */
  meeting?: RecordId
  /**
   * Criteria that were applied.
   */
  criteria?: RecordId[]
  /**
   * Class of the reason. A retirement is not selectivity.
   */
  reason?:
    | 'meetsCriteria'
    | 'criteriaNotMet'
    | 'performance'
    | 'sanction'
    | 'capacity'
    | 'retirement'
    | 'relocation'
    | 'voluntary'
    | 'contractRefusal'
    | 'feeDispute'
    | 'other'
  /**
   * Date from which an exiting participant is off every panel.
   */
  offPanel?: IsoDate
  /**
   * Case that led to the exit.
   */
  correctiveAction?: RecordId
  /**
   * Credentialing and exclusion checks.
   */
  checks?: CredentialCheck[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface CredentialCheck {
  /**
   * What was checked; exclusionList is the OIG List of Excluded Individuals and Entities.
   */
  type: 'license' | 'exclusionList' | 'boardCertification' | 'malpractice' | 'dea'
  /**
   * Date of the check.
   */
  date: IsoDate
  /**
   * What it showed.
   */
  result: 'clear' | 'flagged'
}

/**
 * A dated business record of why joint pricing is needed and which alternatives were rejected.
 */
export interface NecessityRecord {
  /**
   * The kind of this record.
   */
  kind: 'NecessityRecord'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Line concerned.
   */
  productLine: RecordId
  /**
   * Date made.
   */
  date: IsoDate
  /**
   * Whether it is privileged. A privileged memorandum is only title, date, custodian and hash.
   */
  privileged: boolean
  /**
   * What it concludes.
   */
  conclusion?: 'necessary' | 'notNecessary' | 'undecided'
  /**
   * Why joint pricing is subordinate to the program and reasonably necessary to it.
   */
  reasoning?: string
  /**
   * Alternatives considered.
   */
  alternatives?: Alternative[]
  /**
   * Who made it.
   */
  author?: RecordId
  /**
   * Meeting that adopted it.
   */
  adoptedAt?: RecordId
  /**
   * Custodian.
   */
  custodian?: string
  /**
   * Hash of the document.
   */
  sha256?: Sha256
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface Alternative {
  /**
   * Alternative considered.
   */
  alternative: string
  /**
   * Why it was rejected.
   */
  rejectedBecause: string
}

/**
 * How terms were, or are being, negotiated with a payer, and the conduct around it. Never an offer's content.
 */
export interface Negotiation {
  /**
   * The kind of this record.
   */
  kind: 'Negotiation'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Line concerned.
   */
  productLine: RecordId
  /**
   * Opaque name of the payer.
   */
  payer?: RecordId
  /**
   * How: jointly, by messenger, or each member alone.
   */
  method: 'joint' | 'messenger' | 'individual'
  negotiator?: Negotiator
  /**
   * Date of the first talk of price.
   */
  firstPriceTalk?: IsoDate
  /**
   * Whether price was talked of before any program of the line was live, where a source tells the order of events and not their dates.
   */
  beforeProgram?: boolean
  /**
   * Date on which talks ended.
   */
  ended?: IsoDate
  /**
   * Offers relayed by a messenger: dates and counts only.
   */
  offers?: Offer[]
  /**
   * Conduct around the negotiation.
   */
  conduct?: ConductEvent[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Who negotiated.
 */
export interface Negotiator {
  /**
   * Who negotiated.
   */
  person?: RecordId
  /**
   * Whether the negotiator practises in the network.
   */
  practisingParticipant: boolean
}
export interface Offer {
  /**
   * Who made it.
   */
  from: 'payer' | 'members'
  /**
   * Date received by the agent.
   */
  received: IsoDate
  /**
   * Date relayed.
   */
  relayed?: IsoDate
  /**
   * Members it was relayed to.
   */
  relayedTo?: number
  /**
   * Members it was meant for.
   */
  of?: number
}
export interface ConductEvent {
  /**
   * What was done. An ordinary notice of non-renewal is not a threat.
   */
  class:
    | 'feePoll'
    | 'feeVote'
    | 'terminationThreat'
    | 'boycottThreat'
    | 'collectiveRefusal'
    | 'hospitalLever'
    | 'counterByAgent'
    | 'offerWithheld'
    | 'offersShared'
    | 'acceptanceQuota'
    | 'urgedToDropOutsideContracts'
    | 'payerBypassInterference'
    | 'refusalSanctioned'
    | 'pricingOutsideProgram'
    | 'nonRenewalNotice'
  /**
   * Date, or first day.
   */
  date: IsoDate
  /**
   * Last day, where it has ended.
   */
  ended?: IsoDate
  /**
   * What happened, without a price.
   */
  description: string
  /**
   * The network's answer.
   */
  answer?: string
  /**
   * Order or advice that ended it.
   */
  mandatedBy?: string
}

/**
 * The network itself: one legal entity, its owners and its product lines. One a repository.
 */
export interface Network {
  /**
   * The kind of this record.
   */
  kind: 'Network'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Legal name of the entity.
   */
  legalName: string
  /**
   * Legal form of the entity.
   */
  entityForm?:
    | 'limitedLiabilityCompany'
    | 'nonprofitCorporation'
    | 'businessCorporation'
    | 'professionalCorporation'
    | 'partnership'
    | 'other'
  /**
   * What the network says it is; the facts may describe something else.
   */
  declaredKind?: 'cin' | 'aco' | 'ipa' | 'pho' | 'messengerModel' | 'staffModel'
  /**
   * Who sponsors the network.
   */
  sponsor?: 'physicians' | 'hospital' | 'joint'
  /**
   * Date of formation.
   */
  formed?: IsoDate
  /**
   * Every id that `owner` of a Participant or of a screen of the service area may have. Where it is given, any other id is an error; where it is left out, only an id that looks like a slip of another is.
   */
  participantOwners?: RecordId[]
  /**
   * Owners, to the whole.
   */
  owners?: Owner[]
  /**
   * Product lines. Each is judged by itself.
   */
  productLines: ProductLine[]
  serviceArea?: ServiceArea
  /**
   * States in which it operates.
   */
  states?: State[]
  management?: Management
  selectivity?: SelectivityStatement
  /**
   * The high-cost and prevalent conditions of the patients served, with or without a protocol.
   */
  conditions?: NetworkCondition[]
  /**
   * Orders that bind the network or its participants.
   */
  outstandingOrders?: OutstandingOrder[]
  /**
   * Investigations known to the network.
   */
  declaredInvestigations?: DeclaredInvestigation[]
  /**
   * What the network says of itself to the outside.
   */
  publicStatements?: PublicStatement[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface Owner {
  /**
   * Owner, or class of owners.
   */
  name: string
  /**
   * Class of the owner.
   */
  class: 'physicians' | 'hospital' | 'payer' | 'investor' | 'other'
  /**
   * Share of ownership; all owners sum to 1.
   */
  share: Ratio
  /**
   * The participant, where the owner is one.
   */
  participant?: RecordId
}
export interface ProductLine {
  /**
   * Name of the line; contracts and agreements refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * What is said to justify joint prices: clinical integration, shared financial risk, or none because a messenger relays offers.
   */
  basis: 'clinical' | 'financial' | 'messenger'
  /**
   * Whether the program of this line is proposed or operating.
   */
  stage: 'proposed' | 'operating'
  /**
   * Date on which the program of this line went live.
   */
  programLive?: IsoDate
  /**
   * Public program in which the line takes part.
   */
  program?: PublicProgram
  /**
   * Whether prices are, or are to be, negotiated jointly on this line.
   */
  jointPricing: boolean
  /**
   * What the line is.
   */
  description?: string
  /**
   * Populations it serves.
   */
  populations?: string[]
}
/**
 * Area in which the network serves patients. No relevant market is defined by it.
 */
export interface ServiceArea {
  /**
   * Counties served, FIPS codes.
   */
  counties?: CountyFips[]
  /**
   * ZIP codes served.
   */
  zips?: Zip[]
  /**
   * The area in words.
   */
  description?: string
}
/**
 * Professional management.
 */
export interface Management {
  /**
   * Whether professional management works for the network alone.
   */
  dedicated: boolean
  /**
   * Management staff, full-time equivalents.
   */
  fullTimeEquivalents?: number
  /**
   * Who manages it.
   */
  description?: string
}
/**
 * The written reason where membership criteria have had no visible effect.
 */
export interface SelectivityStatement {
  /**
   * Date of the statement.
   */
  date: IsoDate
  /**
   * Why no refusal, deferral or performance-based exit occurred.
   */
  reason: string
}
export interface NetworkCondition {
  /**
   * Condition.
   */
  title: string
  /**
   * Why it is on the list.
   */
  prevalence: 'highCost' | 'prevalent' | 'both'
  /**
   * What the list was drawn from, with its date.
   */
  source: string
  /**
   * Protocols that cover it.
   */
  protocols?: RecordId[]
}
export interface OutstandingOrder {
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Agency or court.
   */
  authority: string
  /**
   * Date entered.
   */
  entered: IsoDate
  /**
   * Date it ends.
   */
  expires?: IsoDate
  /**
   * Duties under the order.
   */
  duties?: OrderDuty[]
}
export interface OrderDuty {
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Date it is due.
   */
  due?: IsoDate
  /**
   * Date it was observed.
   */
  observed?: IsoDate
}
export interface DeclaredInvestigation {
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Date it was opened.
   */
  opened: IsoDate
  /**
   * Date it was closed.
   */
  closed?: IsoDate
  /**
   * Agency or court.
   */
  authority: string
}
export interface PublicStatement {
  /**
   * Date made.
   */
  date: IsoDate
  /**
   * Where it was published.
   */
  where: string
  /**
   * The words.
   */
  text: string
}

/**
 * A practice, hospital or post-acute facility that takes part in the network.
 */
export interface Participant {
  /**
   * The kind of this record.
   */
  kind: 'Participant'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name of the practice or facility.
   */
  name: string
  /**
   * What it is.
   */
  type: 'practice' | 'hospital' | 'postAcute'
  /**
   * Taxpayer identification number.
   */
  tin?: Tin
  /**
   * CMS Certification Number, for facilities.
   */
  ccn?: Ccn
  /**
   * Who owns it. Participants with the same owner count as one competitor. Left out where it is not known: then it counts neither as one nor as another.
   */
  owner?: RecordId
  /**
   * Participant that employs its clinicians; left out for an independent practice.
   */
  employedBy?: RecordId
  /**
   * Participants each of which employs some of its clinicians, where the source does not say how many; instead of `employedBy`.
   *
   * @minItems 2
   */
  employedByOneOf?: [RecordId, RecordId, ...RecordId[]]
  /**
   * Whether it, or its employer, could run the program and contract without the network.
   */
  couldActAlone?: boolean
  /**
   * Date it joined.
   */
  joined?: IsoDate
  /**
   * Date it left; exit reasons are in a MembershipDecision.
   */
  left?: IsoDate
  /**
   * Lines on whose panel it is.
   */
  productLines?: RecordId[]
  /**
   * Clinicians, where the roster is in the record.
   */
  clinicians?: Clinician[]
  /**
   * Table that holds the roster instead, one clinician a row.
   */
  roster?: RecordId
  /**
   * Counts, where no roster is public.
   */
  declaredClinicians?: DeclaredClinicians[]
  /**
   * Contracts held outside the network, counts only.
   */
  outsideContracts?: OutsideContracts[]
  /**
   * ZIP codes of its locations.
   */
  locations?: Zip[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface Clinician {
  /**
   * National Provider Identifier.
   */
  npi: Npi
  /**
   * Name.
   */
  name?: string
  /**
   * Specialty practised.
   */
  specialty: Specialty
  /**
   * NUCC taxonomy code.
   */
  taxonomy?: Taxonomy
  /**
   * Primary care or specialist.
   */
  role: 'primaryCare' | 'specialist'
  /**
   * ZIP codes of practice locations.
   */
  zips?: Zip[]
  /**
   * Of a clinician who truly works at two practices at once: the participant whose entry counts. This entry then says where else the clinician works, and counts nowhere.
   */
  countedAt?: RecordId
  /**
   * Date the clinician joined.
   */
  joined?: IsoDate
  /**
   * Date the clinician left.
   */
  left?: IsoDate
}
export interface DeclaredClinicians {
  /**
   * Specialty, where the source states it.
   */
  specialty?: Specialty
  /**
   * Primary care or specialist; notStated where the source gives one count for both.
   */
  role: 'primaryCare' | 'specialist' | 'notStated'
  /**
   * Clinicians.
   */
  count: number
  /**
   * Whether the source gives the count as approximate.
   */
  approximate?: boolean
  /**
   * Date of the count.
   */
  asOf?: IsoDate
}
export interface OutsideContracts {
  /**
   * Date of the count.
   */
  asOf: IsoDate
  /**
   * Contracts with payers outside the network; a count only, no payer and no term.
   */
  count: number
}

/**
 * A version of the agreement between the network and its participants, its clauses and who signed it.
 */
export interface ParticipationAgreement {
  /**
   * The kind of this record.
   */
  kind: 'ParticipationAgreement'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Version label.
   */
  version: string
  /**
   * Lines it covers; all when left out.
   */
  productLines?: RecordId[]
  /**
   * First day in force.
   */
  inForceFrom?: IsoDate
  /**
   * Last day in force.
   */
  inForceTo?: IsoDate
  clauses?: AgreementClauses
  /**
   * Who signed this version, and when.
   */
  signatures?: Signature[]
  declaredSignatures?: DeclaredSignatures
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Clauses. One that is left out is not known.
 */
export interface AgreementClauses {
  /**
   * Duty to follow the protocols.
   */
  protocols?: boolean
  /**
   * Duty to supply data.
   */
  data?: boolean
  /**
   * Duty to be measured.
   */
  measurement?: boolean
  /**
   * Duty to accept sanctions.
   */
  sanctions?: boolean
  /**
   * Duty to take part in every contract of the line.
   */
  contractParticipation?: boolean
  inNetworkReferral?: ReferralClause
  /**
   * Whether members may contract with payers outside the network.
   */
  exclusivity?: 'nonExclusive' | 'exclusive' | 'partlyExclusive'
  /**
   * Whether the network has a right of first refusal.
   */
  firstRefusal?: boolean
  /**
   * Whether a member who leaves loses capital or incentives.
   */
  exitForfeiture?: boolean
  /**
   * Whether a member may not opt out of a contract because of its price.
   */
  noPriceOptOut?: boolean
}
/**
 * In-network referral duty and its exceptions.
 */
export interface ReferralClause {
  /**
   * Whether referrals are to stay in the network.
   */
  required: boolean
  /**
   * Exceptions stated.
   */
  exceptions?: ('patientChoice' | 'payerDetermination' | 'medicalJudgment')[]
}
export interface Signature {
  /**
   * Participant that signed.
   */
  participant: RecordId
  /**
   * Date signed.
   */
  date: IsoDate
  /**
   * The signed page.
   */
  exhibit?: RecordId
}
/**
 * Counts, where no list of signatures is kept here.
 */
export interface DeclaredSignatures {
  /**
   * Participants that signed.
   */
  signed: number
  /**
   * Participants on the panel.
   */
  of: number
  /**
   * Date of the count.
   */
  asOf: IsoDate
}

/**
 * A contract with a payer: model, panel, program and clauses. Never a price.
 */
export interface PayerContract {
  /**
   * The kind of this record.
   */
  kind: 'PayerContract'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Opaque name of the payer.
   */
  payer: RecordId
  /**
   * Line it belongs to.
   */
  productLine: RecordId
  /**
   * Public program that the contract is part of.
   */
  program?: PublicProgram
  /**
   * Payment model.
   */
  model:
    'feeForService' | 'feeForServiceBonus' | 'sharedSavings' | 'bundled' | 'twoSided' | 'capitation'
  /**
   * Whether its prices were negotiated jointly.
   */
  jointlyPriced: boolean
  /**
   * First day in force.
   */
  inForceFrom?: IsoDate
  /**
   * Last day in force.
   */
  inForceTo?: IsoDate
  /**
   * Covered lives.
   */
  lives?: number
  /**
   * How it was negotiated.
   */
  negotiation?: RecordId
  /**
   * Whether its prices apply outside the program.
   */
  outsideProgram?: boolean
  risk?: SharedRisk
  /**
   * Measures it uses.
   */
  measures?: RecordId[]
  /**
   * Whether it uses the program and its measures.
   */
  usesProgram?: boolean
  panel?: ContractPanel
  clauses?: ContractClauses
  /**
   * Log of payers who went around the network.
   */
  bypass?: PayerBypass[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Financial risk that members share. Upside-only shared savings is not substantial shared risk.
 */
export interface SharedRisk {
  /**
   * Whether members share losses.
   */
  downside: boolean
  /**
   * Whether the risk shared is substantial.
   */
  substantial: boolean
  /**
   * Why: the kind of risk, without amounts.
   */
  basis: string
}
/**
 * The panel.
 */
export interface ContractPanel {
  /**
   * Whether every member of the line takes part.
   */
  all?: boolean
  /**
   * Who takes part, where not all.
   */
  participants?: RecordId[]
  /**
   * Whether members may opt out because of price.
   */
  optOutByPrice?: boolean
}
/**
 * Clauses. One that is left out is not known.
 */
export interface ContractClauses {
  /**
   * Most-favoured-nation clause.
   */
  mostFavouredNation?: boolean
  /**
   * Anti-steering clause.
   */
  antiSteering?: boolean
  /**
   * Anti-tiering clause.
   */
  antiTiering?: boolean
  /**
   * Gag on prices or quality.
   */
  gag?: boolean
  /**
   * Services outside the network product conditioned on it.
   */
  tying?: boolean
  /**
   * All facilities or none, outside the network product.
   */
  allOrNothing?: boolean
  /**
   * Members bound to contract only through the network.
   */
  exclusivity?: boolean
  /**
   * Hospital and physician contracts conditioned on each other.
   */
  hospitalConditioned?: boolean
}
export interface PayerBypass {
  /**
   * Date.
   */
  date: IsoDate
  /**
   * What happened.
   */
  event: 'refusedNetwork' | 'noticeOfIndividualRoute' | 'contractedIndividually' | 'interference'
  /**
   * The network's answer.
   */
  answer?: string
}

/**
 * A person with a role in the network, and the keys with which that person signs.
 */
export interface Person {
  /**
   * The kind of this record.
   */
  kind: 'Person'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name.
   */
  name: string
  /**
   * Practice, where the person practises in the network.
   */
  participant?: RecordId
  /**
   * Specialty.
   */
  specialty?: Specialty
  /**
   * Roles over time.
   */
  roles: PersonRole[]
  /**
   * Addresses that commits carry.
   */
  emails?: string[]
  /**
   * Public keys.
   */
  keys?: SigningKey[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface PersonRole {
  /**
   * Role.
   */
  role:
    | 'officer'
    | 'medicalDirector'
    | 'committeeChair'
    | 'counsel'
    | 'custodian'
    | 'dataSteward'
    | 'staff'
    | 'physician'
  /**
   * From.
   */
  from: IsoDate
  /**
   * To.
   */
  to?: IsoDate
}
export interface SigningKey {
  /**
   * Type.
   */
  type: 'ssh' | 'gpg'
  /**
   * Public key.
   */
  key: string
  /**
   * From.
   */
  from: IsoDate
  /**
   * To.
   */
  to?: IsoDate
}

/**
 * A clinical practice guideline that members agree to follow.
 */
export interface Protocol {
  /**
   * The kind of this record.
   */
  kind: 'Protocol'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Condition or situation it applies to.
   */
  condition: string
  /**
   * Whether the condition is among the network's high-cost or prevalent ones.
   */
  prevalence?: 'highCost' | 'prevalent' | 'both' | 'neither'
  /**
   * Specialties bound by it.
   */
  specialties: Specialty[]
  /**
   * Members bound, by specialty.
   */
  membersBound?: MembersBound[]
  /**
   * Authors and reviewers.
   */
  authors?: Author[]
  source?: EvidenceSource
  adoption?: Adoption
  /**
   * Date from which members are bound.
   */
  effective?: IsoDate
  /**
   * Date from which it no longer binds.
   */
  retired?: IsoDate
  /**
   * Person answerable for it.
   */
  owner?: RecordId
  /**
   * Longest allowed gap between reviews, calendar months.
   */
  reviewCycleMonths?: number
  /**
   * Reviews.
   */
  reviews?: ProtocolReview[]
  /**
   * Measures that watch it.
   */
  measures?: RecordId[]
  /**
   * Utilization controls that watch it.
   */
  controls?: RecordId[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface MembersBound {
  /**
   * Specialty.
   */
  specialty: Specialty
  /**
   * Members bound.
   */
  bound: number
  /**
   * Members of the specialty.
   */
  of: number
}
export interface Author {
  /**
   * Author, where a person record exists.
   */
  person?: RecordId
  /**
   * Practice of the author.
   */
  participant?: RecordId
  /**
   * Specialty of the author.
   */
  specialty: Specialty
  /**
   * Author or reviewer.
   */
  role: 'author' | 'reviewer'
  /**
   * Whether the author takes part in the network.
   */
  participating: boolean
}
/**
 * Evidence base.
 */
export interface EvidenceSource {
  /**
   * Guideline or body of evidence it rests on.
   */
  title: string
  /**
   * Publisher.
   */
  publisher?: string
  /**
   * Version or year.
   */
  version: string
  /**
   * Date on which the source last changed.
   */
  changed?: IsoDate
}
/**
 * The adopting vote.
 */
export interface Adoption {
  /**
   * Date of the adopting vote.
   */
  date: IsoDate
  /**
   * Meeting that adopted it.
   */
  meeting?: RecordId
  /**
   * Body that adopted it.
   */
  body?: RecordId
  /**
   * Votes for.
   */
  for?: number
  /**
   * Votes against.
   */
  against?: number
  /**
   * Abstentions.
   */
  abstained?: number
}
export interface ProtocolReview {
  /**
   * Date of the review.
   */
  date: IsoDate
  /**
   * Meeting that made it.
   */
  meeting?: RecordId
  /**
   * What came of it.
   */
  result: 'kept' | 'revised' | 'retired'
}

/**
 * A safeguard against spillover: policy, training, firewall, access list, aggregator, read access.
 */
export interface Safeguard {
  /**
   * The kind of this record.
   */
  kind: 'Safeguard'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * What it is.
   */
  type:
    | 'antitrustPolicy'
    | 'training'
    | 'firewall'
    | 'priceAccessList'
    | 'aggregator'
    | 'outsideBusinessPolicy'
    | 'repositoryAccess'
  /**
   * Date from which it applies.
   */
  effective?: IsoDate
  /**
   * Date from which it no longer applies.
   */
  retired?: IsoDate
  /**
   * The policy in words.
   */
  text?: string
  /**
   * Training.
   */
  training?: TrainingSession[]
  /**
   * Who has access to price data.
   */
  access?: PriceAccess[]
  aggregator?: Aggregator
  /**
   * Who can read which repository.
   */
  readers?: RepositoryReader[]
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface TrainingSession {
  /**
   * Date.
   */
  date: IsoDate
  /**
   * Persons trained.
   */
  trained: number
  /**
   * Persons to be trained.
   */
  of: number
}
export interface PriceAccess {
  /**
   * Who has access to price data.
   */
  person: RecordId
  /**
   * Whether the person sits on the board of, or practises with, a competitor.
   */
  competingBoardMember: boolean
  /**
   * Whether the person is recused.
   */
  recused?: boolean
}
/**
 * How shared statistics are aggregated.
 */
export interface Aggregator {
  /**
   * Whether a third party aggregates.
   */
  thirdParty: boolean
  /**
   * Age of the newest data shared, days.
   */
  oldestAllowedDays?: number
  /**
   * Sources in each statistic.
   */
  sources?: number
  /**
   * Share of the largest source.
   */
  largestShare?: Ratio
}
export interface RepositoryReader {
  /**
   * Role.
   */
  role: string
  /**
   * Class of the root concerned.
   */
  rootClass:
    'public' | 'network' | 'competitivelySensitive' | 'peerReview' | 'privileged' | 'personLevel'
  /**
   * Whether the role may read it.
   */
  allowed: boolean
  /**
   * Whether the role can in fact read it, as access is set where the root is kept.
   */
  reads?: boolean
}

/**
 * The ladder of consequences for members who fall short, and their due process.
 */
export interface SanctionPolicy {
  /**
   * The kind of this record.
   */
  kind: 'SanctionPolicy'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Date from which it applies.
   */
  effective?: IsoDate
  /**
   * Date from which it no longer applies.
   */
  retired?: IsoDate
  /**
   * Meeting that adopted it.
   */
  adoptedAt?: RecordId
  /**
   * Lines it covers; all when left out.
   */
  productLines?: RecordId[]
  /**
   * Steps, mildest first.
   */
  ladder: LadderStep[]
  dueProcess?: DueProcess
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface LadderStep {
  /**
   * The step.
   */
  step: Step
  /**
   * What sets it off.
   */
  signal?: Signal
  /**
   * Measure concerned; any when left out.
   */
  measure?: RecordId
  /**
   * Periods in a row with the signal.
   */
  consecutivePeriods?: number
  /**
   * The trigger in words.
   */
  trigger?: string
  /**
   * Days from the trigger within which the step is taken.
   */
  withinDays?: number
}
/**
 * Due process.
 */
export interface DueProcess {
  /**
   * Days of notice.
   */
  noticeDays?: number
  /**
   * Whether there is a hearing.
   */
  hearing?: boolean
  /**
   * Whether there is an appeal.
   */
  appeal?: boolean
  /**
   * The process in words.
   */
  description?: string
}

/**
 * The scoring of members for one period, and its delivery to them.
 */
export interface Scorecard {
  /**
   * The kind of this record.
   */
  kind: 'Scorecard'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Date issued.
   */
  issued: IsoDate
  /**
   * Table of counts it was computed from.
   */
  table?: RecordId
  /**
   * Measures scored.
   */
  measures?: RecordId[]
  /**
   * Lines it covers; all when left out.
   */
  productLines?: RecordId[]
  members?: ScoredMembers
  /**
   * Whether a value for the whole network was issued.
   */
  networkValue?: boolean
  delivered?: Delivery
  /**
   * What members were compared with.
   */
  comparedWith?: ('target' | 'peer' | 'regional' | 'national')[]
  supplied?: DataSupply
  recordAudit?: RecordAudit
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
/**
 * Members scored.
 */
export interface ScoredMembers {
  /**
   * Members scored.
   */
  scored: number
  /**
   * Members marked as too small to score.
   */
  lowVolume?: number
  /**
   * Members to be scored.
   */
  of: number
}
/**
 * Delivery to members.
 */
export interface Delivery {
  /**
   * Date by which the count was delivered.
   */
  on: IsoDate
  /**
   * Members who received it.
   */
  count: number
}
/**
 * Members who supplied data for the period.
 */
export interface DataSupply {
  /**
   * Members who supplied data.
   */
  members: number
  /**
   * Members who owe data.
   */
  of: number
}
/**
 * A sample of medical records compared with what was scored.
 */
export interface RecordAudit {
  /**
   * Date on which the audit ended.
   */
  on: IsoDate
  /**
   * Medical records sampled.
   */
  sampled: number
  /**
   * Records that agreed with what was scored.
   */
  agreed: number
}

/**
 * Counts of the network's members and of all providers, by specialty and area. It defines no relevant market.
 */
export interface ServiceAreaScreen {
  /**
   * The kind of this record.
   */
  kind: 'ServiceAreaScreen'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Date of the counts.
   */
  asOf: IsoDate
  /**
   * Lines it covers; all when left out.
   */
  productLines?: RecordId[]
  /**
   * Areas.
   */
  areas?: ScreenArea[]
  /**
   * Counts.
   */
  counts?: ScreenCount[]
  /**
   * What a source says in words, where it gives no counts.
   */
  declaredShares?: DeclaredShare[]
  /**
   * Rival networks and unaffiliated panels.
   */
  rivals?: Rival[]
  /**
   * Entry into the area.
   */
  entry?: string
  /**
   * What payers can do instead.
   */
  payerAlternatives?: string
  /**
   * Table of counts instead.
   */
  table?: RecordId
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface ScreenArea {
  /**
   * Name of the area.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * Counties.
   */
  counties?: CountyFips[]
  /**
   * ZIP codes.
   */
  zips?: Zip[]
  /**
   * Owner whose primary service area it is.
   */
  owner?: RecordId
}
export interface ScreenCount {
  /**
   * Area.
   */
  area: RecordId
  /**
   * Specialty; left out for a service.
   */
  specialty?: Specialty
  /**
   * Service, for facilities.
   */
  service?: string
  /**
   * Members of the network.
   */
  members: number
  /**
   * All providers in the area.
   */
  all: number
  /**
   * Source of the counts.
   */
  source: string
  largestOwner?: LargestOwner
}
/**
 * Owner in the network with the most providers there, and how many.
 */
export interface LargestOwner {
  /**
   * Owner, as Participant records name it.
   */
  owner: RecordId
  /**
   * Providers of that owner.
   */
  members: number
}
export interface DeclaredShare {
  /**
   * Specialty, where stated.
   */
  specialty?: Specialty
  /**
   * What the source says of the share.
   */
  band: 'low' | 'some' | 'high' | 'substantialMajority'
}
export interface Rival {
  /**
   * Rival network or panel.
   */
  name: string
  /**
   * Whether a payer could market it alone.
   */
  adequate: boolean
  /**
   * Source.
   */
  source: string
}

/**
 * A control of utilization: what is managed, at what threshold, and what happens on breach.
 */
export interface UtilizationControl {
  /**
   * The kind of this record.
   */
  kind: 'UtilizationControl'
  /**
   * Name of this record, unique within its kind; other records refer to it.
   */
  id: RecordId
  /**
   * Name as printed in the dossier.
   */
  title: string
  /**
   * What it manages.
   */
  manages:
    | 'imaging'
    | 'emergencyDepartment'
    | 'readmission'
    | 'genericPrescribing'
    | 'duplicateTesting'
    | 'leakage'
    | 'priorReview'
    | 'caseManagement'
    | 'diseaseManagement'
    | 'other'
  /**
   * Date it began.
   */
  started?: IsoDate
  /**
   * Date it ended.
   */
  ended?: IsoDate
  /**
   * Measure it acts on.
   */
  measure?: RecordId
  /**
   * Threshold of that measure at which it acts.
   */
  threshold?: number
  /**
   * What is done on breach.
   */
  onBreach?: string
  /**
   * How often it is run.
   */
  cadence?: 'yearly' | 'twiceYearly' | 'quarterly' | 'monthly'
  /**
   * Lines it covers; all when left out.
   */
  productLines?: RecordId[]
  /**
   * What it did.
   */
  activity?: ControlActivity[]
  /**
   * Measure that watches for under-use.
   */
  underUseMeasure?: RecordId
  /**
   * Where the facts of this record come from, when they were taken from a published source.
   */
  provenance?: Provenance[]
  /**
   * Exhibits that document what this record says.
   */
  evidence?: RecordId[]
}
export interface ControlActivity {
  /**
   * First day of the period.
   */
  from: IsoDate
  /**
   * Last day of the period.
   */
  to: IsoDate
  /**
   * Cases reviewed.
   */
  reviewed: number
  /**
   * Cases in which something was done.
   */
  acted: number
}

/**
 * cinch.yaml at the root makes a folder a governance repository.
 */
export interface CinchConfig {
  /**
   * Version of the record format.
   */
  formatVersion: 1
  /**
   * Name of this root where it is read as an overlay, in place of `overlay-1`. Outputs of every class show it: let it say nothing that they may not.
   */
  name?: string
  /**
   * Confidentiality class of this root; `network` when left out. Records of an overlay root keep its class.
   */
  class?:
    'public' | 'network' | 'competitivelySensitive' | 'peerReview' | 'privileged' | 'personLevel'
  /**
   * Globs of record files (YAML).
   */
  records?: string[]
  /**
   * Globs of evidence tables.
   */
  tables?: string[]
  /**
   * Globs of exhibits.
   */
  exhibits?: string[]
  /**
   * Files that are none of these, with the reason.
   */
  ignore?: Ignored[]
  /**
   * Thresholds set by the network, by threshold id (`cinch rules --thresholds` lists them).
   */
  thresholds?: {
    [k: string]: ThresholdSetting
  }
  /**
   * Kinds of record that need approval, and whose. Without it none is asked for; approvals are judged all the same.
   */
  approvals?: ApprovalPolicySetting[]
  sampleData?: SampleData
  reconstruction?: Reconstruction
}
export interface Ignored {
  /**
   * Glob.
   */
  glob: string
  /**
   * Why these files are no records, tables or exhibits.
   */
  reason: string
}
export interface ThresholdSetting {
  /**
   * Value used instead of the default.
   */
  value: number
  /**
   * Why.
   */
  reason: string
  /**
   * Who set it.
   */
  setBy: string
  /**
   * Date set.
   */
  date?: IsoDate
}
export interface ApprovalPolicySetting {
  /**
   * Kind of record that needs approval.
   */
  kind: string
  /**
   * Approvals asked for, by role; all of them.
   *
   * @minItems 1
   */
  quorum: [QuorumSetting, ...QuorumSetting[]]
  /**
   * Whether those who had a hand in what changed since it was last approved may not be among those who approve it; true when left out.
   */
  authorExcluded?: boolean
  /**
   * Why, or who decided it.
   */
  reason?: string
}
export interface QuorumSetting {
  /**
   * Role that the person held on the date of the approval.
   */
  role:
    | 'officer'
    | 'medicalDirector'
    | 'committeeChair'
    | 'counsel'
    | 'custodian'
    | 'dataSteward'
    | 'staff'
    | 'physician'
  /**
   * Persons with this role; each person counts for one role only.
   */
  count: number
}
/**
 * Marks a repository of invented data.
 */
export interface SampleData {
  /**
   * What a reader must know.
   */
  statement: string
}
/**
 * Marks a repository reconstructed from a published matter; its history says nothing about when facts were recorded.
 */
export interface Reconstruction {
  /**
   * Published matter.
   */
  matter: string
  /**
   * What a reader must know.
   */
  statement: string
}

export type GovernanceRecord =
  | Approval
  | Attestation
  | CareProgram
  | CorrectiveAction
  | CounselNote
  | Distribution
  | EfficiencyClaim
  | EvidenceTable
  | Exhibit
  | FindingException
  | GoverningBody
  | Hold
  | HouseRule
  | IncentivePlan
  | InformationSystem
  | Investment
  | Measure
  | Meeting
  | MembershipCriterion
  | MembershipDecision
  | NecessityRecord
  | Negotiation
  | Network
  | Participant
  | ParticipationAgreement
  | PayerContract
  | Person
  | Protocol
  | Safeguard
  | SanctionPolicy
  | Scorecard
  | ServiceAreaScreen
  | UtilizationControl
