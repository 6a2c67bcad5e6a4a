import type {Block} from '../../model/dossier.ts'
import {note, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {figure, join, percent, period, quoted, stated} from '../phrases.ts'
import type {Section} from './section.ts'

/** Plans, what each pool depends on, and that money was paid. Amounts stay in the records. */
export const incentives: Section = {
  number: 11,
  title: 'Incentives',
  tests: ['F7', 'F8', 'G9'],
  records: (desk) => [...plans(desk), ...distributions(desk)],
}

function plans(desk: Desk): Block[] {
  const all = desk.workspace.all('IncentivePlan')
  return [
    ...table(
      'Incentive plans',
      [
        ['Plan', 2.5],
        ['Product line', 2],
        ['Period', 2.2],
        ['Participation floor', 1.3, 'right'],
        ['Formula', 3.5],
      ],
      all.map((entry) => ({
        cells: [
          entry.value.title,
          entry.value.productLine ? desk.lineTitle(entry.value.productLine) : 'all',
          period(entry.value.from, entry.value.to),
          stated(entry.value.participationFloor),
          quoted(entry.value.formula),
        ],
        sources: [desk.source(entry)],
      })),
    ),
    ...table(
      'What each pool depends on',
      [
        ['Plan and pool', 2.4],
        ["Network's results", 1.1, 'right'],
        ['Adherence', 1.1, 'right'],
        ['Referral volume', 1.1, 'right'],
        ['Weights', 3],
        ['Gates', 2.5],
      ],
      all.flatMap((entry) =>
        (entry.value.pools ?? []).map((pool, index) => ({
          cells: [
            `${entry.value.title}, ${pool.id}`,
            percent(pool.networkResultShare),
            percent(pool.adherenceShare),
            percent(pool.referralVolumeWeight),
            join(
              (pool.weights ?? []).map(
                (it) => `${desk.named('Measure', it.measure)} ${percent(it.weight)}`,
              ),
            ),
            join(
              (pool.gates ?? []).map(
                (it) => `${desk.named('Measure', it.measure)} at ${figure(it.threshold)}`,
              ),
            ),
          ],
          sources: [desk.source(entry, ['pools', index])],
        })),
      ),
    ),
  ]
}

function distributions(desk: Desk): Block[] {
  const rows = table(
    'Payments under the plans',
    [
      ['Plan', 3],
      ['Period', 2.2],
      ['Paid on', 1.3],
      ['Payments', 1.2, 'right'],
      ['Below the participation floor', 1.5, 'right'],
      ['Table', 1.5],
    ],
    desk.workspace.all('Distribution').map((entry) => {
      const {value} = entry
      return {
        cells: [
          desk.named('IncentivePlan', value.plan),
          period(value.from, value.to),
          value.paid,
          value.payments ? figure(value.payments.length) : 'not listed',
          value.payments?.some((it) => it.belowFloor !== undefined)
            ? figure(value.payments.filter((it) => it.belowFloor).length)
            : 'not stated',
          value.table ? desk.label('EvidenceTable', value.table) : 'none',
        ],
        sources: [desk.source(entry)],
      }
    }),
  )
  return rows.length === 0
    ? []
    : [...rows, note('Amounts by member stay in the records and are not printed.')]
}
