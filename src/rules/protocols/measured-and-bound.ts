import {fileFor} from '../../model/placement.ts'
import type {Outcome, Rule} from '../../model/rule.ts'
import {isActive, isRunning} from '../lifetime.ts'
import {counted, strengthOf} from '../outcome.ts'

export const measuredAndBound: Rule = {
  id: 'C12',
  name: 'protocols/measured-and-bound',
  title: 'Every protocol has a measure, and every measure a protocol or control',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Every active protocol names a measure in use, and every measure in use is named by an active protocol, care program or utilization control.',
    rationale:
      'A program evaluates and modifies practice: a protocol that nothing measures is not evaluated, and a measure bound to nothing modifies nothing.',
    evidence:
      'Protocol records with `measures` or `controls`; Measure records; UtilizationControl and CareProgram records.',
    limits: 'Shows that the link is declared, not that the measure fits the protocol.',
  },
  requires: ['Protocol', 'Measure'],

  check(context) {
    const {workspace, asOf, line, cite, finding, ofLine} = context
    const effective = line.stage === 'proposed' ? {effective: asOf} : {}
    const protocols = workspace
      .all('Protocol')
      .filter(({value}) => isActive({...value, ...effective}, asOf))
    const measures = workspace
      .all('Measure')
      .filter(({value}) => value.retired === undefined || value.retired > asOf)
    const controls = ofLine('UtilizationControl').filter(({value}) => isRunning(value, asOf))
    const programs = workspace.all('CareProgram').filter(({value}) => isRunning(value, asOf))
    const used = new Set(measures.map(({value}) => value.id))
    const controlled = new Map(controls.map(({value}) => [value.id, value.measure]))
    const bound = new Set([
      ...protocols.flatMap(({value}) => value.measures ?? []),
      ...controls.flatMap(({value}) => value.measure ?? []),
      ...programs.flatMap(({value}) => value.measures ?? []),
    ])
    const isMeasured = ({value}: (typeof protocols)[number]) =>
      (value.measures ?? []).some((id) => used.has(id)) ||
      (value.controls ?? []).some((id) => used.has(controlled.get(id) ?? ''))
    const measured = protocols.filter(isMeasured)
    const loose = protocols.filter((it) => !isMeasured(it))
    const unbound = measures.filter(({value}) => !bound.has(value.id))
    const outcome: Outcome =
      loose.length + unbound.length === 0
        ? measured.length === 0
          ? 'unknown'
          : 'supported'
        : measured.length > 0
          ? 'weak'
          : 'unknown'
    return {
      outcome,
      summary: `${measured.length} of ${counted(protocols.length, 'active protocol')} ${protocols.length === 1 ? 'has' : 'have'} a measure in use, and ${measures.length - unbound.length} of ${counted(measures.length, 'measure')} ${measures.length === 1 ? 'is' : 'are'} bound to a protocol, program or control.`,
      evidence: measured.map((entry) =>
        cite(
          entry,
          [entry.value.measures === undefined ? 'controls' : 'measures'],
          strengthOf(context, entry),
          `watched by ${[...(entry.value.measures ?? []), ...(entry.value.controls ?? [])].join(', ')}`,
        ),
      ),
      findings: [
        ...loose.map((entry) =>
          finding(
            'warning',
            entry,
            ['measures'],
            `Unexpected protocol \`${entry.value.id}\` without a measure in use, expected one`,
            'Name the measure under `measures`, or the control under `controls`',
          ),
        ),
        ...unbound.map((entry) =>
          finding(
            'warning',
            entry,
            [],
            `Unexpected measure \`${entry.value.id}\` bound to nothing, expected a protocol, program or control that uses it`,
            'Name it in the protocol that it watches, or retire it',
          ),
        ),
      ],
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `\`measures\` in the Protocol records (${fileFor(context.workspace, 'Protocol', '…')})`,
          }),
    }
  },
}
