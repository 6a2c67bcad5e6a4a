import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {table} from '../blocks.ts'
import {classWords} from '../classes.ts'
import type {Desk} from '../desk.ts'
import {figure, percent, period, phrase, quoted, stated, yesNo} from '../phrases.ts'
import type {Section} from './section.ts'

/** Policy, training, firewall, who sees price data, how statistics are shared, who reads what. */
export const safeguards: Section = {
  number: 16,
  title: 'Spillover safeguards',
  tests: ['K', 'A7'],
  records: (desk) => {
    const all = desk.workspace.all('Safeguard')
    return [...policies(desk, all), ...trainingAndAccess(desk, all), ...sharing(desk, all)]
  },
}

function policies(desk: Desk, all: readonly Entry<'Safeguard'>[]): Block[] {
  return table(
    'Safeguards',
    [
      ['Safeguard', 2.5],
      ['Type', 1.8],
      ['In force', 2],
      ['Text', 5],
    ],
    all.map((entry) => ({
      cells: [
        entry.value.title,
        phrase(entry.value.type),
        period(entry.value.effective, entry.value.retired),
        quoted(entry.value.text),
      ],
      sources: [desk.source(entry)],
    })),
  )
}

function trainingAndAccess(desk: Desk, all: readonly Entry<'Safeguard'>[]): Block[] {
  return [
    ...table(
      'Training',
      [
        ['Safeguard', 3],
        ['Date', 1.5],
        ['Trained', 1, 'right'],
        ['Of', 1, 'right'],
        ['Share', 1, 'right'],
      ],
      all.flatMap((entry) =>
        (entry.value.training ?? []).map((it, index) => ({
          cells: [
            entry.value.title,
            it.date,
            figure(it.trained),
            figure(it.of),
            it.of > 0 ? percent(it.trained / it.of) : 'none to train',
          ],
          sources: [desk.source(entry, ['training', index])],
        })),
      ),
    ),
    ...table(
      'Who has access to price data',
      [
        ['Person', 3],
        ['Sits on the board of, or practises with, a competitor', 2.5],
        ['Recused', 1.2],
      ],
      all.flatMap((entry) =>
        (entry.value.access ?? []).map((it, index) => ({
          cells: [
            desk.named('Person', it.person),
            yesNo(it.competingBoardMember),
            yesNo(it.recused),
          ],
          sources: [desk.source(entry, ['access', index])],
        })),
      ),
    ),
  ]
}

function sharing(desk: Desk, all: readonly Entry<'Safeguard'>[]): Block[] {
  return [
    ...table(
      'How shared statistics are aggregated',
      [
        ['Safeguard', 2.5],
        ['Third party', 1.1],
        ['Least age of the newest figures, days', 1.6, 'right'],
        ['Sources in each', 1.2, 'right'],
        ['Largest share of one source', 1.4, 'right'],
      ],
      all.flatMap((entry) => {
        const {aggregator, title} = entry.value
        return aggregator
          ? [
              {
                cells: [
                  title,
                  yesNo(aggregator.thirdParty),
                  stated(aggregator.oldestAllowedDays),
                  stated(aggregator.sources),
                  percent(aggregator.largestShare),
                ],
                sources: [desk.source(entry, ['aggregator'])],
              },
            ]
          : []
      }),
    ),
    ...table(
      'Who can read which repository',
      [
        ['Role', 3],
        ['Class of the repository', 2.5],
        ['The role may', 1.2],
        ['The role can', 1.2],
      ],
      all.flatMap((entry) =>
        (entry.value.readers ?? []).map((it, index) => ({
          cells: [it.role, classWords[it.rootClass], yesNo(it.allowed), yesNo(it.reads)],
          sources: [desk.source(entry, ['readers', index])],
        })),
      ),
    ),
  ]
}
