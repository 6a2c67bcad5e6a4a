import type {Block} from '../../model/dossier.ts'
import type {SystemUse} from '../../model/records.gen.ts'
import type {Entry} from '../../model/workspace.ts'
import {note, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {
  figure,
  groupBy,
  join,
  notStated,
  percent,
  period,
  phrase,
  stated,
  yesNo,
} from '../phrases.ts'
import type {Section} from './section.ts'

/** Shared systems, and above all their use: technology nobody uses is not integration. */
export const informationSystems: Section = {
  number: 9,
  title: 'Information systems',
  tests: ['G1', 'G2', 'G3', 'G4', 'D10'],
  records: (desk) => {
    const all = desk.workspace.all('InformationSystem')
    return [...systems(desk, all), ...use(desk, all), ...feeds(desk, all)]
  },
}

function systems(desk: Desk, all: readonly Entry<'InformationSystem'>[]): Block[] {
  return table(
    'Systems',
    [
      ['System', 2.2],
      ['Type', 1.8],
      ['In use', 1.8],
      ['Data classes', 3],
      ['Two-way exchange', 1.1],
      ['TEFCA', 0.9],
      ['Duty to use', 1],
      ['Pledged', 1.6],
    ],
    all.map((entry) => {
      const {value} = entry
      return {
        cells: [
          value.title,
          phrase(value.type),
          period(value.goLive, value.retired),
          join(value.dataClasses ?? []),
          yesNo(value.twoWay),
          yesNo(value.tefca),
          yesNo(value.dutyToUse),
          join((value.pledges ?? []).map(phrase), 'nothing stated'),
        ],
        sources: [desk.source(entry)],
      }
    }),
  )
}

function use(desk: Desk, all: readonly Entry<'InformationSystem'>[]): Block[] {
  const rows = table(
    'Use by members, each year',
    [
      ['System', 2.5],
      ['Year', 0.8],
      ['Months on record', 1, 'right'],
      ['Least active month', 2.4],
      ['Most active month', 2.4],
      ['Messages sent', 1.2, 'right'],
      ['Received', 1.2, 'right'],
    ],
    all.flatMap((entry) =>
      [...groupBy(entry.value.use ?? [], (it) => it.month.slice(0, 4))].map(([year, months]) => {
        const ordered = months.toSorted((a, b) => a.active * b.of - b.active * a.of)
        return {
          cells: [
            entry.value.title,
            year,
            figure(months.length),
            activeIn(ordered[0]),
            activeIn(ordered.at(-1)),
            sumOf(months.map((it) => it.sent)),
            sumOf(months.map((it) => it.received)),
          ],
          sources: [desk.source(entry, ['use'])],
        }
      }),
    ),
  )
  const silent = all.filter(({value}) => (value.use ?? []).length === 0)
  return [
    ...rows,
    ...(silent.length > 0
      ? [
          note(
            'A system without a row here has no use on record. Being live does not show that it is used.',
          ),
        ]
      : []),
  ]
}

function activeIn(use: SystemUse | undefined): string {
  if (!use) return ''
  const share = use.of > 0 ? percent(use.active / use.of) : 'no members'
  return `${use.month}: ${figure(use.active)} of ${figure(use.of)} (${share})`
}

/** A month that does not state its messages makes the sum one of the others only, and that is said. */
function sumOf(counts: readonly (number | undefined)[]): string {
  const known = counts.filter((it) => it !== undefined)
  if (known.length === 0) return notStated
  const sum = figure(known.reduce((a, b) => a + b, 0))
  return known.length === counts.length ? sum : `${sum} in ${known.length} months that state it`
}

function feeds(desk: Desk, all: readonly Entry<'InformationSystem'>[]): Block[] {
  return table(
    'Payer data feeds',
    [
      ['System', 3],
      ['Payer', 2],
      ['As of', 1.5],
      ['Lag, days', 1, 'right'],
      ['Completeness', 1.2, 'right'],
    ],
    all.flatMap((entry) =>
      (entry.value.payerFeeds ?? []).map((it, index) => ({
        cells: [entry.value.title, it.payer, it.asOf, stated(it.lagDays), percent(it.completeness)],
        sources: [desk.source(entry, ['payerFeeds', index])],
      })),
    ),
  )
}
