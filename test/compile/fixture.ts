import {assess} from '../../src/assess/assess.ts'
import type {CompileInput} from '../../src/compile/input.ts'
import type {Block, Dossier, Provenance} from '../../src/model/dossier.ts'
import type {Outcome, Rule} from '../../src/model/rule.ts'
import type {Entry, Kind} from '../../src/model/workspace.ts'
import {workspaceOf, type WorkspaceOptions} from '../helpers/workspace.ts'

/** A rule of the tests' own: it comes out as told, resting on the first record of a kind. */
export function ruleOf(
  id: string,
  outcome: Outcome,
  kind: Kind = 'Network',
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    name: `test/${id.toLowerCase()}`,
    title: `Title of ${id}`,
    weight: 'critical',
    question: questionOf(id),
    scope: 'productLine',
    appliesTo: 'always',
    operating: false,
    thresholds: [],
    authorities: ['maricopa'],
    docs: {tests: 'tests', rationale: 'rationale', evidence: 'evidence', limits: 'limits'},
    requires: [],
    check: ({workspace, cite, finding}) => {
      const [entry]: readonly Entry[] = workspace.all(kind)
      return {
        outcome,
        summary: `${id} rests on ${workspace.all(kind).length} records of ${kind}.`,
        evidence: entry ? [cite(entry, [], 'declared', `${kind} of ${id}`)] : [],
        findings:
          entry && outcome !== 'supported'
            ? [
                finding(
                  'warning',
                  entry,
                  [],
                  `Unexpected gap of ${id}, expected none`,
                  `Fill ${id}`,
                ),
              ]
            : [],
        ...(outcome === 'supported' ? {} : {answeredBy: `a record that answers ${id}`}),
        ...(outcome === 'contrary' && entry
          ? {
              adverse: [
                {
                  rule: id,
                  time: 'current' as const,
                  date: '2026-02-01',
                  fact: `Fact against, of ${id}`,
                  location: entry.locate(),
                },
                {
                  rule: id,
                  time: 'past' as const,
                  fact: `Old fact against, of ${id}`,
                  answer: `Answer to ${id}`,
                  location: entry.locate(),
                },
              ],
            }
          : {}),
      }
    },
    ...more,
  }
}

function questionOf(id: string): Rule['question'] {
  if (id.startsWith('L')) return 'integrityAndPrivacy'
  if (id.startsWith('H')) return 'efficiencies'
  if (id.startsWith('I')) return 'ancillarityAndConduct'
  return /^[JK]/.test(id) ? 'marketPowerAndSpillover' : 'integration'
}

export const fewRules: readonly Rule[] = [
  ruleOf('B1', 'supported', 'Participant'),
  ruleOf('C9', 'weak', 'Measure'),
  ruleOf('C12', 'supported', 'Protocol'),
  ruleOf('E5', 'unknown', 'CorrectiveAction'),
  ruleOf('I6', 'contrary', 'Negotiation', {weight: 'gate'}),
  ruleOf('J1', 'unknown', 'ParticipationAgreement'),
  ruleOf('L4', 'supported', 'Exhibit', {scope: 'network'}),
]

/** Everything `compile` takes, from YAML text. */
export function inputOf(
  text: string,
  options: WorkspaceOptions & Partial<Omit<CompileInput, 'workspace' | 'assessment'>> = {},
): CompileInput {
  const workspace = workspaceOf(text, options)
  const rules = options.rules ?? fewRules
  return {
    workspace,
    assessment: assess(workspace, rules, {version: '0.0.0'}).assessment,
    rules,
    diagnostics: options.diagnostics ?? [],
    trailFindings: options.trailFindings ?? [],
    authorities: options.authorities ?? [],
    draft: options.draft ?? null,
  }
}

/** All text of one block, as a reader would meet it. */
export function textOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.text
    case 'paragraph':
      return block.runs.map((it) => it.text).join('')
    case 'list':
      return block.items.map((it) => it.runs.map((run) => run.text).join('')).join('\n')
    case 'facts':
      return block.items.map((it) => `${it.label}: ${it.text}`).join('\n')
    case 'table':
      return [
        block.caption,
        block.columns.map((it) => it.title).join(' | '),
        ...block.rows.map((row) => row.cells.map((it) => it.text).join(' | ')),
      ].join('\n')
    case 'timeline':
      return [
        block.caption,
        ...block.lanes.map(
          ({title, events}) =>
            `${title}: ${events.map((it) => `${it.date} ${it.label}`).join(', ')}`,
        ),
      ].join('\n')
    default:
      return block satisfies never
  }
}

/** Text of the cover and of every block. */
export function wholeText({cover, blocks, title, subtitle}: Dossier): string {
  return [
    title,
    subtitle,
    ...cover.legend,
    ...cover.facts.map((it) => `${it.label}: ${it.text}`),
    ...blocks.map(textOf),
  ].join('\n')
}

/** Text from the heading with this id to the next heading of its level or above. */
export function partOf({blocks}: Dossier, id: string): string {
  const at = blocks.findIndex((it) => it.type === 'heading' && it.id === id)
  const opening = blocks[at]
  if (opening?.type !== 'heading') throw new Error(`Unexpected dossier without \`${id}\``)
  const rest = blocks.slice(at + 1)
  const end = rest.findIndex((it) => it.type === 'heading' && it.level <= opening.level)
  return [opening, ...(end === -1 ? rest : rest.slice(0, end))].map(textOf).join('\n')
}

/** Every provenance of the dossier, of rows and items too. */
export function provenances({blocks}: Dossier): Provenance[] {
  return blocks.flatMap((block) => [
    ...block.provenance,
    ...(block.type === 'table'
      ? block.rows.flatMap((it) => it.provenance)
      : block.type === 'list' || block.type === 'facts'
        ? block.items.flatMap((it) => it.provenance)
        : block.type === 'timeline'
          ? block.lanes.flatMap((it) => it.events.flatMap((event) => event.provenance ?? []))
          : []),
  ])
}
