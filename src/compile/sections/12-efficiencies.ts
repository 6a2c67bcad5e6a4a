import {table} from '../blocks.ts'
import {figure, join, phrase, quoted, stated} from '../phrases.ts'
import type {Section} from './section.ts'

/** Benefits claimed, with what was measured; failed results stay in. */
export const efficiencies: Section = {
  number: 12,
  title: 'Efficiencies',
  tests: ['H'],
  records: (desk) => {
    const all = desk.workspace.all('EfficiencyClaim')
    return [
      ...table(
        'Benefits claimed by the network',
        [
          ['Claim', 2],
          ['Type', 1],
          ['Product line', 1.5],
          ['Benefit', 2.5],
          ['Mechanism', 2.5],
          ['Who gains', 1.5],
        ],
        all.map((entry) => ({
          cells: [
            entry.value.title,
            phrase(entry.value.type),
            entry.value.productLine ? desk.lineTitle(entry.value.productLine) : 'all',
            quoted(entry.value.benefit),
            quoted(entry.value.mechanism),
            join((entry.value.beneficiaries ?? []).map(phrase)),
          ],
          sources: [desk.source(entry)],
        })),
      ),
      ...table(
        'Results of the claims',
        [
          ['Claim', 2],
          ['Measure', 1.8],
          ['Baseline', 2.2],
          ['Comparator', 2.2],
          ['Result', 2.2],
          ['Finding', 1.1],
          ['Limits', 2.2],
        ],
        all.map((entry) => {
          const {baseline, comparator, result, ...value} = entry.value
          return {
            cells: [
              value.title,
              desk.named('Measure', value.measure),
              baseline
                ? `${figure(baseline.value)}, ${baseline.from} to ${baseline.to}, ${baseline.source}`
                : 'not stated',
              comparator
                ? `${phrase(comparator.type)}: ${stated(comparator.value)}, ${comparator.source}`
                : 'not stated',
              result
                ? `${figure(result.value)}, ${result.from} to ${result.to}, ${result.source}`
                : 'no result recorded',
              result ? phrase(result.finding) : 'none',
              quoted(value.limitation),
            ],
            sources: [desk.source(entry)],
          }
        }),
      ),
    ]
  },
}
