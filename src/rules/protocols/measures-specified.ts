import {fileFor} from '../../model/placement.ts'
import type {Rule} from '../../model/rule.ts'
import type {Measure} from '../../model/records.gen.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {measuresOf} from './in-use.ts'

/** What a reader needs to compute the measure again. */
const parts: readonly (readonly [string, (measure: Measure) => unknown])[] = [
  ['numerator', ({numerator}) => numerator],
  ['denominator', ({denominator}) => denominator],
  ['exclusions', ({exclusions}) => exclusions],
  ['source', ({source}) => source],
  ['direction', ({direction}) => direction],
  ['caseMix', ({caseMix}) => caseMix?.method ?? caseMix?.whyNone],
  ['minimumDenominator', ({minimumDenominator}) => minimumDenominator],
  ['targets', ({targets}) => (targets?.length === 0 ? undefined : targets)],
  ['benchmarks', ({benchmarks}) => (benchmarks?.length === 0 ? undefined : benchmarks)],
]

export const measuresSpecified: Rule = {
  id: 'C8',
  name: 'protocols/measures-specified',
  title: 'Every measure in use is specified so that it can be computed again',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Every measure that is not retired states numerator, denominator, exclusions, source, direction, case-mix adjustment or why none, minimum denominator, a target and a benchmark.',
    rationale:
      'Measurement against objective standards needs standards that another can apply: a name without a definition is none.',
    evidence: 'Measure records; the specification of the steward as an exhibit.',
    limits:
      'Shows that the parts are stated, not that they are right. An id of a national measure set is checked for form elsewhere and not asked for.',
  },
  requires: ['Measure'],

  check(context) {
    const {cite, finding} = context
    const measures = measuresOf(context)
    const tally = newTally()
    let partly = 0
    for (const entry of measures) {
      const missing = parts.filter(([, of]) => of(entry.value) === undefined).map(([name]) => name)
      if (missing.length === 0) {
        tally.met.push(
          cite(
            entry,
            [],
            strengthOf(context, entry),
            `specified in ${counted(parts.length, 'part')}`,
          ),
        )
        continue
      }
      partly += missing.length < parts.length ? 1 : 0
      tally.notStated.push(
        finding(
          'note',
          entry,
          [],
          `Unexpected measure \`${entry.value.id}\` without ${listed(missing.map((it) => `\`${it}\``))}, expected a whole specification`,
          'State what is missing, `exclusions: None` where there are none',
        ),
      )
    }
    const result = concluded(tally, {
      summary: `${tally.met.length} of ${counted(measures.length, 'measure')} in use ${measures.length === 1 ? 'is' : 'are'} specified in every part.`,
      answeredBy: `the specification in the Measure records (${fileFor(context.workspace, 'Measure', '…')})`,
    })
    // A part left out of a record that states others is a specification with a hole in it.
    const weak =
      result.outcome === 'unknown' && tally.met.length > 0 && partly === tally.notStated.length
    return weak ? {...result, outcome: 'weak'} : result
  },
}
