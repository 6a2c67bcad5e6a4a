import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {figure, join, percent, period, phrase, quoted, stated} from '../phrases.ts'
import {patientCounts} from '../suppression.ts'
import type {Section} from './section.ts'

/** Protocols, who wrote and adopted them, whom they bind; controls of utilization. */
export const clinicalProgram: Section = {
  number: 5,
  title: 'Clinical program',
  tests: ['C', 'D8'],
  records: (desk) => {
    const all = desk.workspace.all('Protocol')
    return [...protocols(desk, all), ...authors(desk, all), ...bound(desk, all), ...controls(desk)]
  },
}

function protocols(desk: Desk, all: readonly Entry<'Protocol'>[]): Block[] {
  return [
    ...table(
      'Protocols',
      [
        ['Protocol', 2.2],
        ['Condition', 1.6],
        ['Specialties bound', 2.2],
        ['Evidence base', 2.4],
        ['In force', 1.8],
        ['Owner', 1.4],
      ],
      all.map((entry) => {
        const {value} = entry
        return {
          cells: [
            value.title,
            `${value.condition}${value.prevalence ? ` (${phrase(value.prevalence)})` : ''}`,
            join(value.specialties.map(phrase)),
            value.source
              ? `${value.source.title}${value.source.publisher ? `, ${value.source.publisher}` : ''}, ${value.source.version}${value.source.changed ? `; last changed ${value.source.changed}` : ''}`
              : 'not stated',
            period(value.effective, value.retired),
            desk.named('Person', value.owner),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...table(
      'Adoption and review of protocols',
      [
        ['Protocol', 2.5],
        ['Adopted', 3],
        ['Reviews', 3],
        ['Review cycle', 1.2],
        ['Watched by', 2.5],
      ],
      all.map((entry) => {
        const {value} = entry
        return {
          cells: [
            value.title,
            adopted(desk, entry),
            join(
              (value.reviews ?? []).map((it) => `${it.date} (${phrase(it.result)})`),
              'none recorded',
            ),
            value.reviewCycleMonths === undefined
              ? 'not stated'
              : `${value.reviewCycleMonths} months`,
            join(
              [
                ...(value.measures ?? []).map((it) => desk.named('Measure', it)),
                ...(value.controls ?? []).map((it) => desk.named('UtilizationControl', it)),
              ],
              'none recorded',
            ),
          ],
          sources: [desk.source(entry, ['adoption']), desk.source(entry, ['reviews'])],
        }
      }),
    ),
  ]
}

function adopted(desk: Desk, {value: {adoption}}: Entry<'Protocol'>): string {
  if (!adoption) return 'not stated'
  const {date, body, meeting} = adoption
  const vote =
    adoption.for === undefined
      ? 'votes not stated'
      : `for ${adoption.for}, against ${stated(adoption.against)}, abstaining ${stated(adoption.abstained)}`
  const by = body ? `, ${desk.named('GoverningBody', body)}` : ''
  return `${date}${by}${meeting ? `, meeting ${meeting}` : ''}: ${vote}`
}

function authors(desk: Desk, all: readonly Entry<'Protocol'>[]): Block[] {
  return table(
    'Authors and reviewers of protocols',
    [
      ['Protocol', 3],
      ['Person', 2],
      ['Specialty', 2],
      ['As', 1.2],
      ['Takes part in the network', 1.5],
    ],
    all.flatMap((entry) =>
      (entry.value.authors ?? []).map((it, index) => ({
        cells: [
          entry.value.title,
          desk.named('Person', it.person),
          phrase(it.specialty),
          phrase(it.role),
          it.participating ? 'yes' : 'no',
        ],
        sources: [desk.source(entry, ['authors', index])],
      })),
    ),
  )
}

function bound(desk: Desk, all: readonly Entry<'Protocol'>[]): Block[] {
  return table(
    'Members bound by protocols',
    [
      ['Protocol', 3],
      ['Specialty', 2],
      ['Bound', 1, 'right'],
      ['Of', 1, 'right'],
      ['Share', 1, 'right'],
    ],
    all.flatMap((entry) =>
      (entry.value.membersBound ?? []).map((it, index) => ({
        cells: [
          entry.value.title,
          phrase(it.specialty),
          figure(it.bound),
          figure(it.of),
          it.of > 0 ? percent(it.bound / it.of) : 'none to bind',
        ],
        sources: [desk.source(entry, ['membersBound', index])],
      })),
    ),
  )
}

function controls(desk: Desk): Block[] {
  const all = desk.workspace.all('UtilizationControl')
  return [
    ...table(
      'Controls of utilization',
      [
        ['Control', 2.4],
        ['Manages', 1.6],
        ['In force', 1.8],
        ['Measure and threshold', 2.2],
        ['On breach', 2.4],
        ['Cadence', 1.2],
        ['Under-use watched by', 1.8],
      ],
      all.map((entry) => {
        const {value} = entry
        return {
          cells: [
            value.title,
            phrase(value.manages),
            period(value.started, value.ended),
            `${desk.named('Measure', value.measure)}, threshold ${stated(value.threshold)}`,
            quoted(value.onBreach),
            phrase(value.cadence),
            desk.named('Measure', value.underUseMeasure),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...table(
      'What the controls did',
      [
        ['Control', 2.5],
        ['Cases acted on, of cases reviewed, by period', 6],
      ],
      all
        .filter(({value}) => (value.activity ?? []).length > 0)
        .map((entry) => ({
          cells: [
            entry.value.title,
            (entry.value.activity ?? [])
              .map((it) => {
                const counts = patientCounts(it.acted, it.reviewed)
                return `${period(it.from, it.to)}: ${counts.numerator} of ${counts.denominator}`
              })
              .join('; '),
          ],
          sources: [desk.source(entry, ['activity'])],
        })),
    ),
  ]
}
