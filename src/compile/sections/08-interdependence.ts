import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {note, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {figure, groupBy, join, phrase, stated, versioned, yesNo} from '../phrases.ts'
import {patientCounts} from '../suppression.ts'
import type {Section} from './section.ts'

/** How members depend on one another's work: shared protocols, committees, care programs. */
export const interdependence: Section = {
  number: 8,
  title: 'Interdependence',
  tests: ['G', 'G5', 'G6', 'G7', 'G8', 'G10', 'A3', 'A6'],
  records: (desk) => [...spanning(desk), ...attendance(desk), ...programs(desk), ...referral(desk)],
}

/** House reading: specialties that practise primary care. */
const primaryCare: ReadonlySet<string> = new Set([
  'family-medicine',
  'geriatrics',
  'internal-medicine',
  'pediatrics',
])

function spanning(desk: Desk): Block[] {
  const all = desk.workspace
    .all('Protocol')
    .filter(
      ({value}) =>
        value.specialties.some((it) => primaryCare.has(it)) &&
        value.specialties.some((it) => !primaryCare.has(it)),
    )
  const rows = table(
    'Protocols that bind primary care and specialists alike',
    [
      ['Protocol', 3],
      ['Primary care', 3],
      ['Specialists', 4],
    ],
    all.map((entry) => ({
      cells: [
        entry.value.title,
        join(entry.value.specialties.filter((it) => primaryCare.has(it)).map(phrase)),
        join(entry.value.specialties.filter((it) => !primaryCare.has(it)).map(phrase)),
      ],
      sources: [desk.source(entry, ['specialties'])],
    })),
  )
  return rows.length === 0
    ? []
    : [
        ...rows,
        note(
          'Family medicine, geriatrics, internal medicine and pediatrics are read as primary care; this is a house reading.',
        ),
      ]
}

function attendance(desk: Desk): Block[] {
  const groups = groupBy(desk.workspace.all('Meeting'), ({value}) => value.body)
  return table(
    'Meetings and attendance',
    [
      ['Body', 2.5],
      ['Meetings', 1, 'right'],
      ['First', 1.3],
      ['Last', 1.3],
      ['With quorum', 1.6],
      ['Present', 2.2],
      ['Minutes adopted', 1.4],
      ['Antitrust reminder', 1.4],
    ],
    [...groups].map(([body, held]) => {
      const dates = held.map(({value}) => value.held).sort()
      const present = [
        presentAt(held, 'present', 'voting seats'),
        presentAt(held, 'members', 'physicians'),
      ].filter((it) => it !== '')
      const stating = held.filter(({value}) => value.quorum !== undefined)
      return {
        cells: [
          desk.named('GoverningBody', body),
          figure(held.length),
          stated(dates[0]),
          stated(dates.at(-1)),
          stating.length === 0
            ? 'not stated'
            : `${figure(held.filter(({value}) => value.quorum).length)} of ${figure(stating.length)} that state it`,
          join(present, 'not stated'),
          `${figure(held.filter(({value}) => value.minutesAdopted).length)} of ${figure(held.length)}`,
          `${figure(held.filter(({value}) => value.antitrustReminder).length)} of ${figure(held.length)}`,
        ],
        sources: held.map((it) => desk.source(it)),
      }
    }),
  )
}

/** `111 voting seats at 11`: a sum over the meetings that state it; empty where none does. */
function presentAt(
  held: readonly Entry<'Meeting'>[],
  field: 'present' | 'members',
  who: string,
): string {
  const stated = held.flatMap(({value}) => value[field] ?? [])
  const sum = stated.reduce((all, it) => all + it, 0)
  return stated.length === 0 ? '' : `${figure(sum)} ${who} at ${figure(stated.length)}`
}

function programs(desk: Desk): Block[] {
  const all = desk.workspace.all('CareProgram')
  return [
    ...table(
      'Care programs',
      [
        ['Program', 2.2],
        ['Type', 1.6],
        ['Running', 1.8],
        ['Staff', 2.4],
        ['Patients enrolled', 1.2, 'right'],
        ['Practices served', 1.6],
        ['Results pending followed', 1.3],
      ],
      all.map((entry) => {
        const {value} = entry
        const {declaredPractices} = value
        return {
          cells: [
            value.title,
            phrase(value.type),
            `${stated(value.started)} to ${value.ended ?? 'no end stated'}`,
            join(
              (value.staff ?? []).map((it) => `${it.role}: ${figure(it.fullTimeEquivalents)} FTE`),
            ),
            patientCounts(undefined, value.panel).denominator,
            value.practicesServed
              ? figure(value.practicesServed.length)
              : declaredPractices
                ? `${declaredPractices.served} of ${declaredPractices.of}, declared ${declaredPractices.asOf}`
                : 'not stated',
            yesNo(value.resultsPending),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...table(
      'Follow-up after discharge',
      [
        ['Program', 3],
        ['Period', 2.5],
        ['Within days', 1, 'right'],
        ['Followed up', 1.2, 'right'],
        ['Discharges', 1.2, 'right'],
        ['Share', 1, 'right'],
      ],
      all.flatMap((entry) =>
        (entry.value.followUp ?? []).map((it, index) => {
          const {numerator, denominator, ratio} = patientCounts(it.followed, it.of)
          return {
            cells: [
              entry.value.title,
              `${it.from} to ${it.to}`,
              figure(it.withinDays),
              numerator,
              denominator,
              ratio,
            ],
            sources: [desk.source(entry, ['followUp', index])],
          }
        }),
      ),
    ),
  ]
}

function referral(desk: Desk): Block[] {
  return table(
    'Duty to refer inside the network, and its exceptions',
    [
      ['Agreement', 3],
      ['Required', 1],
      ['Exceptions', 5],
    ],
    desk.workspace.all('ParticipationAgreement').flatMap((entry) => {
      const clause = entry.value.clauses?.inNetworkReferral
      return clause
        ? [
            {
              cells: [
                versioned(entry.value),
                clause.required ? 'yes' : 'no',
                join((clause.exceptions ?? []).map(phrase), 'none stated'),
              ],
              sources: [desk.source(entry, ['clauses', 'inNetworkReferral'])],
            },
          ]
        : []
    }),
  )
}
