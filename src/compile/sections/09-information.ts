import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {note, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {figure, join, percent, period, phrase, stated, yesNo} from '../phrases.ts'
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
    'Use by month',
    [
      ['System', 3],
      ['Month', 1.2],
      ['Active members', 1.2, 'right'],
      ['Of', 1, 'right'],
      ['Share', 1, 'right'],
      ['Messages sent', 1.3, 'right'],
      ['Received', 1.3, 'right'],
    ],
    all.flatMap((entry) =>
      (entry.value.use ?? []).map((it, index) => ({
        cells: [
          entry.value.title,
          it.month,
          figure(it.active),
          figure(it.of),
          it.of > 0 ? percent(it.active / it.of) : 'no members',
          stated(it.sent),
          stated(it.received),
        ],
        sources: [desk.source(entry, ['use', index])],
      })),
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
