import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isRunning} from '../lifetime.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {isCostOrUtilization, measuresOf} from './in-use.ts'

export const programsMeasured: Rule = {
  id: 'C7',
  name: 'protocols/programs-measured',
  title: 'Each program has a measure of quality and one of utilization or cost',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Every care program that is running, of care management, transitions or disease management, names a measure in use of quality (process, outcome or patient experience) and one of utilization or cost.',
    rationale:
      'The program is to improve quality and to contain cost: a part of it that is measured on one side alone cannot show both.',
    evidence: 'CareProgram records with `measures`; Measure records with `domain`.',
    limits:
      'Shows that measures are named, not that results are good. Risk stratification sorts patients for the other programs and is tested by its use (G10).',
  },
  requires: ['CareProgram', 'Measure'],

  check(context) {
    const {workspace, asOf, cite, finding} = context
    const programs = workspace
      .all('CareProgram')
      .filter(({value}) => value.type !== 'riskStratification' && isRunning(value, asOf))
    const tally = newTally()
    for (const entry of programs) {
      const {missing, open} = sidesOf(context, entry)
      if (missing.length === 0) {
        tally.met.push(
          cite(
            entry,
            ['measures'],
            strengthOf(context, entry),
            `measured by ${(entry.value.measures ?? []).join(', ')}`,
          ),
        )
        continue
      }
      ;(open ? tally.notStated : tally.unmet).push(
        finding(
          open ? 'note' : 'warning',
          entry,
          entry.value.measures === undefined ? [] : ['measures'],
          `Unexpected program \`${entry.value.id}\` without a measure of ${listed(missing)}, expected one of each side`,
          'Name the measures that watch it under `measures`',
        ),
      )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(programs.length, 'running program')} ${programs.length === 1 ? 'has' : 'have'} a measure of quality and one of utilization or cost.`,
      answeredBy: `\`measures\` in the CareProgram records (${fileFor(context.workspace, 'CareProgram', '…')})`,
      none: programs.some((it) => sidesOf(context, it).missing.length === 1) ? 'weak' : 'absent',
    })
  },
}

/** Which side of a program nothing measures; open where the record does not say enough. */
function sidesOf(
  context: RuleContext,
  {value: {measures}}: Entry<'CareProgram'>,
): {missing: string[]; open: boolean} {
  const named = measuresOf(context).filter(({value}) => (measures ?? []).includes(value.id))
  const stated = named.filter(({value}) => value.domain !== 'notStated')
  const use = stated.some(isCostOrUtilization)
  const quality = stated.some((it) => !isCostOrUtilization(it))
  return {
    missing: [...(quality ? [] : ['quality']), ...(use ? [] : ['utilization or cost'])],
    open: measures === undefined || stated.length < named.length,
  }
}
