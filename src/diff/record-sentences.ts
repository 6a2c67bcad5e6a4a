import {called, dated, period, shown, words} from './words.ts'
import {textAt, valueOf} from './values.ts'

/** Calls a record of a kind by its name, on whichever side holds it. */
export type Named = (kind: string, id: string | undefined) => string

type Say = (record: unknown, named: Named) => string

interface Sentences {
  readonly added: Say
  readonly removed: Say
}

const plain = (added: string, removed: string, ...dates: readonly string[]): Sentences => ({
  added: (it) => `${added}: ${called(it)}${dated(firstOf(it, dates))}`,
  removed: (it) => `${removed}: ${called(it)}`,
})

const firstOf = (record: unknown, keys: readonly string[]) =>
  keys.map((key) => textAt(record, key)).find((it) => it !== undefined)

/** What a record that came or went means; `kinds` without one get a plain sentence. */
const sentences: Readonly<Record<string, Sentences>> = {
  Approval: {
    added: (it, named) =>
      `Approval recorded: ${approved(it)}: ${words(shown(valueOf(it, 'verdict')))} by ${named('Person', textAt(it, 'person'))}${dated(textAt(it, 'date'))}`,
    removed: (it) => `Approval removed from the records: ${approved(it)}`,
  },
  Attestation: {
    added: (it, named) =>
      `${attested(it)}${period(it)}, by ${named('Person', textAt(it, 'attestedBy'))}`,
    removed: (it) => `Attestation removed: ${attested(it)}${period(it)}`,
  },
  CareProgram: plain('Care program started', 'Care program removed', 'started'),
  CorrectiveAction: {
    added: (it) =>
      valueOf(it, 'declined') === undefined
        ? `Case opened: ${called(it)}${dated(textAt(it, 'opened'))}`
        : `Case declined with a reason: ${called(it)}${dated(textAt(it, 'declined', 'date'))}`,
    removed: (it) => `Case removed from the records: ${called(it)}`,
  },
  CounselNote: {
    added: (it) =>
      `Note of counsel recorded: ${words(shown(valueOf(it, 'question')))}: ${shown(valueOf(it, 'view'))}${dated(textAt(it, 'date'))}`,
    removed: (it) => `Note of counsel removed: ${words(shown(valueOf(it, 'question')))}`,
  },
  Distribution: {
    added: (it, named) =>
      `Distribution recorded: ${named('IncentivePlan', textAt(it, 'plan'))}${period(it)}`,
    removed: (it) => `Distribution removed from the records: ${called(it)}`,
  },
  EfficiencyClaim: plain('Benefit claimed', 'Claim of a benefit removed'),
  EvidenceTable: plain('Evidence registered, a table', 'Evidence removed, a table'),
  Exhibit: plain('Evidence registered', 'Evidence removed', 'made'),
  FindingException: {
    added: (it) =>
      `Exception granted: ${called(it)}, for ${shown(valueOf(it, 'rule') ?? 'a finding')}, until ${shown(valueOf(it, 'expires'))}`,
    removed: (it) => `Exception withdrawn: ${called(it)}`,
  },
  GoverningBody: plain('Body established', 'Body removed', 'established'),
  Hold: plain('Legal hold placed', 'Legal hold removed from the records', 'placed'),
  HouseRule: plain('House rule added', 'House rule removed'),
  IncentivePlan: {
    added: (it) => `Incentive plan added: ${called(it)}${period(it)}`,
    removed: (it) => `Incentive plan removed: ${called(it)}${period(it)}`,
  },
  InformationSystem: plain('Information system added', 'Information system removed', 'goLive'),
  Investment: {
    added: (it) => `Investment recorded: ${called(it)}${period(it)}`,
    removed: (it) => `Investment removed from the records: ${called(it)}${period(it)}`,
  },
  Measure: plain('Measure added', 'Measure removed'),
  Meeting: {
    added: (it, named) =>
      `Meeting recorded: ${named('GoverningBody', textAt(it, 'body'))}${dated(textAt(it, 'held'))}`,
    removed: (it, named) =>
      `Meeting removed from the records: ${named('GoverningBody', textAt(it, 'body'))}${dated(textAt(it, 'held'))}`,
  },
  MembershipCriterion: plain(
    'Membership criterion adopted',
    'Membership criterion removed',
    'effective',
  ),
  MembershipDecision: {
    added: (it, named) => `Membership decided: ${decision(it, named)}`,
    removed: (it, named) => `Membership decision removed from the records: ${decision(it, named)}`,
  },
  NecessityRecord: plain(
    'Necessity of joint pricing recorded',
    'Record of necessity removed',
    'date',
  ),
  Negotiation: plain('Talks recorded', 'Talks removed from the records'),
  Network: plain('Network declared', 'Network removed', 'formed'),
  Participant: {
    added: (it) =>
      textAt(it, 'left') === undefined
        ? `Member joined: ${called(it)}${dated(textAt(it, 'joined'))}`
        : `Former member recorded: ${called(it)}, left ${textAt(it, 'left')}`,
    removed: (it) => `Member removed from the records: ${called(it)}`,
  },
  ParticipationAgreement: {
    added: (it) =>
      `Participation agreement added: ${called(it)}${version(it)}${dated(textAt(it, 'inForceFrom'))}`,
    removed: (it) => `Participation agreement removed: ${called(it)}${version(it)}`,
  },
  PayerContract: {
    added: (it) =>
      textAt(it, 'inForceFrom') === undefined
        ? `Contract recorded: ${called(it)}`
        : `Contract in force: ${called(it)}, from ${textAt(it, 'inForceFrom')}`,
    removed: (it) => `Contract removed from the records: ${called(it)}`,
  },
  Person: plain('Person recorded', 'Person removed from the records'),
  Protocol: {
    added: (it) =>
      valueOf(it, 'adoption') === undefined
        ? `Protocol added, without an adopting vote: ${called(it)}`
        : `Protocol adopted: ${called(it)}${dated(textAt(it, 'adoption', 'date'))}`,
    removed: (it) => `Protocol removed: ${called(it)}`,
  },
  Safeguard: plain('Safeguard added', 'Safeguard removed', 'effective'),
  SanctionPolicy: plain('Sanction policy adopted', 'Sanction policy removed', 'effective'),
  Scorecard: {
    added: (it) => `Scorecard recorded: ${called(it)}${period(it)}`,
    removed: (it) => `Scorecard removed from the records: ${called(it)}${period(it)}`,
  },
  ServiceAreaScreen: plain('Service area counted', 'Count of the service area removed', 'asOf'),
  UtilizationControl: plain(
    'Utilization control started',
    'Utilization control removed',
    'started',
  ),
}

/** The sentence of a record that came or went. */
export function recordSentence(
  kind: string,
  action: 'added' | 'removed',
  record: unknown,
  named: Named,
): string {
  const own = Object.hasOwn(sentences, kind) ? sentences[kind] : undefined
  return own?.[action](record, named) ?? `${kind} ${action}: ${called(record)}`
}

/** Kinds with a sentence of their own. */
export const kindsWithSentence: readonly string[] = Object.keys(sentences)

function attested(it: unknown): string {
  const log = textAt(it, 'log')
  return log === undefined
    ? `Statement attested: ${shown(valueOf(it, 'statement'))}`
    : `Log attested as complete: ${words(log)}`
}

function approved(approval: unknown): string {
  return `${textAt(approval, 'record', 'kind')} ${textAt(approval, 'record', 'id')}`
}

function decision(it: unknown, named: Named): string {
  const participant = textAt(it, 'participant')
  const who = participant === undefined ? called(it) : named('Participant', participant)
  return `${shown(valueOf(it, 'decision'))} of ${who}${dated(textAt(it, 'date'))}`
}

function version(it: unknown): string {
  const text = textAt(it, 'version')
  return text === undefined || called(it).includes(text) ? '' : `, version ${text}`
}
