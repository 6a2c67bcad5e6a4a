import type {Block} from '../model/dossier.ts'
import type {Entry} from '../model/workspace.ts'
import {facts, heading, paragraph, table, tool} from './blocks.ts'
import {classWords} from './classes.ts'
import type {Desk} from './desk.ts'
import {stateWords} from './exhibits.ts'
import {ignoredFiles} from './ignored.ts'
import {figure, join, stated} from './phrases.ts'
import {recordFiles} from './record-files.ts'

/** What this dossier was made from: roots at their commits, record files, evidence with hashes. */
export function manifest(desk: Desk): Block[] {
  return [
    heading(1, 'manifest', 'Manifest'),
    paragraph(
      'The same inputs, as-of date, tool and rule set give the same dossier, byte for byte under one version of Node. Inputs are the files listed here with the SHA-256 of their bytes: configuration, records and evidence. Records are read from the commit named.',
    ),
    ...facts([
      {label: 'As of', text: desk.assessment.asOf, sources: [tool]},
      {label: 'Tool', text: `cinch ${desk.assessment.tool.version}`, sources: [tool]},
      {label: 'Rule set', text: desk.assessment.rulesVersion, sources: [tool]},
      {
        label: 'Tests',
        text: join(
          desk.rules.map((it) => it.id),
          'none',
        ),
        sources: [tool],
      },
    ]),
    ...roots(desk),
    ...recordFiles(desk),
    ...ignoredFiles(desk),
    ...evidence(desk),
  ]
}

function roots(desk: Desk): Block[] {
  return table(
    'Roots read',
    [
      ['Root', 1.5],
      ['Class', 1.8],
      ['Commit', 4, 'code'],
      ['Changes not committed', 1.5],
    ],
    desk.assessment.roots.map(({name, class: confidentiality, commit, uncommitted}) => ({
      cells: [
        name,
        classWords[confidentiality],
        commit ?? 'none: the working tree was read',
        uncommitted === null ? 'not known: no git' : figure(uncommitted),
      ],
      // That an overlay was read is no secret of the overlay: readiness rests on everything.
      sources: commit === null ? [tool] : [{class: 'public', provenance: {type: 'git', commit}}],
    })),
  )
}

function evidence(desk: Desk): Block[] {
  const all = [...desk.workspace.all('Exhibit'), ...desk.workspace.all('EvidenceTable')]
  return table(
    'Evidence files',
    [
      ['Label', 1.5],
      ['File', 2.5, 'code'],
      ['SHA-256 of the file', 4.6, 'code'],
      ['State', 1.6],
    ],
    all
      .filter(({value}) => value.file !== undefined)
      .map((entry) => {
        const label = desk.label(entry.kind, entry.value.id)
        const state = desk.workspace.exhibit(entry.kind, entry.value.id)
        return {
          cells: [label, fileName(entry), stated(state.sha256), stateWords[state.status]],
          sources: [
            ...desk.counted([entry]),
            {class: 'public' as const, provenance: {type: 'exhibit' as const, label}},
          ],
        }
      }),
  )
}

/** A privileged document is named by label and hash alone. */
function fileName({kind, value}: Entry<'Exhibit' | 'EvidenceTable'>): string {
  const privileged =
    kind === 'Exhibit' && (value.privileged === true || value.class === 'privileged')
  return privileged ? 'not printed' : stated(value.file)
}
