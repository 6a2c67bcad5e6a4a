import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext, Threshold} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {answeredOn, answeredPairs, keyOf, once, type Pair} from './signal-answers.ts'
import {signalsOf, signalThresholds, type Signals} from './signals.ts'

const signalAnswerDays: Threshold = {
  id: 'signalAnswerDays',
  value: 60,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description:
    'Days within which a member with signals in two periods has a case or a reason why none',
  looser: 'higher',
}

const signalKnownDays: Threshold = {
  id: 'signalKnownDays',
  value: 45,
  unit: 'days',
  basis: 'house',
  source: 'House default, as for the delivery of scorecards',
  description:
    'Days after a period ended at which its signals count as known, if no scorecard was issued before',
  looser: 'higher',
}

export const signalsAnswered: Rule = {
  id: 'E3',
  name: 'enforcement/signals-answered',
  title: 'Each member with a signal in two periods has a case opened or a recorded reason',
  weight: 'gate',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [signalAnswerDays, signalKnownDays, ...signalThresholds],
  authorities: ['dose-of-competition-2004', 'medsouth-2002'],
  docs: {
    tests:
      'From the tables of counts: which members were worse than their peers, by more than chance explains, in two consecutive periods of a measure; and whether for each of them a case was opened, or declined with a reason, in time. Each member is compared with the other members of the group by a one-sided exact binomial test, adjusted for the number of members compared in that measure and period. The time runs from the day on which the scorecard of the second period was issued, at the latest forty-five days after that period ended.',
    rationale:
      'A program that measures its members and lets those who fall short go on does not modify how they practise.',
    evidence:
      'EvidenceTable records of grain `counts` with a row for each member, measure and period; Measure records with `direction`; Scorecard records; CorrectiveAction records.',
    limits:
      "The groups of the table are the adjustment for case mix, besides what the measure itself adjusts; where there are none, all members scored are peers. Peers' rates are taken as known, so very small groups give more signals than they should. Measures that are no ratio are left out and named. A signal is not a finding of poor care.",
  },
  requires: ['EvidenceTable'],

  check(context) {
    const signals = signalsOf(context)
    const compared = [...signals.periods.values()].some((periods) => periods.length >= 2)
    if (!compared || signals.comparisons === 0) return notCompared(context, signals)

    const pairs = answeredPairs(context, signals)
    const missing = once(pairs.filter(({state}) => state === 'missing'))
    const late = once(pairs.filter(({state}) => state === 'late'))
    const members = new Set(pairs.map(({pair}) => keyOf(pair))).size
    const pending = once(pairs.filter(({state}) => state === 'pending')).length
    const broken = signals.gaps.filter(({severity}) => severity === 'warning')
    const unanswered = missing.length > 0 ? outcomeOfMissing(context, missing) : undefined
    const outcome: Outcome =
      unanswered ?? (broken.length > 0 ? 'unknown' : late.length > 0 ? 'weak' : 'supported')
    return {
      outcome,
      summary: `${counted(members, 'pair')} of member and measure with a signal in two periods, in ${counted(signals.comparisons, 'comparison')}: ${missing.length} without a case or reason in time, ${late.length} answered late, ${pending} still within time.`,
      evidence: [
        ...signals.tables.map((entry) =>
          context.cite(
            entry,
            [],
            'measured',
            `signals computed for ${entry.value.from} to ${entry.value.to}`,
          ),
        ),
        ...pairs.flatMap(({state, cases}) =>
          state === 'inTime' ? cases.slice(0, 1).map((entry) => citeCase(context, entry)) : [],
        ),
      ],
      findings: [
        ...missing.map(({pair, deadline}) => missingFinding(context, pair, deadline)),
        ...late.flatMap(({cases, deadline}) =>
          cases.slice(0, 1).map((entry) => lateFinding(context, entry, deadline)),
        ),
        ...signals.gaps,
      ],
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: 'the CorrectiveAction record of each such member, opened or declined'}),
    }
  },
}

function notCompared(context: RuleContext, {tables, gaps, comparisons}: Signals) {
  const {network, lineIndex} = context
  const outcome = gaps.some(({severity}) => severity === 'warning')
    ? ('unknown' as const)
    : context.missingOperation()
  return {
    outcome,
    summary: `Signals in two periods cannot be looked for: ${counted(tables.length, 'table')} of counts read, ${counted(comparisons, 'comparison')} made.`,
    evidence: [],
    findings: [
      context.finding(
        outcome === 'absent' ? 'error' : 'warning',
        network,
        ['productLines', lineIndex],
        'Unexpected operating line without counts of members for two periods, expected tables in which outliers can be looked for',
        `Create ${fileFor(context.workspace, 'EvidenceTable')} with \`kind: EvidenceTable\` and \`grain: counts\`, one row for each member, measure and period`,
      ),
      ...gaps,
    ],
    answeredBy: 'tables of counts by member, measure and period',
  }
}

/** A missing case is absent in a closed log, and after twenty-four months; until then unknown. */
function outcomeOfMissing(
  context: RuleContext,
  missing: readonly {readonly pair: Pair; readonly deadline: string}[],
): Outcome {
  const closed = missing.some(
    ({pair, deadline}) =>
      context.closedLog('correctiveActions', pair.second.to, deadline) !== undefined,
  )
  return closed || context.missingOperation() === 'absent' ? 'absent' : 'unknown'
}

function missingFinding(context: RuleContext, {second}: Pair, deadline: string): Finding {
  return context.finding(
    'error',
    second.entry,
    [],
    `Unexpected signal of member \`${second.member}\` on \`${second.measure}\` in two periods up to \`${second.to}\` without a case, expected one opened or declined by \`${deadline}\``,
    `Create ${fileFor(context.workspace, 'CorrectiveAction')} with \`kind: CorrectiveAction\`, \`opened\`, or \`declined\` with the class of the reason`,
  )
}

function lateFinding(
  context: RuleContext,
  entry: Entry<'CorrectiveAction'>,
  deadline: string,
): Finding {
  return context.finding(
    'warning',
    entry,
    [entry.value.declined === undefined ? 'opened' : 'declined'],
    `Unexpected answer to a signal in two periods on \`${answeredOn(entry.value) ?? ''}\`, expected one by \`${deadline}\``,
  )
}

function citeCase(context: RuleContext, entry: Entry<'CorrectiveAction'>): Evidence {
  const {declined} = entry.value
  return context.cite(
    entry,
    [declined === undefined ? 'opened' : 'declined'],
    strengthOf(context, entry),
    `${declined === undefined ? 'case opened' : `case declined (${declined.reason})`} ${answeredOn(entry.value) ?? ''}`,
  )
}
