import type {FlatColumn, FlatKind} from '../model/flat-columns.ts'

export const targetNames = ['roster', 'decisions', 'hours', 'training', 'measures'] as const
export type TargetName = (typeof targetNames)[number]

/** What one kind of import writes. */
export interface Target {
  readonly name: TargetName
  readonly kind: 'Participant' | 'MembershipDecision' | 'Investment' | 'Safeguard' | 'Measure'
  /** The list whose entries are the rows; left out where a row is a record. */
  readonly list?: string
  /** Field that the parts of a name are joined to. */
  readonly wholeName?: string
  /** Columns of spreadsheets that no record has. */
  readonly extra?: Readonly<Record<string, 'string' | 'boolean'>>
  /** Names that people give to columns, folded, by the name of the column here. */
  readonly synonyms: Readonly<Record<string, string>>
}

export const targets: readonly Target[] = [
  {
    name: 'roster',
    kind: 'Participant',
    list: 'clinicians',
    wholeName: 'clinicians.name',
    extra: {'clinicians.firstName': 'string', 'clinicians.lastName': 'string'},
    synonyms: {
      id: 'participant; participant id; practice id; group id',
      name: 'practice; practice name; group; group name; participant name; organization; organization name; organisation; facility name; clinic; clinic name',
      type: 'participant type; practice type; facility type',
      tin: 'tin; tax id; taxpayer id; tax identification number; ein; group tin; practice tin',
      ccn: 'ccn; cms certification number; facility id',
      owner: 'owner',
      employedBy: 'employed by; employer',
      joined: 'practice joined; group joined',
      left: 'practice left; group left',
      'clinicians.npi':
        'npi; npi number; individual npi; provider npi; clinician npi; physician npi; rendering npi',
      'clinicians.name':
        'name; clinician; clinician name; provider; provider name; physician; physician name; doctor; full name',
      'clinicians.firstName': 'first name; given name; first; provider first name',
      'clinicians.lastName': 'last name; surname; family name; last; provider last name',
      'clinicians.specialty':
        'specialty; speciality; primary specialty; clinical specialty; pri spec',
      'clinicians.taxonomy': 'taxonomy; taxonomy code; primary taxonomy; nucc; nucc code',
      'clinicians.role':
        'role; pcp or specialist; pcp specialist; pcp spec; primary care or specialist',
      'clinicians.zips': 'zip; zips; zip code; zip codes; zipcode; postal code; location zip',
      'clinicians.joined':
        'joined; date joined; join date; start date; effective date; member since; joined date',
      'clinicians.left': 'left; date left; end date; termination date; term date; left date',
    },
  },
  {
    name: 'decisions',
    kind: 'MembershipDecision',
    synonyms: {
      id: 'id; decision id; number; case',
      decision: 'decision; type; outcome; action',
      date: 'date; decision date; decided; date decided',
      applied: 'applied; application date; date applied; application received',
      participant: 'participant; practice; participant id; practice id; group',
      member: 'member; pseudonym; member pseudonym; applicant',
      body: 'body; committee; decided by',
      meeting: 'meeting; meeting id',
      criteria: 'criteria; criterion',
      reason: 'reason; reason class',
      offPanel: 'off panel; off panel date; off panel from',
      correctiveAction: 'corrective action',
    },
  },
  {
    name: 'hours',
    kind: 'Investment',
    list: 'hours',
    synonyms: {
      id: 'investment; investment id; record',
      title: 'title',
      from: 'from; period start; start',
      to: 'to; period end; end',
      by: 'by; put in by',
      'hours.participant': 'participant; practice; participant id; practice id; group',
      'hours.body': 'body; committee',
      'hours.activity': 'activity; work; type',
      'hours.members': 'members; physicians; clinicians; persons; headcount',
      'hours.hours': 'hours; hours worked; total hours; time',
      'hours.paid': 'paid; compensated',
    },
  },
  {
    name: 'training',
    kind: 'Safeguard',
    list: 'training',
    wholeName: 'training.person',
    extra: {
      'training.person': 'string',
      'training.firstName': 'string',
      'training.lastName': 'string',
      'training.attended': 'boolean',
    },
    synonyms: {
      id: 'safeguard; safeguard id; training; training id; course id',
      title: 'title; course; course title',
      type: 'type',
      effective: 'effective',
      'training.date':
        'date; session; session date; training date; held; completed on; completion date; date completed',
      'training.trained': 'trained; attended; attendance; present; completed; number trained',
      'training.person':
        'npi; employee id; member id; email; e mail; email address; person; attendee; full name; name; participant; participant name; learner; learner name; member; clinician; clinician name; physician; physician name; provider; provider name; employee; employee name; staff; user',
      'training.firstName': 'first name; given name; first',
      'training.lastName': 'last name; surname; family name; last',
      'training.of': 'of; invited; expected; required; total; to be trained; members',
    },
  },
  {
    name: 'measures',
    kind: 'Measure',
    synonyms: {
      id: 'id; measure; measure id',
      title: 'title; name; measure name; measure title',
      steward: 'steward; measure steward; primary steward',
      domain: 'domain; measure type; type',
      direction: 'direction; better',
      numerator: 'numerator',
      denominator: 'denominator',
      exclusions: 'exclusions; denominator exclusions',
      source: 'source; data source',
      unit: 'unit',
      floor: 'floor; minimum performance',
      minimumDenominator: 'minimum denominator; minimum cases',
      'identifiers.cbe': 'cbe; cbe number; nqf; nqf number; nqf id',
      'identifiers.ecqm': 'ecqm; ecqm id; cms id; cms ecqm id',
      'identifiers.mips': 'mips; mips id; mips number; quality id; quality number',
      specialties: 'specialties; specialty',
      retired: 'retired',
    },
  },
]

export function targetNamed(name: TargetName): Target {
  const found = targets.find((it) => it.name === name)
  if (found === undefined) throw new RangeError(`Unexpected target ${name}`)
  return found
}

/** Names that a column of a file may be mapped to. */
export function fieldNames({extra = {}}: Target, {columns}: FlatKind): readonly string[] {
  return [...columns.map((it) => it.name), ...Object.keys(extra)]
}

/** Columns of spreadsheets that no record has, read like others. Parts of a name are joined instead. */
export function extraColumns({extra = {}}: Target): readonly FlatColumn[] {
  return Object.entries(extra)
    .filter(([name]) => !/\.(?:first|last)Name$/.test(name))
    .map(([name, type]) => ({
      name,
      path: [name],
      type,
      many: false,
      required: false,
      class: 'personLevel',
    }))
}
