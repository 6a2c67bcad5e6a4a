import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {withGaps} from '../gaps.ts'
import {figure, join, period, phrase, stated, yesNo} from '../phrases.ts'
import type {Section} from './section.ts'

/** Definitions, targets and baselines; what was scored, when, and against what. */
export const measuresAndData: Section = {
  number: 6,
  title: 'Measures and data',
  tests: ['D', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11'],
  records: (desk) => [
    ...definitions(desk, desk.workspace.all('Measure')),
    ...targets(desk, desk.workspace.all('Measure')),
    ...scorecards(desk),
    ...tables(desk),
  ],
}

function definitions(desk: Desk, all: readonly Entry<'Measure'>[]): Block[] {
  return [
    ...table(
      'Measures',
      [
        ['Measure', 2.4],
        ['Steward and identifiers', 2],
        ['Domain', 1.3],
        ['Specialties', 2],
        ['Numerator, denominator and exclusions', 4],
      ],
      all.map((entry) => {
        const {value} = entry
        const {cbe, ecqm, mips} = value.identifiers ?? {}
        return {
          cells: [
            value.title + (value.retired ? ` (retired ${value.retired})` : ''),
            [
              value.steward,
              ...(cbe ? [`CBE ${cbe}`] : []),
              ...(ecqm ? [ecqm] : []),
              ...(mips ? [`MIPS ${mips}`] : []),
            ].join(', '),
            phrase(value.domain),
            join((value.specialties ?? []).map(phrase)),
            `${stated(value.numerator)} / ${stated(value.denominator)}; excluded: ${stated(value.exclusions)}`,
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...table(
      'How the measures are taken',
      [
        ['Measure', 2.4],
        ['Source', 2],
        ['Better when', 1],
        ['Unit', 1.1],
        ['Least denominator', 1.2],
        ['Case-mix adjustment', 3],
      ],
      all.map((entry) => {
        const {value} = entry
        return {
          cells: [
            value.title,
            stated(value.source),
            phrase(value.direction),
            phrase(value.unit),
            stated(value.minimumDenominator),
            value.caseMix?.method ??
              (value.caseMix?.whyNone ? `none: ${value.caseMix.whyNone}` : 'not stated'),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
  ]
}

function targets(desk: Desk, all: readonly Entry<'Measure'>[]): Block[] {
  return [
    ...table(
      'Targets, with the date each was set',
      [
        ['Measure', 2.5],
        ['Floor', 0.8, 'right'],
        ['Targets', 6],
      ],
      all
        .filter(({value}) => (value.targets ?? []).length > 0)
        .map((entry) => ({
          cells: [
            entry.value.title,
            stated(entry.value.floor),
            (entry.value.targets ?? [])
              .map(
                (it) => `${figure(it.value)} for ${period(it.from, it.to)}, set ${stated(it.set)}`,
              )
              .join('; '),
          ],
          sources: [desk.source(entry, ['targets'])],
        })),
    ),
    ...table(
      'Baselines and benchmarks',
      [
        ['Measure', 2.5],
        ['Kind', 1.2],
        ['Value', 1, 'right'],
        ['Period or date', 2],
        ['Source, or why there is none', 3],
      ],
      all.flatMap((entry) => [
        ...(entry.value.baseline
          ? [
              {
                cells: [
                  entry.value.title,
                  'baseline',
                  stated(entry.value.baseline.value),
                  period(entry.value.baseline.from, entry.value.baseline.to),
                  stated(entry.value.baseline.source ?? entry.value.baseline.whyNone),
                ],
                sources: [desk.source(entry, ['baseline'])],
              },
            ]
          : []),
        ...(entry.value.benchmarks ?? []).map((it, index) => ({
          cells: [
            entry.value.title,
            `${phrase(it.type)} benchmark`,
            figure(it.value),
            it.asOf,
            it.source,
          ],
          sources: [desk.source(entry, ['benchmarks', index])],
        })),
      ]),
    ),
  ]
}

function scorecards(desk: Desk): Block[] {
  return table(
    'Scorecards of members and of the network',
    [
      ['Scorecard', 2.2],
      ['Period', 2],
      ['Issued', 1.2],
      ['Members scored', 2.2],
      ['Network value', 1],
      ['Delivered', 1.8],
      ['Compared with', 1.6],
      ['Measures', 1, 'right'],
    ],
    withGaps(desk.workspace.all('Scorecard'), ({value}) => value).flatMap(
      ({item: entry, before}) => {
        const {value} = entry
        const {members, delivered} = value
        return [
          ...(before === null
            ? []
            : [
                {
                  cells: [
                    {text: 'no scorecard', strong: true},
                    period(before.from, before.to),
                    ...Array.from({length: 6}, () => '–'),
                  ],
                  sources: [desk.source(entry)],
                },
              ]),
          {
            cells: [
              value.title,
              period(value.from, value.to),
              value.issued,
              members
                ? `${figure(members.scored)} of ${figure(members.of)}; too small to score: ${stated(members.lowVolume)}`
                : 'not stated',
              yesNo(value.networkValue),
              delivered ? `${figure(delivered.count)} by ${delivered.on}` : 'not stated',
              join((value.comparedWith ?? []).map(phrase)),
              value.measures ? figure(value.measures.length) : 'not stated',
            ],
            sources: [desk.source(entry)],
          },
        ]
      },
    ),
  )
}

function tables(desk: Desk): Block[] {
  return table(
    'Evidence tables',
    [
      ['Label', 1.6],
      ['Table', 2.4],
      ['Holds', 1.2],
      ['Period', 2],
      ['Source', 2],
      ['Small cells', 1.3],
      ['As read', 2],
    ],
    desk.workspace.all('EvidenceTable').map((entry) => {
      const {value} = entry
      const read = desk.workspace.table(value.id)
      return {
        cells: [
          desk.label('EvidenceTable', value.id),
          value.title,
          phrase(value.grain),
          period(value.from, value.to),
          value.source,
          phrase(value.smallCells),
          read.status === 'read'
            ? `${figure(read.counts.length + read.rows.length)} rows`
            : `not read: ${read.reason}`,
        ],
        sources: [desk.source(entry), ...exhibitOf(desk, value.id)],
      }
    }),
  )
}

function exhibitOf(desk: Desk, id: string) {
  const label = desk.label('EvidenceTable', id)
  return [{class: 'public' as const, provenance: {type: 'exhibit' as const, label}}]
}
