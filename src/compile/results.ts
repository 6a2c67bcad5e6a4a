import type {Block} from '../model/dossier.ts'
import {heading, note, paragraph, table} from './blocks.ts'
import type {Desk} from './desk.ts'
import {figure, period, stated} from './phrases.ts'
import {patientCounts, suppressed} from './suppression.ts'

/** Results of every measure, against the target of its period. */
export function results(desk: Desk): Block[] {
  const rows = desk.workspace.all('Measure').flatMap((entry) =>
    (entry.value.results ?? []).map((it, index) => {
      const {numerator, denominator, small} = patientCounts(it.numerator, it.denominator)
      const target = entry.value.targets?.find(({from, to}) => from <= it.from && to >= it.to)
      return {
        cells: [
          entry.value.title,
          period(it.from, it.to),
          small ? suppressed : figure(it.value),
          numerator,
          denominator,
          stated(target?.value),
        ],
        sources: [desk.source(entry, ['results', index])],
      }
    }),
  )
  return [
    heading(1, 'measure-results', 'Measure results'),
    ...(rows.length === 0
      ? [paragraph('The records hold no results.')]
      : [
          ...table(
            'Results by measure and period',
            [
              ['Measure', 3],
              ['Period', 2.4],
              ['Result', 1.2, 'right'],
              ['Numerator', 1.2, 'right'],
              ['Denominator', 1.2, 'right'],
              ['Target of the period', 1.3, 'right'],
            ],
            rows,
          ),
          note(
            `Results are as the records state them, for the whole network. “${suppressed}” stands for a patient count of 1 to 10, and for what would reveal one. A target is shown where one covers the whole period.`,
          ),
        ]),
  ]
}
