import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import {isActive} from '../lifetime.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {missingRecord, resultOf} from '../result.ts'
import {panelRoles, spans, type PanelRoles} from './panel-roles.ts'

export const protocolsSpanCare: Rule = {
  id: 'G7',
  name: 'information/protocols-span-care',
  title: 'At least three protocols span primary care and specialists',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'spanningProtocols',
      value: 3,
      unit: 'count',
      basis: 'house',
      source: 'House default',
      description: 'Fewest active protocols that bind both primary care and a specialty',
      looser: 'lower',
    },
  ],
  authorities: ['sho-2006', 'medsouth-2002'],
  docs: {
    tests:
      'How many active protocols bind a specialty of primary care and, beside it, one of specialists. Which is which is taken from the clinicians on the panel; a specialty that nobody on a known panel practises does not count. Fewer than three is weak; where the panel has no specialist at all the test is absent.',
    rationale:
      'Interdependence is what members do for the same patient. Protocols that each stay within one specialty leave the members as independent of each other as before.',
    evidence: 'Protocol records with `specialties`; Participant records with the clinicians.',
    limits:
      'Shows whom a protocol binds, not that they work together under it. Where no roster says who practises a specialty, family medicine, internal medicine, pediatrics and geriatrics are taken as primary care.',
  },
  requires: ['Protocol'],

  check(context) {
    const {workspace, asOf, line, cite, finding, threshold} = context
    const effective = line.stage === 'proposed' ? {effective: asOf} : {}
    const active = workspace
      .all('Protocol')
      .filter(({value}) => isActive({...value, ...effective}, asOf))
    const panel = panelRoles(context)
    const needed = threshold('spanningProtocols')
    const silent = active.filter(({value}) => value.specialties.length === 0)
    const met: Evidence[] = []
    const findings: Finding[] = silent.map((entry) =>
      finding(
        'note',
        entry,
        ['specialties'],
        `Unexpected protocol \`${entry.value.id}\` without specialties, expected whom it binds`,
        'List `specialties`',
      ),
    )
    for (const entry of active) {
      const {specialties} = entry.value
      if (spans(specialties, panel))
        met.push(
          cite(entry, ['specialties'], strengthOf(context, entry), `binds ${listed(specialties)}`),
        )
    }
    const outcome = outcomeFor(context, met.length, silent.length, panel)
    if (outcome !== 'supported')
      for (const entry of active)
        if (entry.value.specialties.length > 0 && !spans(entry.value.specialties, panel))
          findings.push(
            finding(
              'warning',
              entry,
              ['specialties'],
              `Unexpected protocol \`${entry.value.id}\` that binds ${listed(entry.value.specialties)}, expected primary care and a specialty of the panel`,
              `Adopt protocols that span both; ${needed} are expected`,
            ),
          )
    return resultOf(
      outcome,
      `${met.length} of ${counted(active.length, 'active protocol')} ${active.length === 1 ? 'spans' : 'span'} primary care and specialists; ${needed} are expected.${panel.noSpecialist ? ' Nobody on the panel is a specialist.' : ''}`,
      met,
      findings,
      `Protocol records with the \`specialties\` that they bind (${fileFor(context.workspace, 'Protocol', '…')})`,
    )
  },
}

function outcomeFor(
  context: RuleContext,
  spanning: number,
  silent: number,
  {noSpecialist}: PanelRoles,
): Outcome {
  const needed = context.threshold('spanningProtocols')
  if (spanning >= needed) return 'supported'
  if (noSpecialist) return 'absent'
  if (spanning + silent >= needed) return 'unknown'
  return spanning > 0 ? 'weak' : missingRecord(context)
}
