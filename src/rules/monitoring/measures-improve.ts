import {fileFor} from '../../model/placement.ts'
import type {Measure} from '../../model/records.gen.ts'
import type {Evidence, Finding, Rule} from '../../model/rule.ts'
import {counted, percent} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {atTarget, seriesOf, strengthOfPoints, type Point} from './series.ts'

export const measuresImprove: Rule = {
  id: 'D6',
  name: 'monitoring/measures-improve',
  title: 'Half of the measures improved, or held at target, over four periods',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    {
      id: 'improvedMeasuresShare',
      value: 0.5,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of the measures that improved or held at target.',
      looser: 'lower',
    },
    {
      id: 'improvedPeriods',
      value: 4,
      unit: 'count',
      basis: 'house',
      source: 'House default',
      description: 'Last periods of a measure over which it is looked at.',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002', 'medsouth-2007', 'gripa-2007'],
  docs: {
    tests:
      'For each measure in use with values of the network for four periods: the last is better than the first of the four, or all four met the target of their period. At least half of the measures do.',
    rationale:
      'The program is to modify practice, not only to look at it: measures that stand still under target say that it does not.',
    evidence:
      'Measure records with `results`, `direction` and `targets`; EvidenceTable records of counts, from which the values are computed again.',
    limits:
      'Improvement is not shown to come from the program, and no test of chance is made; see H3. A measure with fewer periods is not judged.',
  },
  requires: ['Measure'],

  check(context) {
    const {workspace, asOf, threshold, cite, finding} = context
    const periods = threshold('improvedPeriods')
    const share = threshold('improvedMeasuresShare')
    const seriesFor = seriesOf(context)
    const judged = workspace
      .all('Measure')
      .filter(({value}) => value.direction !== undefined && (value.retired ?? '9999') > asOf)
      .map((entry) => ({entry, points: seriesFor(entry).slice(-periods)}))
      .filter(({points}) => points.length >= periods)
    const evidence: Evidence[] = []
    const findings: Finding[] = []
    for (const {entry, points} of judged) {
      const words = `${points.at(0)?.value ?? 0} to ${points.at(-1)?.value ?? 0} from ${points.at(0)?.to ?? ''} to ${points.at(-1)?.to ?? ''}`
      if (improved(entry.value, points) || points.every((it) => atTarget(entry.value, it)))
        evidence.push(cite(entry, ['results'], strengthOfPoints(context, entry, points), words))
      else
        findings.push(
          finding(
            'warning',
            entry,
            ['results'],
            `Unexpected measure \`${entry.value.id}\` that went ${words}, expected improvement or its target held`,
            'Say in the minutes what is done about it; the result stays on record',
          ),
        )
    }
    const enough = judged.length > 0 && evidence.length >= share * judged.length
    const outcome =
      judged.length === 0
        ? context.missingOperation()
        : enough
          ? 'supported'
          : evidence.length > 0
            ? 'weak'
            : 'absent'
    return resultOf(
      outcome,
      `${evidence.length} of ${counted(judged.length, 'measure')} with ${periods} periods improved or held at target; expected ${percent(share)}.`,
      evidence,
      enough ? [] : findings,
      `\`results\` by period in the Measure records (${fileFor(context.workspace, 'Measure', '…')}), or tables of counts`,
    )
  },
}

/** Whether the last value is better than the first. */
function improved({direction}: Measure, points: readonly Point[]): boolean {
  const [first, last] = [points.at(0)?.value ?? 0, points.at(-1)?.value ?? 0]
  return direction === 'lower' ? last < first : last > first
}
