import type {Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'
import {safeguardsOf, withoutSafeguard} from './kept.ts'

export const outsideBusinessPolicy: Rule = {
  id: 'K6',
  name: 'safeguards/outside-business-policy',
  title: 'A policy says that members deal alone outside the network',
  weight: 'major',
  question: 'marketPowerAndSpillover',
  scope: 'network',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['medsouth-2002', 'sherman-1'],
  docs: {
    tests:
      'Whether a policy for business outside the network applies, in words or as an exhibit. One without either is weak; none is absent where the safeguards log is attested complete, else not known.',
    rationale:
      'Members who price together inside the network compete outside it. What they learn inside must not settle what they do there.',
    evidence:
      'A Safeguard record of type `outsideBusinessPolicy` with `text` or an exhibit under `evidence`.',
    limits: 'Shows that a policy exists. Whether members keep to it is tested by J2 and J3.',
  },
  requires: [],

  check(context) {
    const policies = safeguardsOf(context, 'outsideBusinessPolicy')
    if (policies.length === 0)
      return withoutSafeguard(
        context,
        'outsideBusinessPolicy',
        'policy for business outside the network',
      )
    const said = policies.filter(
      ({value}) => value.text !== undefined || (value.evidence ?? []).length > 0,
    )
    return resultOf(
      said.length > 0 ? 'supported' : 'weak',
      `${said.length} of ${counted(policies.length, 'policy', 'policies')} for business outside the network ${said.length === 1 ? 'says' : 'say'} what it asks for.`,
      said.map((entry) =>
        context.cite(
          entry,
          entry.value.text === undefined ? ['evidence'] : ['text'],
          strengthOf(context, entry),
          `policy${entry.value.effective === undefined ? '' : ` in force from ${entry.value.effective}`}`,
        ),
      ),
      said.length > 0
        ? []
        : policies.map((entry) =>
            context.finding(
              'warning',
              entry,
              [],
              'Unexpected policy without `text` or an exhibit, expected what it says',
              'State `text`, or name the exhibit under `evidence`',
            ),
          ),
      'the `text` of the Safeguard record, or its exhibit',
    )
  },
}
