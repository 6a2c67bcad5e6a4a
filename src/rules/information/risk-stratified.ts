import {fileFor} from '../../model/placement.ts'
import type {Finding, Outcome, Rule} from '../../model/rule.ts'
import {isRunning} from '../lifetime.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'

export const riskStratified: Rule = {
  id: 'G10',
  name: 'information/risk-stratified',
  title: 'Risk stratification is in use, by a stated method',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [],
  authorities: ['gripa-2007', 'medsouth-2002', 'statement-8'],
  docs: {
    tests:
      'Whether a running program of risk stratification says that it is in use, and by which method. In use without a method is weak; one that says it is not in use is absent.',
    rationale:
      'Care is managed where it matters only by those who know which patients are at risk.',
    evidence: 'CareProgram records of type `riskStratification` with `riskMethod` and `riskInUse`.',
    limits: 'Shows that tiers exist and are used, not that they predict anything.',
  },
  requires: ['CareProgram'],

  check(context) {
    const {workspace, asOf, cite, finding} = context
    const programs = workspace
      .all('CareProgram')
      .filter(({value}) => value.type === 'riskStratification' && isRunning(value, asOf))
    const used = programs.filter(({value}) => value.riskInUse === true)
    const whole = used.filter(({value}) => value.riskMethod !== undefined)
    const idle = programs.filter(({value}) => value.riskInUse === false)
    const outcome: Outcome =
      whole.length > 0
        ? 'supported'
        : used.length > 0
          ? 'weak'
          : programs.length > 0 && idle.length === programs.length
            ? 'absent'
            : context.missingOperation()
    const findings: Finding[] =
      outcome === 'supported'
        ? []
        : programs.map((entry) =>
            finding(
              'warning',
              entry,
              entry.value.riskInUse === undefined ? [] : ['riskInUse'],
              `Unexpected risk stratification ${entry.value.riskInUse === true ? 'without `riskMethod`, expected its method' : `${entry.value.riskInUse === false ? 'that is not' : 'that does not say whether it is'} in use, expected one that is`}`,
              'State `riskMethod` and `riskInUse`',
            ),
          )
    if (programs.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          'Unexpected line without a program of risk stratification, expected one in use',
          `Create ${fileFor(context.workspace, 'CareProgram')} with \`kind: CareProgram\` and \`type: riskStratification\``,
        ),
      )
    return resultOf(
      outcome,
      `${used.length} of ${counted(programs.length, 'running program')} of risk stratification ${programs.length === 1 ? 'is' : 'are'} in use, ${whole.length} by a stated method.`,
      whole.map((entry) =>
        cite(entry, ['riskInUse'], strengthOf(context, entry), 'in use by a stated method'),
      ),
      findings,
      `a CareProgram of type \`riskStratification\` with \`riskInUse\` (${fileFor(context.workspace, 'CareProgram', '…')})`,
    )
  },
}
