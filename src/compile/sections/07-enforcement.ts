import type {Block} from '../../model/dossier.ts'
import {compareText} from '../../model/location.ts'
import type {Entry} from '../../model/workspace.ts'
import {note, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {distinct, figure, groupBy, join, period, phrase, quoted, stated, yesNo} from '../phrases.ts'
import type {Section} from './section.ts'

/** The ladder of consequences, and the cases: pseudonym, step, date and class of outcome only. */
export const enforcement: Section = {
  number: 7,
  title: 'Compliance and enforcement',
  tests: ['E'],
  records: (desk) => {
    const cases = desk.workspace.all('CorrectiveAction')
    return [...policies(desk), ...casesTable(desk, cases), ...steps(desk, cases)]
  },
}

function policies(desk: Desk): Block[] {
  const all = desk.workspace.all('SanctionPolicy')
  return [
    ...table(
      'Sanction policies and their due process',
      [
        ['Policy', 2.5],
        ['In force', 2],
        ['Adopted at', 1.6],
        ['Notice, days', 1, 'right'],
        ['Hearing', 1],
        ['Appeal', 1],
        ['Process', 3],
      ],
      all.map((entry) => {
        const {value} = entry
        return {
          cells: [
            value.title,
            period(value.effective, value.retired),
            stated(value.adoptedAt),
            stated(value.dueProcess?.noticeDays),
            yesNo(value.dueProcess?.hearing),
            yesNo(value.dueProcess?.appeal),
            quoted(value.dueProcess?.description),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...table(
      'The ladder, mildest step first',
      [
        ['Policy', 2],
        ['Step', 1.6],
        ['Set off by', 1.6],
        ['Trigger', 3],
        ['Measure', 2],
        ['Periods in a row', 1.1, 'right'],
        ['Within days', 1, 'right'],
      ],
      all.flatMap((entry) =>
        entry.value.ladder.map((it, index) => ({
          cells: [
            entry.value.title,
            phrase(it.step),
            phrase(it.signal),
            quoted(it.trigger),
            it.measure === undefined ? 'any' : desk.named('Measure', it.measure),
            stated(it.consecutivePeriods),
            stated(it.withinDays),
          ],
          sources: [desk.source(entry, ['ladder', index])],
        })),
      ),
    ),
  ]
}

function casesTable(desk: Desk, all: readonly Entry<'CorrectiveAction'>[]): Block[] {
  if (all.length === 0) return []
  return [
    ...table(
      'Cases, by pseudonym',
      [
        ['Case', 0.9],
        ['Member', 1],
        ['Set off by', 1.2],
        ['About', 1],
        ['Opened', 1.3],
        ['Steps', 4.5],
        ['Notice, hearing, appeal', 2.2],
        ['Closed', 1.2],
        ['Outcome class', 1.3],
      ],
      all.map((entry) => {
        const {value} = entry
        return {
          cells: [
            value.id,
            value.member,
            phrase(value.trigger.signal),
            phrase(value.trigger.reason),
            value.declined
              ? `not opened, decided ${value.declined.date} (${phrase(value.declined.reason)})`
              : stated(value.opened),
            join(
              (value.steps ?? []).map(
                (it) =>
                  `${phrase(it.step)} ${it.date}${it.result ? ` (${phrase(it.result)})` : ''}`,
              ),
              'none recorded',
            ),
            dueProcess(entry),
            value.closed ?? (value.declined ? '–' : 'open'),
            phrase(value.outcome),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    note(
      'Cases show a pseudonym, steps, dates and the class of the outcome. The key that joins a pseudonym to a person is kept elsewhere.',
    ),
  ]
}

function dueProcess({value: {notice, hearing, appeal}}: Entry<'CorrectiveAction'>): string {
  const parts = [
    ...(notice === undefined ? [] : [`notice ${notice}`]),
    ...(hearing === undefined ? [] : [`hearing ${hearing}`]),
    ...(appeal === undefined
      ? []
      : [`appeal ${appeal.filed}, decided ${stated(appeal.decided)} (${phrase(appeal.result)})`]),
  ]
  return parts.length > 0 ? parts.join('; ') : 'none recorded'
}

function steps(desk: Desk, all: readonly Entry<'CorrectiveAction'>[]): Block[] {
  const each = all.flatMap((entry) =>
    (entry.value.steps ?? []).map((taken, index) => ({
      taken,
      member: entry.value.member,
      source: desk.source(entry, ['steps', index]),
    })),
  )
  const groups = groupBy(each, ({taken}) => taken.step)
  return table(
    'Steps taken, counted',
    [
      ['Step', 2.5],
      ['Times taken', 1, 'right'],
      ['Members', 1, 'right'],
      ['First', 1.5],
      ['Last', 1.5],
    ],
    [...groups.entries()].map(([step, same]) => {
      const dates = same.map(({taken}) => taken.date).sort(compareText)
      return {
        cells: [
          phrase(step),
          figure(same.length),
          figure(distinct(same.map((it) => it.member)).length),
          stated(dates[0]),
          stated(dates.at(-1)),
        ],
        sources: same.map((it) => it.source),
      }
    }),
  )
}
