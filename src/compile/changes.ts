import {
  changeClasses,
  lostApprovals,
  weakenedUnapproved,
  type ChangeClass,
  type Comparison,
  type RecordChange,
} from '../model/change.ts'
import type {Block} from '../model/dossier.ts'
import type {Workspace} from '../model/workspace.ts'
import {standingWords} from './approvals.ts'
import {heading, paragraph, table, type Sourced} from './blocks.ts'
import {isDepartureOf} from './departures.ts'
import {count, figure} from './phrases.ts'
import {outcomeWords} from '../model/words.ts'

const captions = {
  weakened: 'What was weakened',
  unclassified: 'What changed and cannot be ranked by itself',
  strengthened: 'What was strengthened',
  clarified: 'What was clarified',
  recorded: 'What was recorded',
  administrative: 'What changed in names and files',
} as const satisfies Record<ChangeClass, string>

/**
 * The appendix on what changed since the last seal. Every row has the class of the field that
 * changed, so that a profile takes it away where it may not be shown. What tells that a member
 * left is counted and not named, as in the audit trail: beside a case it could identify a member.
 *
 * @param since - What the first side is, such as `the seal of 2026-03-31`.
 */
export function changesSince(comparison: Comparison, workspace: Workspace, since: string): Block[] {
  const {from, to, changes} = comparison
  const named = changes.filter((it) => !tellsOfDeparture(workspace, it))
  const sides: Sourced[] = [from, to].flatMap(({commit}) =>
    commit === null ? [] : [{class: 'public', provenance: {type: 'git', commit}}],
  )
  const departures = changes.length - named.length
  return [
    heading(1, 'changes-since-seal', 'Changes since the last seal'),
    paragraph(
      `Between ${since} and this dossier ${count(changes.length, 'change is', 'changes are')} found in the records, matched by kind and id. The class of each follows from the field that changed; it speaks of what the records show, and is no legal conclusion.`,
      sides,
    ),
    ...(departures === 0
      ? []
      : [
          paragraph(
            `${count(departures, 'change tells', 'changes tell')} of members that left, and ${departures === 1 ? 'is' : 'are'} neither named nor dated here.`,
            [],
            'note',
          ),
        ]),
    ...changeClasses.flatMap((of) =>
      of === 'weakened' ? weakenedTable(comparison, named) : classTable(of, named),
    ),
    ...approvals(comparison, workspace),
    ...moved(comparison),
  ]
}

function tellsOfDeparture(workspace: Workspace, it: RecordChange): boolean {
  const {kind, id, field, action} = it
  if (kind !== 'Participant' && kind !== 'MembershipDecision') return false
  return (
    isDepartureOf(workspace, kind, id) ||
    action === 'removed' ||
    (kind === 'Participant' && /(?:^|\.)left$/.test(field ?? ''))
  )
}

/** With whether what came of each is agreed to: a change that nobody looked at weighs more. */
function weakenedTable(comparison: Comparison, changes: readonly RecordChange[]): Block[] {
  const open = new Set(weakenedUnapproved(comparison))
  return table(
    captions.weakened,
    [
      ['Change', 4],
      ['Record', 2],
      ['Agreed to as it stands', 1],
    ],
    changes
      .filter((it) => it.class === 'weakened')
      .map((it) => ({
        cells: [it.sentence, `${it.kind} ${it.id}`, open.has(it) ? 'no' : 'yes'],
        sources: [sourceOf(it)],
      })),
  )
}

function classTable(of: ChangeClass, changes: readonly RecordChange[]): Block[] {
  const own = changes.filter((it) => it.class === of)
  return table(
    captions[of],
    [
      ['Change', 5],
      ['Record', 2],
    ],
    own.map((it) => ({cells: [it.sentence, `${it.kind} ${it.id}`], sources: [sourceOf(it)]})),
  )
}

function sourceOf({kind, id, location, confidentiality, root}: RecordChange): Sourced {
  return {
    class: confidentiality,
    provenance: {
      type: 'record',
      kind,
      id,
      file: location?.file ?? '',
      line: location?.start.line ?? 1,
      ...(root === 'main' ? {} : {root}),
    },
  }
}

function approvals(comparison: Comparison, workspace: Workspace): Block[] {
  const changed = new Map(comparison.changes.map((it) => [`${it.kind}/${it.id}`, it]))
  return table(
    'Approvals that do not hold now',
    [
      ['Record', 2],
      ['Before', 1],
      ['Now', 1],
      ['Why', 3],
    ],
    lostApprovals(comparison)
      .filter(({kind, id}) => !isDepartureOf(workspace, kind, id))
      .map(({kind, id, before, after, reasons}) => {
        const change = changed.get(`${kind}/${id}`)
        return {
          cells: [
            `${kind} ${id}`,
            before === null ? 'no record' : wordsOf(before),
            wordsOf(after),
            reasons.join('; ').replaceAll('`', ''),
          ],
          sources: change === undefined ? [] : [sourceOf(change)],
        }
      }),
  )
}

/** As the rest of the dossier says it. */
function wordsOf(standing: string): string {
  return new Map<string, string>(Object.entries(standingWords)).get(standing) ?? standing
}

function moved({results, asOf}: Comparison): Block[] {
  if (results === null) return []
  const words = (it: (typeof results)[number]['before']) =>
    it === null ? 'not judged' : outcomeWords[it]
  return table(
    `Tests that come out otherwise, both sides judged at ${asOf} without their history`,
    [
      ['Test', 1],
      ['Line', 2],
      ['Before', 1.4],
      ['Now', 1.4],
      ['Changed records it rests on', 1.6, 'right'],
    ],
    results.map(({rule, line, before, after, because}) => ({
      cells: [rule, line ?? 'network', words(before), words(after), figure(because.length)],
      sources: [
        {
          class: 'public',
          provenance: {type: 'test', rule, ...(line === null ? {} : {productLine: line})},
        },
      ],
    })),
  )
}
