import type {Rule} from '../../model/rule.ts'
import {listed, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'

export const scopePrinted: Rule = {
  id: 'L9',
  name: 'integrity/scope-printed',
  title: "Limits, scope, unknowns and a field for counsel's sign-off are printed",
  weight: 'gate',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['16-cfr-1', '28-cfr-50-6'],
  docs: {
    tests:
      "Whether what the scope statement needs is on record: the states covered. The rest does not depend on records: every dossier prints its limits, what is not assessed, every unknown and an empty field for counsel's sign-off, and no option leaves them out.",
    rationale: 'A dossier that does not say what it leaves out claims more than it shows.',
    evidence:
      '`states` of the Network record. That the rest is printed is held by a test of the tool itself over every dossier it compiles.',
    limits:
      'Shows that the statement can be made, not that the network operates in no other state. Counsel signs outside this tool.',
  },
  requires: [],

  check(context) {
    const {network} = context
    const {states = []} = network.value
    const outcome = states.length > 0 ? 'supported' : 'unknown'
    return resultOf(
      outcome,
      `${states.length > 0 ? `The scope statement covers ${listed(states)}` : 'The scope statement cannot say which states it covers'}; limits, unknowns and a field for counsel are part of every dossier.`,
      states.length > 0
        ? [
            context.cite(
              network,
              ['states'],
              strengthOf(context, network),
              `states covered: ${listed(states)}`,
            ),
          ]
        : [],
      states.length > 0
        ? []
        : [
            context.finding(
              'warning',
              network,
              ['states'],
              'Unexpected network without `states`, expected the states that the scope statement covers',
              'State `states` in the Network record',
            ),
          ],
      '`states` of the Network record',
    )
  },
}
