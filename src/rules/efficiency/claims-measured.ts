import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {missingRecord} from '../result.ts'
import {concluded, newTally} from '../tally.ts'
import {noClaims} from './claims.ts'

export const claimsMeasured: Rule = {
  id: 'H1',
  name: 'efficiency/claims-measured',
  title: 'Each claim of a benefit has a measure, a baseline and a source',
  weight: 'critical',
  question: 'efficiencies',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007'],
  docs: {
    tests:
      'Whether every efficiency claim of the line names a measure on record, and has a baseline with its source, in the claim or in the measure.',
    rationale:
      'A benefit that nobody can measure, or that is measured from nowhere, can be neither likely nor shown.',
    evidence:
      'EfficiencyClaim records with `measure` and `baseline`; Measure records with `baseline`, its value and source.',
    limits:
      'Shows that the claim can be tested, not that it is true: results are tested by H2. A baseline that was not possible weighs as one that is missing.',
  },
  requires: [],

  check(context) {
    const {cite, finding} = context
    const claims = context.ofLine('EfficiencyClaim')
    if (claims.length === 0) return noClaims(context)
    const tally = newTally()
    for (const entry of claims) {
      const missing = missingOf(context, entry)
      if (missing.length === 0)
        tally.met.push(
          cite(
            entry,
            ['measure'],
            strengthOf(context, entry),
            `measured by ${entry.value.measure ?? ''}, from a baseline`,
          ),
        )
      else
        tally.unmet.push(
          finding(
            'warning',
            entry,
            [],
            `Unexpected claim \`${entry.value.title}\` without ${listed(missing)}, expected all of measure, baseline and source`,
            'Name the `measure`, and state the `baseline` with its source',
          ),
        )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(claims.length, 'claim')} ${claims.length === 1 ? 'has' : 'have'} a measure, a baseline and a source.`,
      answeredBy: `EfficiencyClaim records with \`measure\` and \`baseline\` (${fileFor(context.workspace, 'EfficiencyClaim', '…')})`,
      none: missingRecord(context),
    })
  },
}

function missingOf({workspace}: RuleContext, {value}: Entry<'EfficiencyClaim'>): string[] {
  const measure = value.measure === undefined ? undefined : workspace.find('Measure', value.measure)
  const {value: before, source} = value.baseline ?? measure?.value.baseline ?? {}
  return [
    ...(measure === undefined ? ['a measure'] : []),
    ...(before === undefined ? ['a baseline'] : source === undefined ? ['a source'] : []),
  ]
}
