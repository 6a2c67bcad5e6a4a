import {orderRule, type FieldChange} from './fields.ts'
import type {Named} from './record-sentences.ts'
import {isMapping, textAt, valueOf} from './values.ts'
import {called, dated, period, shown, words} from './words.ts'

/** A change with the record it is of, as its sentence needs them. */
export interface Told extends FieldChange {
  /** The record on the second side, or on the first. */
  readonly record: unknown
  readonly named: Named
}

type Say = (it: Told) => string

const way = ({class: of}: Told) => (of === 'unclassified' ? 'changed' : of)

const fromTo = ({before, after}: Told) => `from ${shown(before)} to ${shown(after)}`

/** `raised` or `lowered`, for numbers on both sides. */
const moved = ({before, after}: Told) =>
  typeof before === 'number' && typeof after === 'number'
    ? after > before
      ? 'raised'
      : 'lowered'
    : 'changed'

/** The mapping that holds the value, on the second side or on the first. */
const owner = ({owners}: Told) => owners.after ?? owners.before

const entry = ({before, after}: Told) => after ?? before

const clause =
  (title: string): Say =>
  (it) => {
    const what =
      it.after === true
        ? 'added'
        : it.before === true
          ? it.after === false
            ? 'removed'
            : 'no longer stated'
          : it.after === false
            ? 'stated to be absent'
            : 'no longer stated to be absent'
    return `${title} clause ${what}: ${called(it.record)}`
  }

const exclusivity: Say = (it) => {
  const name = called(it.record)
  const [was, is] = [words(shown(it.before)), words(shown(it.after))]
  if (it.after === undefined) return `Exclusivity no longer stated: ${name} (was ${was})`
  if (it.after === 'nonExclusive')
    return it.before === undefined
      ? `Stated to be non-exclusive: ${name}`
      : `Exclusivity clause removed: ${name} (was ${was})`
  return it.before === undefined || it.before === 'nonExclusive'
    ? `Exclusivity clause added: ${name} (${is})`
    : `Exclusivity clause ${way(it)}: ${name}, ${was} -> ${is}`
}

const listed =
  (added: string, removed: string, name: (it: Told) => string): Say =>
  (it) =>
    `${it.action === 'added' ? added : removed}: ${name(it)}`

const step = (it: unknown) => {
  const [signal, measure] = [textAt(it, 'signal'), textAt(it, 'measure')]
  const on = signal === undefined ? '' : ` on ${words(signal)}`
  return `${words(shown(valueOf(it, 'step')))} step${on}${measure === undefined ? '' : ` of ${shown(measure)}`}`
}

/** `from 30 to 10 days`, or what was set or dropped. */
const counted = (it: Told, unit: string) =>
  it.action === 'changed'
    ? `${fromTo(it)} ${unit}`
    : it.action === 'added'
      ? `set at ${shown(it.after)} ${unit}`
      : `dropped (was ${shown(it.before)} ${unit})`

const given = ({before, after}: Told) =>
  after === true
    ? 'added'
    : before === true
      ? 'dropped'
      : after === false
        ? 'stated not to be given'
        : 'no longer stated not to be given'

const boundOf = (it: unknown) => `${textAt(it, 'bound')} of ${textAt(it, 'of')}`

const policy =
  (what: (it: Told) => string): Say =>
  (it) =>
    `Sanction policy ${way(it)}: ${what(it)}: ${called(it.record)}`

const set =
  (name: string, done: string, undone: string): Say =>
  (it) =>
    it.action === 'added'
      ? `${name} ${done}: ${called(it.record)} (${shown(it.after)})`
      : it.action === 'removed'
        ? `${name} ${undone}: ${called(it.record)} (was ${shown(it.before)})`
        : `${name} ${done}: ${called(it.record)}: date changed ${fromTo(it)}`

const bytes: Say = (it) => {
  const id = textAt(it.record, 'id')
  return it.action === 'changed'
    ? `Evidence replaced: exhibit ${id} has other bytes (SHA-256 ${short(it.before)} -> ${short(it.after)})`
    : it.action === 'added'
      ? `Evidence fixed by its hash: exhibit ${id} (SHA-256 ${short(it.after)})`
      : `Evidence no longer fixed by a hash: exhibit ${id} (was SHA-256 ${short(it.before)})`
}

const short = (hash: unknown) => String(hash).slice(0, 12)

const number =
  (name: string): Say =>
  (it) =>
    it.action === 'changed'
      ? `${name} of ${called(it.record)} ${moved(it)} ${fromTo(it)}`
      : it.action === 'added'
        ? `${name} of ${called(it.record)} set at ${shown(it.after)}`
        : `${name} of ${called(it.record)} dropped (was ${shown(it.before)})`

/** By kind and field; the words of the law and of the trade for what a change means. */
const sentences: Readonly<Record<string, Say>> = {
  'CareProgram.ended': set('Care program', 'ended', 'no longer ended'),
  'CorrectiveAction.appeal': (it) => `Appeal ${it.action} in a case: ${called(it.record)}`,
  'CorrectiveAction.closed': set('Case', 'closed', 'reopened'),
  'CorrectiveAction.hearing': set('Hearing in a case', 'held', 'no longer recorded'),
  'CorrectiveAction.notice': set('Notice in a case', 'given', 'no longer recorded'),
  'CorrectiveAction.removed': set('Removal of a member', 'executed', 'no longer recorded'),
  'CorrectiveAction.steps[]': listed(
    'Step taken in a case',
    'Step of a case removed from the records',
    (it) =>
      `${called(it.record)}: ${words(shown(valueOf(entry(it), 'step')))}${dated(textAt(entry(it), 'date'))}`,
  ),
  'EvidenceTable.sha256': bytes,
  'Exhibit.sha256': bytes,
  'FindingException.expires': (it) =>
    `Exception ${it.class === 'weakened' ? 'extended' : it.class === 'strengthened' ? 'shortened' : 'changed'}: ${called(it.record)}, until ${shown(it.after)} instead of ${shown(it.before)}`,
  'Hold.released': set('Legal hold', 'released', 'no longer released'),
  'Hold.removals[]': listed(
    'Removal on instruction recorded',
    'Record of a removal on instruction removed',
    (it) => `${called(it.record)}${dated(textAt(entry(it), 'date'))}`,
  ),
  'InformationSystem.retired': set('Information system', 'retired', 'no longer retired'),
  'Measure.floor': number('Floor'),
  'Measure.results[]': listed(
    'Result recorded',
    'Result removed from the records',
    (it) => `${called(it.record)}: ${shown(valueOf(entry(it), 'value'))}${period(entry(it))}`,
  ),
  'Measure.retired': set('Measure', 'retired', 'no longer retired'),
  'Measure.targets[]': (it) =>
    it.action === 'added'
      ? `Target of ${called(it.record)} set at ${shown(valueOf(it.after, 'value'))}${period(it.after)}`
      : `Target of ${called(it.record)} dropped (was ${shown(valueOf(it.before, 'value'))})${period(it.before)}`,
  'Measure.targets[].value': (it) =>
    `Target of ${called(it.record)} ${moved(it)} ${fromTo(it)}${period(owner(it))}`,
  'Meeting.minutesAdopted': set('Minutes', 'adopted', 'no longer adopted'),
  'MembershipCriterion.retired': set('Membership criterion', 'retired', 'no longer retired'),
  'Negotiation.conduct[]': listed(
    'Conduct on record',
    'Conduct no longer on record',
    (it) =>
      `${called(it.record)}: ${words(shown(valueOf(entry(it), 'class')))}${dated(textAt(entry(it), 'date'))}`,
  ),
  'Negotiation.ended': set('Talks', 'ended', 'no longer ended'),
  'Participant.joined': set('Member', 'joined', 'no longer recorded as joined'),
  'Participant.left': set('Member', 'left', 'no longer recorded as having left'),
  'Participant.clinicians[]': listed(
    'Clinician joined a member',
    'Clinician removed from a member',
    (it) =>
      `${called(it.record)}: ${textAt(entry(it), 'name') ?? textAt(entry(it), 'npi')}, ${shown(valueOf(entry(it), 'specialty'))}`,
  ),
  'ParticipationAgreement.clauses.contractParticipation': clause('Contract participation'),
  'ParticipationAgreement.clauses.data': clause('Data'),
  'ParticipationAgreement.clauses.exclusivity': exclusivity,
  'ParticipationAgreement.clauses.exitForfeiture': clause('Forfeiture on exit'),
  'ParticipationAgreement.clauses.firstRefusal': clause('First-refusal'),
  'ParticipationAgreement.clauses.inNetworkReferral.exceptions[]': listed(
    'Exception to in-network referral added',
    'Exception to in-network referral removed',
    (it) => `${words(shown(entry(it)))}: ${called(it.record)}`,
  ),
  'ParticipationAgreement.clauses.measurement': clause('Measurement'),
  'ParticipationAgreement.clauses.noPriceOptOut': clause('No opt-out by price'),
  'ParticipationAgreement.clauses.protocols': clause('Protocols'),
  'ParticipationAgreement.clauses.sanctions': clause('Sanctions'),
  'ParticipationAgreement.inForceTo': set('Participation agreement', 'ends', 'has no end'),
  'ParticipationAgreement.signatures[]': listed(
    'Agreement signed',
    'Signature removed',
    (it) =>
      `${called(it.record)}, by ${it.named('Participant', textAt(entry(it), 'participant'))}${dated(textAt(entry(it), 'date'))}`,
  ),
  'PayerContract.clauses.allOrNothing': clause('All-or-nothing'),
  'PayerContract.clauses.antiSteering': clause('Anti-steering'),
  'PayerContract.clauses.antiTiering': clause('Anti-tiering'),
  'PayerContract.clauses.exclusivity': clause('Exclusivity'),
  'PayerContract.clauses.gag': clause('Gag'),
  'PayerContract.clauses.hospitalConditioned': clause('Hospital-conditioned'),
  'PayerContract.clauses.mostFavouredNation': clause('Most-favoured-nation'),
  'PayerContract.clauses.tying': clause('Tying'),
  'PayerContract.inForceFrom': set('Contract', 'in force', 'no longer in force'),
  'PayerContract.inForceTo': set('Contract', 'ends', 'has no end'),
  'PayerContract.panel.optOutByPrice': clause('Opt-out by price'),
  'Protocol.adoption': (it) =>
    it.action === 'added'
      ? `Protocol adopted: ${called(it.record)}${dated(textAt(it.after, 'date'))}`
      : `Protocol no longer adopted: ${called(it.record)}`,
  'Protocol.membersBound[].bound': (it) =>
    `Members bound by the protocol ${called(it.record)}, ${textAt(owner(it), 'specialty')}: ${boundOf(it.owners.before)} -> ${boundOf(it.owners.after)}`,
  'Protocol.membersBound[].of': (it) =>
    `Members that may be bound by the protocol ${called(it.record)}, ${textAt(owner(it), 'specialty')}: ${fromTo(it)}, of which ${textAt(it.owners.before, 'bound')} and ${textAt(it.owners.after, 'bound')} are`,
  'Protocol.retired': set('Protocol', 'retired', 'no longer retired'),
  'Protocol.reviewCycleMonths': (it) =>
    `Review cycle of ${called(it.record)} ${it.action === 'changed' ? (it.class === 'weakened' ? 'lengthened ' : 'shortened ') : ''}${it.action === 'added' ? `set at ${shown(it.after)} months` : it.action === 'removed' ? `dropped (was ${shown(it.before)} months)` : `${fromTo(it)} months`}`,
  'Protocol.reviews[]': listed(
    'Protocol reviewed',
    'Review of a protocol removed',
    (it) => `${called(it.record)}${dated(textAt(entry(it), 'date'))}`,
  ),
  'Protocol.source.version': (it) =>
    it.action === 'changed'
      ? `Source of the protocol ${called(it.record)} has another version: ${shown(it.before)} -> ${shown(it.after)}`
      : `Version of the source of the protocol ${called(it.record)} ${it.action === 'added' ? `stated: ${shown(it.after)}` : `no longer stated (was ${shown(it.before)})`}`,
  'Safeguard.access[]': listed(
    'Access to price data given',
    'Access to price data taken',
    (it) => `${it.named('Person', textAt(entry(it), 'person'))}: ${called(it.record)}`,
  ),
  'Safeguard.retired': set('Safeguard', 'retired', 'no longer retired'),
  'SanctionPolicy.dueProcess': policy(
    (it) => `due process ${it.action === 'added' ? 'added' : 'dropped'}`,
  ),
  'SanctionPolicy.dueProcess.appeal': policy((it) => `appeal ${given(it)}`),
  'SanctionPolicy.dueProcess.hearing': policy((it) => `hearing ${given(it)}`),
  'SanctionPolicy.dueProcess.noticeDays': policy((it) => `notice ${counted(it, 'days')}`),
  'SanctionPolicy.ladder[]': policy(
    (it) => `${step(entry(it))} ${it.action === 'added' ? 'added' : 'dropped'}`,
  ),
  'SanctionPolicy.ladder[].consecutivePeriods': policy(
    (it) => `trigger of the ${step(owner(it))} ${counted(it, 'consecutive periods')}`,
  ),
  'SanctionPolicy.ladder[].trigger': policy((it) => `trigger of the ${step(owner(it))} reworded`),
  'SanctionPolicy.ladder[].withinDays': policy(
    (it) =>
      `deadline of the ${step(owner(it))} ${it.action !== 'changed' ? '' : it.class === 'weakened' ? 'lengthened ' : 'shortened '}${counted(it, 'days')}`,
  ),
  'SanctionPolicy.retired': set('Sanction policy', 'retired', 'no longer retired'),
  'Scorecard.issued': set('Scorecard', 'issued', 'no longer recorded as issued'),
  'UtilizationControl.ended': set('Utilization control', 'ended', 'no longer ended'),
  'UtilizationControl.threshold': number('Threshold of action'),
}

/** The sentence of a change inside a record. */
export function fieldSentence(kind: string, it: Told): string {
  const own = Object.hasOwn(sentences, `${kind}.${it.field}`)
    ? sentences[`${kind}.${it.field}`]
    : undefined
  return it.rule === orderRule ? plainly(kind, it) : (own?.(it) ?? plainly(kind, it))
}

/** Fields with a sentence of their own, as `Kind.field`. */
export const fieldsWithSentence: readonly string[] = Object.keys(sentences)

/** A list that covers all where it is left out, and what it covers now. */
function scopeOf({action, owners, before, after, field}: Told): string | undefined {
  const key = field.replace(/\[\]$/, '').split('.').at(-1) ?? ''
  const [was, is] = [owners.before, owners.after].map((it) => valueOf(it, key))
  if (was === undefined && is !== undefined) return `limited to ${shown(after)}, all were covered`
  if (was !== undefined && is === undefined)
    return `no longer limited to ${shown(before)}, all are covered`
  return action === 'added' ? `extended to ${shown(after)}` : `no longer for ${shown(before)}`
}

/** Entries by their first text, where it tells them apart. */
function order(list: unknown): string {
  const nameOf = (it: unknown) =>
    Object.values(isMapping(it) ? it : {}).find((value) => typeof value === 'string') ?? it
  const names = Array.isArray(list) ? list.map(nameOf) : []
  return shown(new Set(names).size === names.length ? names : list)
}

/** Any other: kind, what the record is called, field, and what it was and is. */
function plainly(kind: string, it: Told): string {
  const field = words(it.field)
  const what = `${words(kind)} ${called(it.record)}: ${field}`
  const text =
    it.rule === orderRule
      ? `${what}: other order of entries: ${order(it.before)} -> ${order(it.after)}`
      : it.rule === 'by allUnlessListed'
        ? `${what}: ${scopeOf(it)}`
        : it.field.endsWith('[]')
          ? it.action === 'added'
            ? `${what}: added ${shown(it.after)}`
            : it.action === 'removed'
              ? `${what}: removed ${shown(it.before)}`
              : `${what}: ${shown(it.before)} -> ${shown(it.after)}`
          : `${what}${ofEntry(it)}: ${shown(it.before)} -> ${shown(it.after)}`
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** Which entry of a list, by its first text. */
function ofEntry(it: Told): string {
  if (!it.field.includes('[]')) return ''
  const first = Object.values(owner(it) ?? {}).find(
    (value) => typeof value === 'string' && value !== it.after && value !== it.before,
  )
  return first === undefined ? '' : ` of ${shown(first)}`
}
