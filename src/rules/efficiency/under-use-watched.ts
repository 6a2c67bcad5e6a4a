import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isRunning} from '../lifetime.ts'
import {counted, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {usesOf} from './utilization-uses.ts'

export const underUseWatched: Rule = {
  id: 'H7',
  name: 'efficiency/under-use-watched',
  title: 'Under-use is watched wherever utilization is controlled, rewarded or sanctioned',
  weight: 'major',
  question: 'efficiencies',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007'],
  docs: {
    tests:
      'Whether every running utilization control names another measure in use that watches for under-use; whether every measure of utilization or cost that an incentive plan weighs, or a case is about, is watched so by a control, or its pool pays only once a measure of quality is reached.',
    rationale:
      'Less care is cheap. Savings are an efficiency only where someone looks whether patients went without what they needed.',
    evidence:
      'UtilizationControl records with `underUseMeasure`; IncentivePlan records with `weights` and `gates`; CorrectiveAction records over utilization.',
    limits: 'Shows that a measure is paired, not that it would notice.',
  },
  requires: [],

  check(context) {
    const tally = newTally()
    const running = context
      .ofLine('UtilizationControl')
      .filter(({value}) => isRunning(value, context.asOf))
    const watched = new Set(
      running.filter((it) => isPaired(context, it)).flatMap(({value}) => value.measure ?? []),
    )
    for (const entry of running) judgeControl(context, entry, tally)
    for (const {entry, path, measure, gated, what} of usesOf(context))
      if (watched.has(measure) || gated)
        tally.met.push(
          context.cite(entry, path, strengthOf(context, entry), `${what} of ${measure} is watched`),
        )
      else
        tally.unmet.push(
          context.finding(
            'warning',
            entry,
            path,
            `Unexpected ${what} of \`${measure}\` that nothing watches for under-use, expected a paired measure`,
            'Name `underUseMeasure` in the control of that measure, or gate the pool on quality',
          ),
        )
    const places = tally.met.length + tally.unmet.length
    return concluded(tally, {
      summary: `Under-use is watched in ${tally.met.length} of ${counted(places, 'place')} where utilization is controlled, rewarded or sanctioned.`,
      answeredBy: `\`underUseMeasure\` in the UtilizationControl records (${fileFor(context.workspace, 'UtilizationControl', '…')})`,
    })
  },
}

/** Whether the control names another measure, in use, that watches it. */
function isPaired({workspace, asOf}: RuleContext, {value}: Entry<'UtilizationControl'>): boolean {
  const {measure, underUseMeasure} = value
  if (underUseMeasure === undefined || underUseMeasure === measure) return false
  const paired = workspace.find('Measure', underUseMeasure)
  return paired !== undefined && (paired.value.retired ?? '9999') > asOf
}

function judgeControl(
  context: RuleContext,
  entry: Entry<'UtilizationControl'>,
  {met, unmet}: {met: Evidence[]; unmet: Finding[]},
): void {
  const {underUseMeasure, title} = entry.value
  const path = underUseMeasure === undefined ? [] : ['underUseMeasure']
  if (isPaired(context, entry))
    met.push(
      context.cite(
        entry,
        path,
        strengthOf(context, entry),
        `under-use watched by ${underUseMeasure ?? ''}`,
      ),
    )
  else
    unmet.push(
      context.finding(
        'warning',
        entry,
        path,
        `Unexpected control \`${title}\` without another measure in use that watches for under-use, expected one`,
        'Name it under `underUseMeasure`',
      ),
    )
}
