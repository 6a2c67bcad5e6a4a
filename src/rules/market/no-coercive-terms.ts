import type {Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceOf, silenceThresholds} from '../silence.ts'
import {judgeTerms, type Term} from '../terms.ts'

const coercive: readonly Term[] = [
  {
    path: ['clauses', 'mostFavouredNation'],
    of: ({clauses}) => clauses?.mostFavouredNation,
    found: 'most-favoured-nation clause',
    whether: 'it has a most-favoured-nation clause',
    does: 'has a most-favoured-nation clause',
  },
  {
    path: ['clauses', 'antiSteering'],
    of: ({clauses}) => clauses?.antiSteering,
    found: 'clause against steering',
    whether: 'it forbids steering',
    does: 'forbids the payer to steer patients',
  },
  {
    path: ['clauses', 'antiTiering'],
    of: ({clauses}) => clauses?.antiTiering,
    found: 'clause against tiering',
    whether: 'it forbids tiering',
    does: 'forbids the payer to tier providers',
  },
  {
    path: ['clauses', 'gag'],
    of: ({clauses}) => clauses?.gag,
    found: 'gag on prices or quality',
    whether: 'it has a gag on prices or quality',
    does: 'has a gag on prices or quality',
  },
  {
    path: ['clauses', 'tying'],
    of: ({clauses}) => clauses?.tying,
    found: 'clause that ties services outside the network product',
    whether: 'it ties services outside the network product',
    does: 'ties services outside the network product',
  },
  {
    path: ['clauses', 'allOrNothing'],
    of: ({clauses}) => clauses?.allOrNothing,
    found: 'all-or-nothing clause outside the network product',
    whether: 'it is all or nothing outside the network product',
    does: 'is all or nothing outside the network product',
  },
]

export const noCoerciveTerms: Rule = {
  id: 'J8',
  name: 'market/no-coercive-terms',
  title:
    'No contract has a most-favoured-nation, steering, tiering, gag, tying or all-or-nothing term',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['aco-policy-2011', 'aspirus'],
  docs: {
    tests:
      'Whether a contract in force on the line has a most-favoured-nation clause, forbids steering or tiering, gags talk of price or quality, or conditions services outside the network product on it. A clause that is left out is not known, and finding none counts only where the log of contracts is attested complete.',
    rationale:
      'Such terms keep payers from turning to others, or make them buy what they do not want to get what they need.',
    evidence:
      'PayerContract records with `clauses`, and an Attestation that the `payerContracts` log is complete.',
    limits:
      'One common panel inside the network product, whose members a payer can also have alone, is not tying and is tested by I3. The case cited is an allegation, the statement is withdrawn.',
  },
  requires: [],

  check(context) {
    const {inForce, bad, silent, findings, adverse} = judgeTerms(context, 'J8', coercive)
    const silence = silenceOf(context, ['payerContracts'])
    const open = silence.open.length > 0
    const outcome =
      bad.length > 0 ? 'contrary' : open || silent.length > 0 ? 'unknown' : 'supported'
    const result = resultOf(
      outcome,
      `Of ${counted(inForce.length, 'contract')} of ${context.line.title} in force, ${bad.length} ${bad.length === 1 ? 'has' : 'have'} such a term and ${silent.length} ${silent.length === 1 ? 'leaves' : 'leave'} one out; the log of contracts is ${open ? 'not ' : ''}attested complete from ${silence.from} to ${silence.to}.`,
      outcome === 'contrary'
        ? []
        : [
            ...inForce
              .filter((it) => !silent.includes(it))
              .map((entry) =>
                context.cite(entry, ['clauses'], strengthOf(context, entry), 'has no such term'),
              ),
            ...silence.evidence,
          ],
      [...findings, ...silence.findings],
      silence.answeredBy || '`clauses` of each PayerContract in force',
    )
    return {...result, adverse}
  },
}
