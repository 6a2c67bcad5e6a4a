import type {Evidence, Finding, Rule, RuleContext, RuleResult} from '../../model/rule.ts'
import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Entry} from '../../model/workspace.ts'
import {jointContracts, negotiationOf} from '../contracts.ts'
import {counted, listed, strengthOf} from '../outcome.ts'

export const necessityRecorded: Rule = {
  id: 'I1',
  name: 'ancillarity/necessity-recorded',
  title: 'A dated record states why joint pricing is needed and which alternatives were rejected',
  weight: 'gate',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [],
  authorities: ['bmi-v-cbs', 'dagher', 'gripa-2007', 'medsouth-2002', 'sho-2006'],
  docs: {
    tests:
      'Whether a business record that is not privileged, made before prices were first talked of, says why joint pricing on this line is subordinate to the program and reasonably necessary to it, and names the alternatives that were considered and why each was rejected.',
    rationale:
      'Integration alone does not justify joint prices: they must be subordinate to the program and reasonably necessary to it. A reason written down only afterwards is read as an excuse.',
    evidence:
      'NecessityRecord records of the line, with `conclusion`, `reasoning`, `alternatives` and an exhibit; Negotiation records with `firstPriceTalk`.',
    limits:
      'Shows that the reason was recorded and when, not that it is right. A privileged memorandum is not read and answers nothing. Where a record that joint pricing is not needed is followed by one that it is, both are shown and the test is weak. A record with provenance, made from a published source, states what that source concluded and is no record of the network.',
  },
  requires: [],

  check(context) {
    const {asOf, line} = context
    const made = context
      .ofLine('NecessityRecord')
      .filter(({value}) => value.date <= asOf)
      .toSorted((a, b) => compareText(a.value.date, b.value.date))
    const open = made.filter(({value}) => !value.privileged)
    const against = open.filter(({value}) => value.conclusion === 'notNecessary')
    const latestFor = open.filter(({value}) => value.conclusion === 'necessary').at(-1)
    const lastAgainst = against.at(-1)

    if (lastAgainst !== undefined && (latestFor?.value.date ?? '') <= lastAgainst.value.date)
      return contrary(context, lastAgainst, against)
    if (latestFor === undefined) return unanswered(context, made)

    const flaws = flawsOf(context, latestFor)
    for (const entry of against)
      flaws.push({
        lacks: `what changed since the conclusion of ${entry.value.date}`,
        finding: context.finding(
          'warning',
          entry,
          ['conclusion'],
          `Unexpected earlier conclusion of \`${entry.value.date}\` that joint pricing is not needed, expected none`,
          'Keep it, and let the later record say what changed',
        ),
      })
    const lacks = [...new Set(flaws.map((it) => it.lacks))]
    return {
      outcome: flaws.some((it) => it.finding.severity !== 'note') ? 'weak' : 'supported',
      summary: summaryOf(latestFor, line.title),
      evidence: [citeRecord(context, latestFor)],
      findings: flaws.map((it) => it.finding),
      adverse: adverseOf(against, 'past'),
      ...(lacks.length === 0
        ? {}
        : {answeredBy: `NecessityRecord ${latestFor.value.id}, with ${listed(lacks)}`}),
    }
  },
}

/** Something that a record does not say; `lacks` names it in a sentence. */
interface Flaw {
  readonly finding: Finding
  readonly lacks: string
}

/** What the record says, and no more: why only where it does, and a source's words as such. */
function summaryOf({value}: Entry<'NecessityRecord'>, title: string): string {
  const {alternatives = [], reasoning = ''} = value
  const names =
    alternatives.length === 0
      ? 'no rejected alternative'
      : counted(alternatives.length, 'rejected alternative')
  const needed = `joint pricing on ${title} is needed`
  if (isReconstructed(value))
    return `A record dated ${value.date} states what a published source concluded: ${needed}. It names ${names}.`
  return reasoning.trim() === ''
    ? `A record dated ${value.date} concludes that ${needed}, without saying why. It names ${names}.`
    : `A record dated ${value.date} says why ${needed}. It names ${names}.`
}

/** Whether the record was made from a published source, and is not the network's own. */
function isReconstructed({provenance = []}: Entry<'NecessityRecord'>['value']): boolean {
  return provenance.length > 0
}

/** `says that`, of the network's own record. */
function verbOf({value}: Entry<'NecessityRecord'>): string {
  return isReconstructed(value) ? 'states that a published source concluded that' : 'says that'
}

function contrary(
  context: RuleContext,
  entry: Entry<'NecessityRecord'>,
  against: readonly Entry<'NecessityRecord'>[],
): RuleResult {
  return {
    outcome: 'contrary',
    summary: `A record dated ${entry.value.date} ${verbOf(entry)} joint pricing on ${context.line.title} is not needed.`,
    evidence: [],
    findings: [
      context.finding(
        'error',
        entry,
        ['conclusion'],
        'Unexpected conclusion `notNecessary`, expected a record of why joint pricing is needed',
        'Ask counsel whether prices on this line can be joint at all; keep this record',
      ),
    ],
    adverse: adverseOf(against, 'current'),
    answeredBy: 'a later NecessityRecord that says what changed',
  }
}

/** No record that is open to read concludes that joint pricing is needed. */
function unanswered(context: RuleContext, made: readonly Entry<'NecessityRecord'>[]): RuleResult {
  const {line, lineIndex, network} = context
  const privileged = made.filter(({value}) => value.privileged)
  const undecided = made.filter(({value}) => !value.privileged)
  const contracts = jointContracts(context).inForce.length
  const priced = contracts > 0 || line.stage === 'operating'
  const onlyPrivileged = privileged.length > 0 && undecided.length === 0
  const outcome = priced && !onlyPrivileged ? 'absent' : 'unknown'
  const held = onlyPrivileged
    ? `The only ${counted(privileged.length, 'record')} of why joint pricing is needed on ${line.title} ${privileged.length === 1 ? 'is' : 'are'} privileged and cannot be read.`
    : undecided.length > 0
      ? `${counted(undecided.length, 'record')} on ${line.title} ${undecided.length === 1 ? 'does' : 'do'} not conclude whether joint pricing is needed.`
      : `No record states why joint pricing on ${line.title} is needed.`
  const stake = `${counted(contracts, 'jointly priced contract')} ${contracts === 1 ? 'is' : 'are'} in force.`
  const places = undecided.length > 0 ? undecided : onlyPrivileged ? privileged : []
  const help = `Create ${fileFor(context.workspace, 'NecessityRecord', line.id)} with \`kind: NecessityRecord\`, not privileged, if such a record was made`
  return {
    outcome,
    summary: `${held} ${stake}`,
    evidence: [],
    findings:
      places.length > 0
        ? places.map((entry) =>
            context.finding(
              outcome === 'absent' ? 'error' : 'warning',
              entry,
              [entry.value.privileged ? 'privileged' : 'conclusion'],
              entry.value.privileged
                ? 'Unexpected privileged record alone, expected a business record of why joint pricing is needed'
                : `Unexpected record without the conclusion \`necessary\`, expected why joint pricing is needed`,
              help,
            ),
          )
        : [
            context.finding(
              outcome === 'absent' ? 'error' : 'warning',
              network,
              ['productLines', lineIndex],
              'Unexpected product line without a NecessityRecord, expected a dated record of why joint pricing is needed',
              help,
            ),
          ],
    answeredBy:
      undecided.length > 0
        ? `a NecessityRecord of ${line.title} that concludes whether joint pricing is needed, and why`
        : `a NecessityRecord of ${line.title} that is not privileged`,
  }
}

/** What makes a record weak. A note where only the order of events cannot be told. */
function flawsOf(context: RuleContext, entry: Entry<'NecessityRecord'>): Flaw[] {
  const {date, reasoning, alternatives = []} = entry.value
  const flaws: Flaw[] = []
  if (reasoning === undefined || reasoning.trim() === '')
    flaws.push({
      lacks: 'the reasoning',
      finding: context.finding(
        'warning',
        entry,
        [],
        'Unexpected conclusion without `reasoning`, expected why joint pricing is needed',
        'State the reasoning as it was recorded at the time',
      ),
    })
  if (alternatives.length === 0)
    flaws.push({
      lacks: 'the alternatives that were considered and why each was rejected',
      finding: context.finding(
        'warning',
        entry,
        ['alternatives'],
        'Unexpected record without alternatives, expected each that was considered and why it was rejected',
        'List the alternatives that the record names',
      ),
    })
  const talks = priceTalks(context)
  const [first] = talks.map(({value}) => value.firstPriceTalk ?? context.asOf).sort(compareText)
  if (first !== undefined && date > first)
    flaws.push({
      lacks: 'an exhibit of an earlier record, made before the first talk of price',
      finding: context.finding(
        'warning',
        entry,
        ['date'],
        `Unexpected record of \`${date}\` after the first talk of price on \`${first}\`, expected one before it`,
        'Name the exhibit of an earlier record, if there is one',
      ),
    })
  for (const contract of jointContracts(context).inForce)
    if (negotiationOf(context, contract)?.value.firstPriceTalk === undefined)
      flaws.push({
        lacks: 'the day of the first talk of price for each contract in force',
        finding: context.finding(
          'note',
          contract,
          ['negotiation'],
          'Unexpected contract whose first talk of price is not stated, expected a Negotiation with `firstPriceTalk`: whether the record came before it cannot be told',
          'Name the Negotiation and state `firstPriceTalk`',
        ),
      })
  return flaws
}

/** Joint negotiations that are open, or that led to a contract in force. */
function priceTalks(context: RuleContext): readonly Entry<'Negotiation'>[] {
  const {inForce, past} = jointContracts(context)
  const ledTo = (contracts: typeof inForce, id: string) =>
    contracts.some(({value}) => value.negotiation === id)
  return context
    .ofLine('Negotiation')
    .filter(
      ({value}) =>
        value.firstPriceTalk !== undefined &&
        (ledTo(inForce, value.id) ||
          (value.method === 'joint' &&
            (value.ended === undefined || value.ended >= context.asOf) &&
            !ledTo(past, value.id))),
    )
}

function citeRecord(context: RuleContext, entry: Entry<'NecessityRecord'>): Evidence {
  return context.cite(
    entry,
    ['date'],
    strengthOf(context, entry),
    isReconstructed(entry.value)
      ? `record dated ${entry.value.date} of what a published source concluded`
      : `record dated ${entry.value.date} that joint pricing is needed`,
  )
}

function adverseOf(
  against: readonly Entry<'NecessityRecord'>[],
  time: 'current' | 'past',
): NonNullable<RuleResult['adverse']> {
  return against.map((entry) => ({
    rule: 'I1',
    time,
    date: entry.value.date,
    fact: `A record dated ${entry.value.date} (${entry.value.id}) ${verbOf(entry)} joint pricing is not needed`,
    location: entry.locate(['conclusion']),
  }))
}
