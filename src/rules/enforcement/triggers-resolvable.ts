import {fileFor} from '../../model/placement.ts'
import type {LadderStep, Measure} from '../../model/records.gen.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding, missingRecord, resultOf} from '../result.ts'
import {policiesOf} from './cases.ts'

export const triggersResolvable: Rule = {
  id: 'E2',
  name: 'enforcement/triggers-resolvable',
  title: 'What sets a sanction off can be resolved from records and tables',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether every step of the sanction ladder names a signal that can be computed, and whether the measures hold what it needs: a floor for members below a floor, a target for members below a target, a direction for outliers. A trigger in words alone is not resolvable.',
    rationale:
      'A consequence that depends on what someone thinks of a member can be spared, or used for something else. One that follows from a number happens to everyone alike.',
    evidence:
      'SanctionPolicy records with `signal` for each step of the `ladder`; Measure records with `floor`, `targets` and `direction`.',
    limits:
      'Shows that the trigger can be found. Whether anyone acts on it is tested by E3 to E6. Triggers in words may be sound; they are for people to judge.',
  },
  requires: [],

  check(context) {
    const policies = policiesOf(context)
    const steps = policies.flatMap((entry) =>
      entry.value.ladder.map((step, index) => ({entry, step, index})),
    )
    const met: Evidence[] = []
    const findings: Finding[] = []
    let silent = 0
    for (const {entry, step, index} of steps) {
      const gap = gapOf(context, step)
      if (gap === undefined) {
        const shows = `${step.step} follows from ${step.signal ?? ''}`
        met.push(context.cite(entry, ['ladder', index], strengthOf(context, entry), shows))
        continue
      }
      if (step.signal === undefined && step.trigger === undefined) silent += 1
      findings.push(
        context.finding(
          'warning',
          entry,
          ['ladder', index],
          `Unexpected step \`${step.step}\` ${gap}, expected a trigger that records and tables resolve`,
          'Name the `signal`, and state what its measures need',
        ),
      )
    }
    const outcome: Outcome =
      steps.length === 0 || silent === steps.length
        ? missingRecord(context)
        : findings.length === 0
          ? 'supported'
          : met.length > 0
            ? 'weak'
            : 'absent'
    if (policies.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          'Unexpected product line without a SanctionPolicy in force, expected a ladder whose triggers can be resolved',
          `Create ${fileFor(context.workspace, 'SanctionPolicy')} with \`kind: SanctionPolicy\`, as adopted`,
        ),
      )
    return resultOf(
      outcome,
      `The triggers of ${met.length} of ${counted(steps.length, 'step')} in ${counted(policies.length, 'sanction policy', 'sanction policies')} can be resolved from records and tables.`,
      met,
      findings,
      'the SanctionPolicy in force, with the `signal` of each step',
    )
  },
}

/** Why the trigger of a step cannot be resolved; undefined where it can. */
function gapOf(context: RuleContext, step: LadderStep): string | undefined {
  const {signal, measure, trigger} = step
  if (signal === undefined)
    return trigger === undefined ? 'without a trigger' : 'with a trigger in words alone'
  if (signal === 'other') return 'with the signal `other`'
  const needed = needs[signal]
  if (needed === undefined) return undefined
  const {asOf, workspace} = context
  const measures = workspace
    .all('Measure')
    .filter(
      ({value}: Entry<'Measure'>) =>
        (measure === undefined || value.id === measure) &&
        (value.retired === undefined || value.retired > asOf),
    )
  return measures.some(({value}) => needed.held(value))
    ? undefined
    : `with the signal \`${signal}\`, but no measure in use${measure === undefined ? '' : ` \`${measure}\``} with ${needed.what}`
}

/** What a measure must hold for a signal; those left out are found in cases, hours and logs. */
const needs: Partial<
  Record<
    NonNullable<LadderStep['signal']>,
    {readonly what: string; readonly held: (measure: Measure) => boolean}
  >
> = {
  belowFloor: {
    what: '`floor` and `direction`',
    held: ({floor, direction}) => floor !== undefined && direction !== undefined,
  },
  belowTarget: {
    what: '`targets` and `direction`',
    held: ({targets = [], direction}) => targets.length > 0 && direction !== undefined,
  },
  outlier: {what: '`direction`', held: ({direction}) => direction !== undefined},
}
