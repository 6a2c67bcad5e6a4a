import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {facts, paragraph, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {figure, join, percent, phrase, stated, yesNo} from '../phrases.ts'
import type {Section} from './section.ts'

/** Counts by specialty and area, rivals, entry, alternatives. No market is defined. */
export const serviceArea: Section = {
  number: 15,
  title: 'Service area and alternatives',
  tests: ['J', 'J5', 'J6', 'J7', 'J9', 'J10'],
  records: (desk) => {
    const all = desk.workspace.all('ServiceAreaScreen')
    return [
      ...declaredArea(desk),
      ...screens(desk, all),
      ...counts(desk, all),
      ...rivals(desk, all),
    ]
  },
}

function declaredArea({network, source}: Desk): Block[] {
  const area = network?.value.serviceArea
  if (!network || !area) return []
  const sources = [source(network, ['serviceArea'])]
  return facts([
    {label: 'Service area in words', text: stated(area.description), sources},
    {label: 'Counties (FIPS)', text: join(area.counties ?? []), sources},
    {label: 'ZIP codes', text: join(area.zips ?? []), sources},
  ])
}

function screens(desk: Desk, all: readonly Entry<'ServiceAreaScreen'>[]): Block[] {
  return [
    ...table(
      'Screens of the service area',
      [
        ['Screen', 2.5],
        ['As of', 1.3],
        ['Product lines', 2],
        ['Entry', 3],
        ['What payers can do instead', 3],
      ],
      all.map((entry) => ({
        cells: [
          entry.value.title,
          entry.value.asOf,
          desk.linesOf(entry.value.productLines),
          stated(entry.value.entry),
          stated(entry.value.payerAlternatives),
        ],
        sources: [desk.source(entry)],
      })),
    ),
    ...table(
      'Areas',
      [
        ['Area', 2.5],
        ['Owner whose primary service area it is', 2],
        ['Counties (FIPS)', 2],
        ['ZIP codes', 3],
      ],
      all.flatMap((entry) =>
        (entry.value.areas ?? []).map((it, index) => ({
          cells: [
            it.title,
            desk.named('Participant', it.owner),
            join(it.counties ?? []),
            join(it.zips ?? []),
          ],
          sources: [desk.source(entry, ['areas', index])],
        })),
      ),
    ),
  ]
}

function counts(desk: Desk, all: readonly Entry<'ServiceAreaScreen'>[]): Block[] {
  const rows = table(
    'Providers by area and specialty or service',
    [
      ['Area', 2],
      ['Specialty or service', 2.4],
      ['Members', 1, 'right'],
      ['All', 1, 'right'],
      ['Share of the count', 1.2, 'right'],
      ['Source of the counts', 3],
    ],
    all.flatMap((entry) =>
      (entry.value.counts ?? []).map((it, index) => ({
        cells: [
          entry.value.areas?.find(({id}) => id === it.area)?.title ?? it.area,
          it.service ?? phrase(it.specialty),
          figure(it.members),
          figure(it.all),
          it.all > 0 ? percent(it.members / it.all) : 'none counted',
          it.source,
        ],
        sources: [desk.source(entry, ['counts', index])],
      })),
    ),
  )
  const declared = table(
    'Shares as a source puts them in words',
    [
      ['Screen', 3],
      ['Specialty', 2],
      ['Share', 2],
    ],
    all.flatMap((entry) =>
      (entry.value.declaredShares ?? []).map((it, index) => ({
        cells: [entry.value.title, phrase(it.specialty), phrase(it.band)],
        sources: [desk.source(entry, ['declaredShares', index])],
      })),
    ),
  )
  const shown = [...rows, ...declared]
  return shown.length === 0
    ? []
    : [
        ...shown,
        paragraph(
          'A share of a count is arithmetic. It defines no relevant market and no market power.',
        ),
      ]
}

function rivals(desk: Desk, all: readonly Entry<'ServiceAreaScreen'>[]): Block[] {
  return table(
    'Rival networks and unaffiliated panels',
    [
      ['Rival or panel', 3],
      ['A payer could market it alone', 1.5],
      ['Source', 3],
    ],
    all.flatMap((entry) =>
      (entry.value.rivals ?? []).map((it, index) => ({
        cells: [it.name, yesNo(it.adequate), it.source],
        sources: [desk.source(entry, ['rivals', index])],
      })),
    ),
  )
}
