import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {facts, note, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {distinct, figure, groupBy, join, period, phrase, quoted, stated} from '../phrases.ts'
import type {Section} from './section.ts'

/** Criteria, and what came of applying them. */
export const selection: Section = {
  number: 4,
  title: 'Selection of members',
  tests: ['B3', 'B4', 'B5', 'B6'],
  records: (desk) => [
    ...criteria(desk),
    ...decisions(desk, desk.workspace.all('MembershipDecision')),
    ...checks(desk, desk.workspace.all('MembershipDecision')),
    ...statement(desk),
  ],
}

function criteria(desk: Desk): Block[] {
  return table(
    'Criteria of membership',
    [
      ['Criterion', 2.5],
      ['Class', 1.4],
      ['Text', 4],
      ['In force', 2],
      ['Adopted at', 1.5],
    ],
    desk.workspace.all('MembershipCriterion').map((entry) => ({
      cells: [
        entry.value.title,
        phrase(entry.value.class),
        quoted(entry.value.text),
        period(entry.value.effective, entry.value.retired),
        stated(entry.value.adoptedAt),
      ],
      sources: [desk.source(entry)],
    })),
  )
}

/** By class and year: a date of exit beside a case would tell who the case was about. */
function decisions(desk: Desk, all: readonly Entry<'MembershipDecision'>[]): Block[] {
  if (all.length === 0) return []
  const groups = groupBy(all, ({value}) => `${value.decision}\0${value.reason ?? ''}`)
  return [
    ...table(
      'Membership decisions by class',
      [
        ['Decision', 2],
        ['Reason class', 3],
        ['Decisions', 1.2, 'right'],
        ['Years', 2],
        ['Naming the criteria applied', 2, 'right'],
      ],
      [...groups.values()].map((same) => ({
        cells: [
          phrase(same[0]?.value.decision),
          phrase(same[0]?.value.reason),
          figure(same.length),
          join(distinct(same.map(({value}) => value.date.slice(0, 4)))),
          figure(same.filter(({value}) => (value.criteria ?? []).length > 0).length),
        ],
        sources: same.map((it) => desk.source(it)),
      })),
    ),
    note(
      'Decisions are shown by class and year. A retirement is not selectivity, and an exit date beside a case could identify a member.',
    ),
  ]
}

function checks(desk: Desk, all: readonly Entry<'MembershipDecision'>[]): Block[] {
  const each = all.flatMap((entry) =>
    (entry.value.checks ?? []).map((check, index) => ({
      check,
      source: desk.source(entry, ['checks', index]),
    })),
  )
  const groups = groupBy(each, ({check}) => `${check.type}\0${check.result}`)
  return table(
    'Credentialing and exclusion checks',
    [
      ['Check', 3],
      ['Result', 2],
      ['Checks', 1, 'right'],
      ['First', 1.5],
      ['Last', 1.5],
    ],
    [...groups.values()].map((same) => {
      const dates = distinct(same.map((it) => it.check.date))
      return {
        cells: [
          phrase(same[0]?.check.type),
          phrase(same[0]?.check.result),
          figure(same.length),
          dates[0] ?? 'not stated',
          dates.at(-1) ?? 'not stated',
        ],
        sources: same.map((it) => it.source),
      }
    }),
  )
}

function statement({network, source}: Desk): Block[] {
  const written = network?.value.selectivity
  if (!network || !written) return []
  return facts([
    {
      label: `Written reason why nobody was refused, ${written.date}`,
      text: quoted(written.reason),
      sources: [source(network, ['selectivity'])],
    },
  ])
}
