import {fileFor} from '../../model/placement.ts'
import type {Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {measuresOf} from './in-use.ts'

export const baselineExists: Rule = {
  id: 'C10',
  name: 'protocols/baseline-exists',
  title: 'Every measure has a baseline, or a reason why there is none',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Every measure in use has a baseline with value, period and source, whose period does not end in the future, or says why there is none.',
    rationale: 'Whether practice was modified can be told only from where it began.',
    evidence: 'Measure records with `baseline`; the extract as an exhibit.',
    limits: 'Shows that a value of before is stated, not that it is comparable with the results.',
  },
  requires: ['Measure'],

  check(context) {
    const {asOf, cite, finding} = context
    const measures = measuresOf(context)
    const tally = newTally()
    for (const entry of measures) {
      const {id, baseline = {}} = entry.value
      const {value, from, to, source, whyNone} = baseline
      const whole =
        value !== undefined && from !== undefined && to !== undefined && source !== undefined
      if (whole && to > asOf)
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['baseline', 'to'],
            `Unexpected baseline of \`${id}\` that ends on ${to}, expected a period that is over`,
          ),
        )
      else if (whole || whyNone !== undefined)
        tally.met.push(
          cite(
            entry,
            ['baseline'],
            strengthOf(context, entry),
            whole ? `baseline from ${from} to ${to}` : 'a reason why there is none',
          ),
        )
      else
        tally.notStated.push(
          finding(
            'note',
            entry,
            entry.value.baseline === undefined ? [] : ['baseline'],
            `Unexpected measure \`${id}\` without a whole baseline, expected value, period and source, or \`whyNone\``,
          ),
        )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(measures.length, 'measure')} in use ${measures.length === 1 ? 'has' : 'have'} a baseline or a reason why there is none.`,
      answeredBy: `\`baseline\` in the Measure records (${fileFor(context.workspace, 'Measure', '…')})`,
    })
  },
}
