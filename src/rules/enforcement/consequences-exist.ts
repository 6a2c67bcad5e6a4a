import {fileFor} from '../../model/placement.ts'
import type {Finding, Outcome, Rule, RuleContext, Threshold} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {signalsOf, signalThresholds} from './signals.ts'

const consequencesDueMonths: Threshold = {
  id: 'consequencesDueMonths',
  value: 24,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description: 'Months of operation after which signals without any consequence are a weakness',
  looser: 'higher',
}

export const consequencesExist: Rule = {
  id: 'E6',
  name: 'enforcement/consequences-exist',
  title: 'Members who fell short have met a consequence of some step',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [consequencesDueMonths, ...signalThresholds],
  authorities: ['dose-of-competition-2004', 'gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether any case records a step taken, from coaching on, or any exit is for performance or a sanction. After twenty-four months of operation with signals and not one consequence the test is weak.',
    rationale:
      'A ladder that nobody ever had to climb, beside members who fell short, is a ladder on paper.',
    evidence:
      'CorrectiveAction records with `steps`, MembershipDecision records of exits, and tables of counts in which signals can be looked for.',
    limits:
      'One consequence suffices; whether each signal was answered is tested by E3. Steps over a refusal of a contract or of a fee are no consequence of falling short and do not count.',
  },
  requires: [],

  check(context) {
    const {asOf, monthsLive} = context
    const cases = context.ofLine('CorrectiveAction')
    const stepped = cases.filter(
      ({value}) =>
        value.trigger.reason !== 'contractRefusal' &&
        value.trigger.reason !== 'feeDispute' &&
        ((value.steps ?? []).some(({date}) => date <= asOf) ||
          (value.removed !== undefined && value.removed <= asOf)),
    )
    const exits = context
      .ofLine('MembershipDecision')
      .filter(
        ({value}) =>
          value.decision === 'exit' &&
          (value.reason === 'performance' || value.reason === 'sanction') &&
          value.date <= asOf,
      )
    const consequences = stepped.length + exits.length
    const {found, comparisons, gaps} = signalsOf(context)
    const signals = found.length + cases.length
    const due = (monthsLive ?? 0) >= context.threshold('consequencesDueMonths')
    const silent: Outcome =
      signals > 0
        ? due
          ? 'weak'
          : 'unknown'
        : comparisons > 0
          ? 'notApplicable'
          : context.missingOperation()
    const outcome = consequences > 0 ? 'supported' : silent
    const months =
      monthsLive === null ? 'an unstated number of months' : counted(monthsLive, 'month')
    return {
      outcome,
      summary: `${counted(stepped.length, 'case')} of ${cases.length} with a step taken and ${counted(exits.length, 'exit')} for performance or a sanction, beside ${counted(found.length, 'signal')} in ${counted(comparisons, 'comparison')}, after ${months} of operation.`,
      evidence: [
        ...stepped.map((entry) =>
          context.cite(
            entry,
            entry.value.steps === undefined ? ['removed'] : ['steps'],
            strengthOf(context, entry),
            `${counted(entry.value.steps?.length ?? 1, 'step')} taken`,
          ),
        ),
        ...exits.map((entry) =>
          context.cite(
            entry,
            ['reason'],
            strengthOf(context, entry),
            `exit of ${entry.value.date} (${entry.value.reason ?? ''})`,
          ),
        ),
      ],
      findings:
        outcome === 'supported' || outcome === 'notApplicable'
          ? []
          : [silence(context, outcome, signals), ...gaps],
      ...(outcome === 'supported' || outcome === 'notApplicable'
        ? {}
        : {answeredBy: 'CorrectiveAction records with the `steps` taken'}),
    }
  },
}

function silence(context: RuleContext, outcome: Outcome, signals: number): Finding {
  const {line, lineIndex, network} = context
  return context.finding(
    outcome === 'unknown' ? 'note' : 'warning',
    network,
    ['productLines', lineIndex],
    signals > 0
      ? `Unexpected absence of any consequence on ${line.title} beside ${counted(signals, 'signal or case', 'signals and cases')}, expected a step taken`
      : 'Unexpected line on which neither signals nor consequences are recorded, expected both',
    `Create ${fileFor(context.workspace, 'CorrectiveAction')} with the \`steps\` taken, or tables of counts by member`,
  )
}
