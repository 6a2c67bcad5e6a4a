import type {Block, Dossier, DossierTable, Provenance} from '../../src/model/dossier.ts'

const commit = '1a2b3c4d5e6f'
const tool: readonly Provenance[] = [{type: 'tool'}]

export function record(file: string, line: number): Provenance {
  return {type: 'record', kind: 'Protocol', id: 'PRO-0001', file, line, commit}
}

/** A table of `count` rows whose cells can each be told from every other. */
export function numberedTable(count: number, words = ''): DossierTable {
  return {
    type: 'table',
    class: 'network',
    provenance: tool,
    caption: `Table of ${count} rows`,
    columns: [
      {title: 'Protocol', width: 0.3},
      {title: 'Outcome', width: 0.2},
      {title: 'Digest', width: 0.3, style: 'code'},
      {title: 'Count', width: 0.2, align: 'right'},
    ],
    rows: Array.from({length: count}, (_, index) => ({
      cells: [
        {text: `Row-${index} ${words}`.trim(), strong: index % 7 === 0},
        {text: '', outcome: outcomes[index % outcomes.length] ?? 'unknown'},
        {text: `${index}`.padStart(8, '0').repeat(8)},
        {text: `${index * 37}`},
      ],
      provenance: index % 5 === 0 ? [record(`protocols/p${index}.yaml`, index + 1)] : tool,
    })),
  }
}

const outcomes = ['supported', 'weak', 'absent', 'contrary', 'unknown', 'notApplicable'] as const

const sentence =
  'The network adopted twelve clinical protocols through its quality committee, reviewed each of ' +
  'them within its cycle, and kept minutes that show who voted and what was changed.'

const everyBlock: readonly Block[] = [
  {
    type: 'heading',
    class: 'network',
    provenance: tool,
    level: 1,
    text: 'Limits and scope',
    id: 'limits',
  },
  {
    type: 'paragraph',
    class: 'public',
    provenance: tool,
    style: 'callout',
    runs: [
      {
        text: 'This dossier is evidence for counsel. It is no opinion, and no agency has reviewed it.',
      },
    ],
  },
  {
    type: 'heading',
    class: 'network',
    provenance: tool,
    level: 1,
    number: '5',
    text: 'Clinical program',
    id: 's5',
  },
  {
    type: 'paragraph',
    class: 'network',
    provenance: [record('protocols/diabetes.yaml', 12), {type: 'exhibit', label: 'NG-0003'}],
    style: 'lead',
    runs: [{text: sentence}],
  },
  {
    type: 'heading',
    class: 'network',
    provenance: tool,
    level: 2,
    number: '5.1',
    text: 'Protocols in force',
    id: 's5-1',
  },
  {
    type: 'paragraph',
    class: 'network',
    provenance: [record('protocols/a1c.yaml', 12), record('protocols/a1c.yaml', 30)],
    style: 'body',
    runs: [
      {text: 'Efficient offices filed '},
      {text: 'every fifth affidavit', style: 'strong'},
      {text: ', which '},
      {text: 'MedSouth', style: 'emphasis'},
      {text: ' did not, under '},
      {text: 'protocols/chronic/a1c-control.yaml', style: 'code'},
      {text: `. ${sentence} ${sentence}`},
    ],
  },
  {
    type: 'list',
    class: 'network',
    provenance: tool,
    ordered: true,
    items: [
      {
        runs: [{text: 'First item, '}, {text: 'strong', style: 'strong'}],
        provenance: [{type: 'test', rule: 'C3', productLine: 'ppo'}],
      },
      {
        runs: [{text: `Second item. ${sentence}`}],
        provenance: [{type: 'git', commit: '9f8e7d6c5b4a39281706'}],
      },
    ],
  },
  {
    type: 'list',
    class: 'network',
    provenance: tool,
    ordered: false,
    items: [
      {runs: [{text: 'Unordered item.'}], provenance: [{type: 'authority', id: 'ftc-doj-1996-8'}]},
      {runs: [{text: 'Another one.'}], provenance: tool},
    ],
  },
  {
    type: 'heading',
    class: 'network',
    provenance: tool,
    level: 3,
    text: 'Measured outcomes',
    id: 's5-1-1',
  },
  numberedTable(14, 'of the clinical program'),
  {...numberedTable(0), caption: 'Sanctions imposed'},
  {
    type: 'facts',
    class: 'network',
    provenance: tool,
    items: [
      {
        label: 'Legal form',
        text: 'Limited liability company',
        provenance: [record('network.yaml', 4)],
      },
      {label: 'Physicians', text: '61 in 10 specialties', provenance: tool},
    ],
  },
  {
    type: 'timeline',
    class: 'peerReview',
    provenance: tool,
    caption: 'Committees and enforcement',
    from: '2024-07-01',
    to: '2026-06-30',
    lanes: [
      {
        title: 'Quality committee',
        events: [
          {date: '2024-09-10', label: 'Charter adopted'},
          {date: '2025-01-14', label: 'Protocols reviewed'},
          {date: '2026-01-13', label: 'Thresholds raised'},
        ],
      },
      {
        title: 'Corrective actions and enforcement of the protocols',
        events: [{date: '2025-05-02', label: 'Plan opened for case 0007'}],
      },
    ],
  },
  {
    type: 'paragraph',
    class: 'public',
    provenance: tool,
    style: 'note',
    runs: [{text: 'Note: counts come from the records alone.'}],
  },
]

/** A dossier that uses every type of block, style, outcome and provenance. */
export const fixture: Dossier = {
  schemaVersion: 1,
  title: 'Clinical integration readiness dossier',
  subtitle: 'Rule-of-reason evidence for review by antitrust counsel',
  network: 'Northgate Physicians Network, LLC',
  asOf: '2026-06-30',
  commit: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  toolVersion: '0.1.0',
  rulesVersion: '1.0.0+5f2d9a1c',
  draft: 'Draft: 3 files are not committed',
  mark: 'Sample data: a fictional network',
  cover: {
    legend: [
      'Confidential. Prepared at the direction of counsel.',
      'Nothing in this document is a statement of any agency, and it asserts no legal conclusion.',
    ],
    facts: [
      {label: 'Readiness', text: 'conditions outstanding'},
      {label: 'Rule set', text: '1.0.0+5f2d9a1c'},
    ],
  },
  blocks: everyBlock,
}
