import type {Block} from '../model/dossier.ts'
import type {Entry} from '../model/workspace.ts'
import {dateOf} from '../model/date.ts'
import type {RecordTrail} from '../model/trail.ts'
import {facts, heading, paragraph, table, tool} from './blocks.ts'
import {classWords} from './classes.ts'
import type {Desk} from './desk.ts'
import {stateWords} from './exhibits.ts'
import {compareText} from '../model/location.ts'
import {figure, groupBy, join, stated} from './phrases.ts'

/** What this dossier was made from: roots at their commits, record files, evidence with hashes. */
export function manifest(desk: Desk): Block[] {
  return [
    heading(1, 'manifest', 'Manifest'),
    paragraph(
      'The same commits, as-of date, tool and rule set give the same dossier. Records are read from the commit named; evidence files are named by the SHA-256 of their bytes.',
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

function recordFiles(desk: Desk): Block[] {
  const files = groupBy(
    desk.workspace.entries,
    // A file of several classes has a row for each, so that withholding one keeps the others.
    (it) => `${it.root}\0${it.file}\0${desk.source(it).class}`,
  )
  return table(
    'Files of records',
    [
      ['File', 3.5, 'code'],
      ['Records', 3],
      ['First commit', 2.2],
      ['Last commit', 2.2],
    ],
    [...files.values()].map((held) => {
      const trails = held.flatMap(({kind, value}) => desk.workspace.trail(kind, value.id) ?? [])
      return {
        cells: [
          fileOf(held[0]),
          join(held.map(({kind, value}) => `${kind} ${value.id}`)),
          commitWords(earliest(trails)),
          commitWords(latest(trails)),
        ],
        // A row that names its file needs no source beside it.
        sources: desk.counted(held),
      }
    }),
  )
}

function fileOf(entry: Entry | undefined): string {
  if (!entry) return 'not stated'
  return entry.root === 'main' ? entry.file : `${entry.root}:${entry.file}`
}

function earliest(trails: readonly RecordTrail[]) {
  return trails
    .map((it) => it.first)
    .sort((a, b) => a.committer.at - b.committer.at || compareText(a.hash, b.hash))[0]
}

function latest(trails: readonly RecordTrail[]) {
  return trails
    .map((it) => it.last)
    .sort((a, b) => b.committer.at - a.committer.at || compareText(a.hash, b.hash))[0]
}

function commitWords(commit: RecordTrail['first'] | undefined): string {
  return commit
    ? `${commit.hash.slice(0, 12)}, ${dateOf(commit.committer.at)}`
    : 'not known: no history'
}

function evidence(desk: Desk): Block[] {
  const all = [...desk.workspace.all('Exhibit'), ...desk.workspace.all('EvidenceTable')]
  return table(
    'Evidence files',
    [
      ['Label', 1.6],
      ['File', 3, 'code'],
      ['SHA-256 of the file', 3.5, 'code'],
      ['State', 2],
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
