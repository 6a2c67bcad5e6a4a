import type {Rule} from '../../model/rule.ts'
import {percent} from '../outcome.ts'
import {shareBand, shareOf} from './share.ts'

export const shareBelowBand: Rule = {
  id: 'J5',
  name: 'market/share-below-band',
  title: 'Shares by specialty and area are counted and below the band',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [shareBand],
  authorities: ['norman-2013', 'ohio-v-amex', 'statement-8', 'tristate-2009'],
  docs: {
    tests:
      "Whether the newest counts of the network's members and of all providers, by specialty or service and area, stay below the band. At or above it the test is weak, never worse: share alone fails nobody. There, and where shares are unknown, the tests of real non-exclusivity (J1, J2 and J4) become gates.",
    rationale:
      'What members can do to payers depends on who else the payers can turn to. Two networks with a substantial majority of local physicians were answered favourably, because payers could go around them.',
    evidence:
      'ServiceAreaScreen records with `counts`, their sources and date; `declaredShares` where a source gives words only.',
    limits:
      'Counts of providers in an area that someone drew; no relevant market is defined. The band is a default of this tool, not a zone of any statement in force.',
  },
  requires: ['ServiceAreaScreen'],

  check(context) {
    const share = shareOf(context)
    const band = percent(context.threshold('shareBand'))
    const summary = `On ${context.line.title}, ${share.says}; the band is ${band}.`
    const outcome =
      share.level === 'below' ? 'supported' : share.level === 'atOrAbove' ? 'weak' : 'unknown'
    if (outcome === 'supported') return {outcome, summary, evidence: share.evidence, findings: []}
    const message =
      outcome === 'weak'
        ? `Unexpected shares at or above the band (${share.says}), expected shares below ${band}`
        : `Unexpected screen from which no share can be told (${share.says}), expected counts by specialty and area`
    return {
      outcome,
      summary,
      evidence: share.evidence,
      findings: context
        .ofLine('ServiceAreaScreen')
        .slice(-1)
        .map((entry) =>
          context.finding(
            outcome === 'weak' ? 'warning' : 'note',
            entry,
            ['counts'],
            message,
            'Count members and all providers by specialty and area, each with its source',
          ),
        ),
      answeredBy: 'a ServiceAreaScreen with counts by specialty and area',
    }
  },
}
