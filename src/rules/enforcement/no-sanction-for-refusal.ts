import type {AdverseFact, Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {adverseOf, conductFindings, conductOf} from '../conduct.ts'
import {noneFound} from '../logs.ts'
import {counted, listed} from '../outcome.ts'
import {silenceOf, silenceThresholds} from '../silence.ts'

export const noSanctionForRefusal: Rule = {
  id: 'E10',
  name: 'enforcement/no-sanction-for-refusal',
  title: 'Nobody is sanctioned for refusing a contract or a fee',
  weight: 'gate',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['brown-toland-2004', 'ntsp'],
  docs: {
    tests:
      'Whether a case, an exit or a recorded event in a negotiation is a sanction over the refusal of a contract or a dispute on fees, and is in force: a case that is open or ended in a sanction, an exit without readmission. One that was reversed, dismissed or ended stays as a dated adverse fact.',
    rationale:
      'Sanctions that enforce quality show integration. Sanctions that enforce a price show the opposite: they are what holds a price agreement together.',
    evidence:
      'CorrectiveAction, MembershipDecision and Negotiation records with the class of the reason, and Attestations of a named officer that the logs of cases and of membership decisions are complete for the look-back.',
    limits:
      'Takes the class of the reason as recorded; a reason given as something else is not seen. Silence counts only in logs that an officer declared complete.',
  },
  requires: [],

  check(context) {
    const cases = context.ofLine('CorrectiveAction')
    const decisions = context.ofLine('MembershipDecision')
    const conduct = conductOf(context, ['refusalSanctioned'])
    const judged = [
      ...cases.filter(isOverRefusal).map((entry) => judgeCase(context, entry)),
      ...decisions.filter(isExitOverRefusal).map((entry) => judgeExit(context, entry)),
    ].filter(({date}) => date <= context.asOf)
    const findings = [
      ...judged.flatMap(({current, finding}) => (current ? [finding] : [])),
      ...conductFindings(context, conduct),
    ]
    const adverse = [...judged.map(({fact}) => fact), ...adverseOf('E10', conduct)]
    const past = adverse.length - findings.length
    const before =
      past === 0
        ? ''
        : ` ${counted(past, 'past event')} ${past === 1 ? 'stays' : 'stay'} on record.`
    const read = cases.length + decisions.length + context.ofLine('Negotiation').length
    if (findings.length > 0)
      return {
        outcome: 'contrary',
        summary: `${counted(findings.length, 'sanction')} over a refusal or a fee in force found in ${counted(read, 'record')} read.${before}`,
        evidence: [],
        findings,
        adverse,
        answeredBy: "the reversal of each such sanction, with its date and the network's answer",
      }
    const silence = silenceOf(context, ['correctiveActions', 'membershipDecisions'])
    const none = `In force: ${noneFound(read)}`
    return silence.open.length === 0
      ? {
          outcome: 'supported',
          summary: `${none}, in logs attested complete from ${silence.from} to ${silence.to}.${before}`,
          evidence: silence.evidence,
          findings: [],
          adverse,
        }
      : {
          outcome: 'unknown',
          summary: `${none}; not attested complete from ${silence.from} to ${silence.to}: ${listed(silence.open)}.${before}`,
          evidence: [],
          findings: silence.findings,
          adverse,
          answeredBy: silence.answeredBy,
        }
  },
}

interface Judged {
  readonly date: string
  readonly current: boolean
  readonly finding: Finding
  readonly fact: AdverseFact
}

const reasons = {contractRefusal: 'a refusal of a contract', feeDispute: 'a dispute on fees'}

function isOverRefusal({value}: Entry<'CorrectiveAction'>): boolean {
  return Object.hasOwn(reasons, value.trigger.reason) && value.declined === undefined
}

function isExitOverRefusal({value}: Entry<'MembershipDecision'>): boolean {
  return value.decision === 'exit' && Object.hasOwn(reasons, value.reason ?? '')
}

/** In force while it is open, and where it ended in a sanction that was not reversed. */
function judgeCase(context: RuleContext, entry: Entry<'CorrectiveAction'>): Judged {
  const {asOf} = context
  const {trigger, opened, steps, closed, outcome, appeal} = entry.value
  const reason = trigger.reason === 'feeDispute' ? reasons.feeDispute : reasons.contractRefusal
  const date = opened ?? steps?.[0]?.date ?? asOf
  const reversed = appeal?.result === 'reversed' && (appeal.decided ?? asOf) <= asOf
  const open = closed === undefined || closed > asOf
  const current = !reversed && (open || outcome === 'sanctioned' || outcome === 'removed')
  return judgement(context, entry, ['trigger', 'reason'], date, current, {
    what: `case over ${reason}`,
    answer: reversed
      ? `Reversed on appeal ${appeal.decided ?? ''}`.trim()
      : current
        ? undefined
        : `Closed ${closed ?? ''}: ${outcome ?? 'outcome not stated'}`,
  })
}

/** In force until the same participant or member is admitted again. */
function judgeExit(context: RuleContext, entry: Entry<'MembershipDecision'>): Judged {
  const {asOf} = context
  const {date, participant, member, reason} = entry.value
  const readmission = context
    .ofLine('MembershipDecision')
    .find(
      ({value}) =>
        value.decision === 'admission' &&
        value.date >= date &&
        value.date <= asOf &&
        (member === undefined
          ? participant !== undefined && value.participant === participant
          : value.member === member),
    )
  const over = reason === 'feeDispute' ? reasons.feeDispute : reasons.contractRefusal
  return judgement(context, entry, ['reason'], date, readmission === undefined, {
    what: `exit over ${over}`,
    answer: readmission === undefined ? undefined : `Readmitted ${readmission.value.date}`,
  })
}

function judgement(
  context: RuleContext,
  entry: Entry<'CorrectiveAction'> | Entry<'MembershipDecision'>,
  path: readonly string[],
  date: string,
  current: boolean,
  {what, answer}: {readonly what: string; readonly answer: string | undefined},
): Judged {
  return {
    date,
    current,
    finding: context.finding(
      'error',
      entry,
      path,
      `Unexpected ${what} of \`${date}\` in force, expected no sanction over a contract or a fee`,
      'Ask counsel; keep the record, and add its reversal and date when there is one',
    ),
    fact: {
      rule: 'E10',
      time: current ? 'current' : 'past',
      date,
      fact: `${what.charAt(0).toUpperCase()}${what.slice(1)} (${entry.value.id})`,
      ...(answer === undefined ? {} : {answer}),
      location: entry.locate(path),
    },
  }
}
