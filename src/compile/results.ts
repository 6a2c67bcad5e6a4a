import type {Block} from '../model/dossier.ts'
import type {Entry} from '../model/workspace.ts'
import {heading, note, paragraph, table, type RowDraft} from './blocks.ts'
import type {Desk} from './desk.ts'
import {withGaps} from './gaps.ts'
import {figure, period, phrase, stated} from './phrases.ts'
import {patientCounts, suppressed} from './suppression.ts'

type Measure = Entry<'Measure'>
type Result = NonNullable<Measure['value']['results']>[number]

/** Results of every measure, against the target of its period, with the periods that have none. */
export function results(desk: Desk): Block[] {
  const measures = desk.workspace.all('Measure').filter((it) => it.value.results?.length)
  return [
    heading(1, 'measure-results', 'Measure results'),
    ...(measures.length === 0
      ? [paragraph('The records hold no results.')]
      : [
          ...measures.flatMap((it) => ofMeasure(desk, it)),
          note(
            `Results are as the records state them, for the whole network. “${suppressed}” stands for a patient count of 1 to 10, and for what would reveal one. A target is shown where one covers the whole period. A span between two results for which the records hold none is shown as “no result”.`,
          ),
        ]),
  ]
}

function ofMeasure(desk: Desk, entry: Measure): Block[] {
  const {value} = entry
  const all = value.results ?? []
  const decimals = Math.max(...all.map((it) => decimalsOf(it.value)))
  const spans = withGaps([...all.entries()], ([, it]) => it)
  return table(
    `${value.title}: ${directionWords(value.direction)}${value.unit === undefined ? '' : `; unit: ${phrase(value.unit)}`}`,
    [
      ['Period', 2.6],
      ['Result', 1.2, 'right'],
      ['Numerator', 1.2, 'right'],
      ['Denominator', 1.2, 'right'],
      ['Target', 1.2, 'right'],
      ['Target met', 1.4],
    ],
    spans.flatMap(({item: [index, it], before}) => [
      ...(before === null ? [] : [gap(desk, entry, before)]),
      rowOf(desk, entry, it, index, decimals),
    ]),
  )
}

function gap(desk: Desk, entry: Measure, {from, to}: {from: string; to: string}): RowDraft {
  return {
    cells: [period(from, to), {text: 'no result', strong: true}, '–', '–', '–', 'not known'],
    sources: [desk.source(entry, ['results'])],
  }
}

function rowOf(desk: Desk, entry: Measure, it: Result, index: number, decimals: number): RowDraft {
  const {numerator, denominator, small} = patientCounts(it.numerator, it.denominator)
  const target = entry.value.targets?.find(({from, to}) => from <= it.from && to >= it.to)
  return {
    cells: [
      period(it.from, it.to),
      small ? suppressed : padded(it.value, decimals),
      numerator,
      denominator,
      stated(target?.value),
      small ? suppressed : met(entry.value.direction, it.value, target?.value),
    ],
    sources: [desk.source(entry, ['results', index])],
  }
}

function directionWords(direction: Measure['value']['direction']): string {
  return direction === undefined ? 'direction not stated' : `${direction} is better`
}

function met(
  direction: Measure['value']['direction'],
  value: number | undefined,
  target: number | undefined,
): string {
  if (target === undefined) return 'no target'
  if (value === undefined || direction === undefined) return 'not known'
  return (direction === 'higher' ? value >= target : value <= target) ? 'met' : 'not met'
}

function decimalsOf(value: number | undefined): number {
  return value === undefined ? 0 : (String(value).split('.')[1]?.length ?? 0)
}

/** As many decimals in every row of a measure, so that a column can be read down. */
function padded(value: number | undefined, decimals: number): string {
  if (value === undefined) return stated(value)
  const text = figure(value)
  const missing = decimals - decimalsOf(value)
  if (missing <= 0 || text.includes('e')) return text
  return `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}
