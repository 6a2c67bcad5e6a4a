import {dateOf} from '../model/date.ts'
import type {Block} from '../model/dossier.ts'
import {
  counselRemovals,
  keysOnRecord,
  recordedFor,
  type SealHistory,
  type SealState,
} from '../model/seal.ts'
import {heading, list, note, paragraph, table, tool, type Sourced} from './blocks.ts'
import type {Desk} from './desk.ts'
import {count} from './phrases.ts'
import {sealPath, sealRecipe} from './seal-recipe.ts'

/** The seals that the history holds, and how anyone checks the one that is made of this dossier. */
export function seals(desk: Desk): Block[] {
  const histories = desk.workspace.seals ?? []
  return [
    heading(1, 'seals', 'Seals'),
    paragraph(
      'A seal binds a commit, the SHA-256 of every input and of every file of a dossier, the rule set, and the seal before it, and a person signs it. It shows what was sealed and that it is unchanged; it does not show that what was sealed is true.',
    ),
    ...(histories.every((it) => it.seals.length === 0)
      ? [paragraph('The history that was read holds no seal.', [], 'callout')]
      : histories.flatMap((it) => sealTable(desk, it))),
    ...histories.flatMap((it) => problems(desk, it)),
    ...recipe(desk, histories),
  ]
}

function sealTable(desk: Desk, {root, seals: all}: SealHistory): Block[] {
  return table(
    `Seals of ${root}`,
    [
      ['Seal', 0.7, 'right'],
      ['Commit sealed', 2, 'code'],
      ['As of', 1.3],
      ['Signed by', 2],
      ['Signature', 2],
      ['Committed', 1.3],
    ],
    all.map((seal) => {
      const {sequence, commit, asOf, signer} = seal.statement.predicate
      return {
        cells: [
          String(sequence),
          commit.slice(0, 12),
          asOf,
          signer.scheme === 'none' ? 'nobody' : desk.named('Person', signer.person),
          signatureWords(seal),
          seal.first === null ? 'not yet' : dateOf(seal.first.at),
        ],
        sources: [...sourcesOf(root, commit), ...signerSource(desk, seal)],
      }
    }),
  )
}

/** That an overlay was read is no secret; what it holds is. */
function sourcesOf(root: string, commit: string): readonly Sourced[] {
  return root === 'main'
    ? [{class: 'public', provenance: {type: 'git', commit}}]
    : [{class: 'privileged', provenance: {type: 'git', commit}}]
}

/** A name is as restricted as the record that holds it. */
function signerSource(desk: Desk, {statement}: SealState): readonly Sourced[] {
  const {signer} = statement.predicate
  const person = signer.scheme === 'none' ? undefined : desk.workspace.find('Person', signer.person)
  return person === undefined ? [] : desk.counted([person])
}

function signatureWords({signature: {state, key}, statement}: SealState): string {
  const {signer} = statement.predicate
  if (state === 'good')
    return signer.scheme !== 'none' && key === signer.key
      ? 'of a key on record'
      : 'of another key than it names'
  const words = {
    none: 'none',
    unchecked: 'not checked',
    hosting: 'of a hosting service',
    unknownKey: 'of a key that is nobody’s on record',
    expired: 'of a key that was not in force',
    bad: 'does not fit',
  } as const
  return words[state]
}

function problems(desk: Desk, history: SealHistory): Block[] {
  const removals = counselRemovals(desk.workspace)
  return table(
    `What is not as it was sealed in ${history.root}`,
    [
      ['Seal', 3, 'code'],
      ['What was found', 5],
      ['Recorded', 2],
    ],
    history.problems.map((problem) => {
      const recorded = recordedFor(problem, removals, history)
      return {
        cells: [
          problem.file,
          problem.message.replaceAll('`', ''),
          recorded === undefined
            ? 'no record explains it'
            : `on the instruction of counsel, ${recorded.date}`,
        ],
        sources:
          history.root === 'main' && recorded === undefined
            ? [tool]
            : [{class: 'privileged' as const, provenance: tool.provenance}],
      }
    }),
  )
}

/** Only of a commit, and only of one root: a seal is of one repository. */
function recipe(desk: Desk, histories: readonly SealHistory[]): Block[] {
  const {assessment, workspace} = desk
  const commit = assessment.roots.find(({name}) => name === 'main')?.commit ?? null
  if (commit === null || assessment.roots.length > 1)
    return [note('How a seal is checked is printed where one repository was read from a commit.')]
  const last = histories.find(({root}) => root === 'main')?.seals.at(-1)
  const sequence = (last?.statement.predicate.sequence ?? 0) + 1
  const people = workspace.all('Person').filter(({root}) => root === 'main')
  const keys = keysOnRecord({
    all: ((kind: string) => (kind === 'Person' ? people : [])) as typeof workspace.all,
  }).filter(({type}) => type === 'ssh')
  const sources = people.filter(({value}) => value.keys !== undefined).map((it) => desk.source(it))
  return [
    heading(2, 'seal-recipe', 'How to check the seal of this dossier without this program'),
    paragraph(
      `A seal of this dossier is made after it, and lies at ${sealPath({commit, sequence})} in the repository. In a clone, in the folder of cinch.yaml, with the files of the dossier in the folder dossier, these lines of a shell need git, ssh-keygen (OpenSSH 9.1 or later) and sha256sum, and end with "The seal holds" or with the first that does not hold. ${keys.length === 0 ? 'The records hold no key yet, so that no signature can be checked' : `${count(keys.length, 'key')} on record may sign`}. Where a tag was signed instead of the file, the copy of it beside the seal is checked. Lines that this document breaks are one in the JSON.`,
      sources,
    ),
    ...list(
      sealRecipe({commit, sequence, keys}).map((text) => ({
        runs: [{text, style: 'code' as const}],
        sources: text.startsWith('printf') ? sources : [],
      })),
      true,
    ),
  ]
}
