import type {Authority} from '../model/authority.ts'
import type {Block} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import {heading, note, paragraph, table, type Column} from './blocks.ts'
import {compareRules, type Desk} from './desk.ts'

/** Authorities with their status; what was withdrawn says so wherever it is cited. */
export function authorities(desk: Desk): Block[] {
  const ordered = desk.authorities.toSorted((a, b) => compareText(a.citation, b.citation))
  const citing = (id: string) =>
    desk.rules
      .filter((it) => it.authorities.includes(id))
      .map((it) => it.id)
      .sort(compareRules)
  const rows = (all: readonly Authority[]) =>
    all.map((it) => ({
      cells: [
        it.citation,
        it.citedFor,
        {text: it.statusDetail, strong: it.status === 'withdrawn'},
        it.standing === 'V' ? `V: ${it.readAt}` : `R: ${it.readAt}`,
        it.asOf,
        citing(it.id).join(', ') || 'no test',
      ],
      sources: [desk.ofAuthority(it.id)],
    }))
  const cited = ordered.filter((it) => citing(it.id).length > 0)
  const others = ordered.filter((it) => citing(it.id).length === 0)
  return [
    heading(1, 'authorities', 'Table of authorities'),
    ...(ordered.length === 0
      ? [paragraph('No authority is on record.')]
      : [
          ...table('Authorities on which tests rest', columns, rows(cited)),
          ...table('Authorities that no test of this rule set cites', columns, rows(others)),
          note(
            'V: read at the public source named. R: recalled, and to be confirmed by counsel before it is relied on. What an authority is cited for is the idea behind a test, not its number.',
          ),
        ]),
  ]
}

const columns: readonly Column[] = [
  ['Authority', 2.6],
  ['Cited for', 2.5],
  ['Status', 2.2],
  ['Standing', 2],
  ['Checked as of', 1.2],
  ['Tests', 2.6],
]
