import type {Block} from '../model/dossier.ts'
import type {ExhibitState} from '../model/workspace.ts'
import {heading, note, paragraph, table, type Sourced} from './blocks.ts'
import {classWords} from './classes.ts'
import type {Desk} from './desk.ts'
import {inOrder} from './labels.ts'
import {period} from './phrases.ts'

/** Exhibits and tables by label, each with its hash and whether the document is what it says. */
export function exhibits(desk: Desk): Block[] {
  const own = exhibitTable(desk)
  const tables = evidenceTables(desk)
  return [
    heading(1, 'exhibit-index', 'Exhibit index'),
    ...(own.length + tables.length === 0
      ? [paragraph('The records name no exhibit and no table.')]
      : [
          ...own,
          ...tables,
          note(
            'Of a privileged document the index prints title, date, custodian, class and hash only. A label creates no privilege.',
          ),
        ]),
  ]
}

function exhibitTable(desk: Desk): Block[] {
  return table(
    'Exhibits',
    [
      ['Label', 1.7],
      ['Title', 2.6],
      ['Custodian', 1.6],
      ['Made', 1.2],
      ['Class', 1.3],
      ['SHA-256', 3.2, 'code'],
      ['State', 2],
    ],
    inOrder(desk.workspace.all('Exhibit')).map((entry) => {
      const {value} = entry
      const label = desk.label('Exhibit', value.id)
      const state = desk.workspace.exhibit('Exhibit', value.id)
      const privileged = value.privileged === true || value.class === 'privileged'
      return {
        cells: [
          {text: label, strong: true},
          value.title,
          value.custodian,
          value.made,
          classWords[value.class] +
            (privileged && value.class !== 'privileged' ? ', said to be privileged' : ''),
          value.sha256 ?? 'not stated',
          stateWords[state.status] +
            (state.status === 'outside' && value.location && !privileged
              ? `: ${value.location}`
              : ''),
        ],
        sources: [desk.source(entry), labelled(label)],
      }
    }),
  )
}

function evidenceTables(desk: Desk): Block[] {
  return table(
    'Evidence tables',
    [
      ['Label', 1.7],
      ['Title', 2.6],
      ['Source', 2],
      ['Period', 2],
      ['SHA-256', 3.2, 'code'],
      ['State', 1.6],
    ],
    inOrder(desk.workspace.all('EvidenceTable')).map((entry) => {
      const {value} = entry
      const label = desk.label('EvidenceTable', value.id)
      return {
        cells: [
          {text: label, strong: true},
          value.title,
          value.source,
          period(value.from, value.to),
          value.sha256 ?? 'not stated',
          stateWords[desk.workspace.exhibit('EvidenceTable', value.id).status],
        ],
        sources: [desk.source(entry), labelled(label)],
      }
    }),
  )
}

function labelled(label: string): Sourced {
  return {class: 'public', provenance: {type: 'exhibit', label}}
}

/** What a comparison of the document with its record's hash showed. */
export const stateWords = {
  verified: 'matches its hash',
  mismatch: 'does not match its hash',
  missing: 'missing',
  pointer: 'not present: a large-file pointer stands in its place',
  outside: 'kept outside this repository, not read',
  unhashed: 'here, but the record gives no hash',
} as const satisfies Record<ExhibitState['status'], string>
