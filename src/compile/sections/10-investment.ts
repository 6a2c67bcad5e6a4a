import type {Block} from '../../model/dossier.ts'
import {compareText} from '../../model/location.ts'
import type {Entry} from '../../model/workspace.ts'
import {table} from '../blocks.ts'
import {isDepartureOf} from '../departures.ts'
import type {Desk} from '../desk.ts'
import {figure, groupBy, period, phrase, stated, yesNo} from '../phrases.ts'
import type {Section} from './section.ts'

/** Money and hours: budget and actual, capital, dues, staff, physicians' time. */
export const investment: Section = {
  number: 10,
  title: 'Investment: money and hours',
  tests: ['F'],
  records: (desk) => {
    const all = desk.workspace.all('Investment')
    return [
      ...overview(desk, all),
      ...budget(desk, all),
      ...capital(desk, all),
      ...duesAndStaff(desk, all),
      ...hours(desk, all),
    ]
  },
}

function overview(desk: Desk, all: readonly Entry<'Investment'>[]): Block[] {
  return table(
    'Investments on record',
    [
      ['Investment', 3],
      ['Period', 2.2],
      ['By', 1.4],
      ['Fair-market-value reference for paid time', 3],
      ['Table of hours', 2],
    ],
    all.map((entry) => {
      const {value} = entry
      return {
        cells: [
          value.title,
          period(value.from, value.to),
          phrase(value.by),
          value.fairMarketValue
            ? `${value.fairMarketValue.source}, ${value.fairMarketValue.date}`
            : 'not stated',
          value.hoursTable ? desk.label('EvidenceTable', value.hoursTable) : 'none',
        ],
        sources: [desk.source(entry)],
      }
    }),
  )
}

function budget(desk: Desk, all: readonly Entry<'Investment'>[]): Block[] {
  return table(
    'Budget and actual, US dollars',
    [
      ['Line', 3],
      ['Class', 2],
      ['Period', 2.2],
      ['Budget', 1.3, 'right'],
      ['Actual', 1.3, 'right'],
      ['Paid by', 1.4],
    ],
    all.flatMap((entry) =>
      (entry.value.budget ?? []).map((it, index) => ({
        cells: [
          it.title,
          phrase(it.class),
          period(entry.value.from, entry.value.to),
          figure(it.budgetUsd),
          stated(it.actualUsd),
          phrase(it.payer),
        ],
        sources: [desk.source(entry, ['budget', index])],
      })),
    ),
  )
}

function capital(desk: Desk, all: readonly Entry<'Investment'>[]): Block[] {
  return table(
    'Capital and grants, US dollars',
    [
      ['Investment', 3],
      ['By', 2],
      ['Date', 1.5],
      ['Amount', 1.5, 'right'],
    ],
    all.flatMap((entry) =>
      (entry.value.capital ?? []).map((it, index) => ({
        cells: [entry.value.title, phrase(it.by), it.date, figure(it.amountUsd)],
        sources: [desk.source(entry, ['capital', index])],
      })),
    ),
  )
}

function duesAndStaff(desk: Desk, all: readonly Entry<'Investment'>[]): Block[] {
  return [
    ...table(
      'Dues of members',
      [
        ['Period', 3],
        ['Per member, US dollars', 1.5, 'right'],
        ['Members who owe', 1.3, 'right'],
        ['Paid', 1, 'right'],
      ],
      all.flatMap((entry) =>
        entry.value.dues
          ? [
              {
                cells: [
                  period(entry.value.from, entry.value.to),
                  figure(entry.value.dues.perMemberUsd),
                  figure(entry.value.dues.members),
                  figure(entry.value.dues.paid),
                ],
                sources: [desk.source(entry, ['dues'])],
              },
            ]
          : [],
      ),
    ),
    ...table(
      'Staff',
      [
        ['Period', 3],
        ['Role', 3],
        ['Full-time equivalents', 1.5, 'right'],
      ],
      all.flatMap((entry) =>
        (entry.value.staff ?? []).map((it, index) => ({
          cells: [
            period(entry.value.from, entry.value.to),
            phrase(it.role),
            figure(it.fullTimeEquivalents),
          ],
          sources: [desk.source(entry, ['staff', index])],
        })),
      ),
    ),
  ]
}

/** Hours of members that left are in the sums only: their last period would date the departure. */
function hours(desk: Desk, all: readonly Entry<'Investment'>[]): Block[] {
  const logged = all.flatMap((entry) =>
    (entry.value.hours ?? []).map((it, index) => ({
      it,
      during: period(entry.value.from, entry.value.to),
      source: desk.source(entry, ['hours', index]),
    })),
  )
  return [
    ...table(
      "Physicians' hours, by practice",
      [
        ['Practice', 3],
        ['Hours', 0.9, 'right'],
      ],
      [...groupBy(logged, ({it}) => desk.named('Participant', it.participant))]
        .sort(([a], [b]) => compareText(a, b))
        .map(([practice, same]) => ({
          cells: [practice, figure(same.reduce((sum, {it}) => sum + it.hours, 0))],
          sources: same.map((it) => it.source),
        })),
    ),
    ...table(
      "Physicians' hours, by period, practice and activity",
      [
        ['Period', 2.2],
        ['Practice', 2.4],
        ['Activity', 1.6],
        ['Body', 2.2],
        ['Members', 0.9, 'right'],
        ['Hours', 0.8, 'right'],
        ['Paid', 1],
      ],
      logged
        .filter(({it}) => !isDepartureOf(desk.workspace, 'Participant', it.participant))
        .map(({it, during, source}) => ({
          practice: desk.named('Participant', it.participant),
          it,
          during,
          source,
        }))
        .toSorted((a, b) => compareText(a.during, b.during) || compareText(a.practice, b.practice))
        .map(({practice, it, during, source}) => ({
          cells: [
            during,
            practice,
            phrase(it.activity),
            desk.named('GoverningBody', it.body),
            figure(it.members),
            figure(it.hours),
            yesNo(it.paid),
          ],
          sources: [source],
        })),
    ),
  ]
}
