import type {Block} from '../model/dossier.ts'
import {factors} from '../model/rule.ts'
import {factorTitles, strengthWords} from '../model/words.ts'
import {heading, list, note, paragraph, table} from './blocks.ts'
import {compareRules, type Desk} from './desk.ts'
import {ignoredLimit} from './ignored.ts'
import {count, join} from './phrases.ts'
import {withheldAnchor} from './withhold.ts'

/** What this dossier does not say. Printed before anything that it does say. */
export function limits(desk: Desk): Block[] {
  const {network} = desk
  const states = network?.value.states ?? []
  return [
    heading(1, 'limits', 'Limits and scope'),
    paragraph(
      'This dossier sets out what the records of the network hold, and how that evidence bears on four questions. It gives no legal advice. There is no safe harbor and no bright line for clinical integration; nothing here certifies anything, and no outcome below is a conclusion of law.',
      [],
      'callout',
    ),
    paragraph(
      `States covered: ${join(states, 'not stated in the Network record')}.`,
      network ? [desk.source(network, states.length > 0 ? ['states'] : [])] : [],
    ),
    paragraph('Not assessed:'),
    ...list(notAssessed.map((runs) => ({runs}))),
    paragraph(
      'No relevant market is defined. Counts by specialty and area are counts, and a share of a count is arithmetic.',
    ),
    paragraph(
      'Readings of the law, weights and numbers are house defaults unless a source is named for the number itself; the table of thresholds prints each value, its basis and who set it. Authorities were checked as of the date printed beside each in the table of authorities, and those that were withdrawn say so.',
    ),
    ...rulesHeld(desk),
    ...ignoredLimit(desk),
    ...evidenceRead(),
    ...gitLimits(desk),
    ...notKnown(desk),
    heading(2, withheldAnchor, 'What is withheld'),
  ]
}

const notAssessed = [
  'State antitrust law.',
  'Peer-review statutes and privileges.',
  'State action and licensure.',
  'The physician self-referral (Stark) law and the Anti-Kickback Statute.',
  'Tax exemption.',
]

/** Derived from the rule set: what has no test must not pass for what was tested. */
function rulesHeld({rules}: Desk): Block[] {
  const without = factors.filter((it) => !rules.some(({id}) => id.startsWith(it)))
  const sentence =
    without.length === 0
      ? 'Every factor has at least one.'
      : `${without.length === 1 ? 'Factor' : 'Factors'} ${join(without)} ${without.length === 1 ? 'has' : 'have'} none: nothing is said of ${without.length === 1 ? 'it' : 'them'}, for or against.`
  return [
    paragraph(
      `This rule set holds ${count(rules.length, 'test')}. ${sentence} A factor with few tests is looked at in those respects only. The number of a test is permanent: one that is not listed is of a test that this rule set does not hold.`,
    ),
    ...table(
      'Tests of this rule set, by factor',
      [
        ['Factor', 3],
        ['Tests', 5],
      ],
      factors.map((factor) => ({
        cells: [
          `${factor} ${factorTitles[factor]}`,
          rules
            .map((it) => it.id)
            .filter((id) => id.startsWith(factor))
            .sort(compareRules)
            .join(', ') || 'none',
        ],
        sources: [],
      })),
    ),
  ]
}

function evidenceRead(): Block[] {
  return [
    heading(2, 'limits-evidence', 'How evidence is read'),
    paragraph(
      'Each outcome states the strength of the weakest link it needs. Strength speaks of the evidence, not of the weight of the test.',
    ),
    ...table(
      'Strength of evidence, weakest first',
      [
        ['Strength', 1],
        ['What it means', 5],
      ],
      [
        [strengthWords.declared, 'A sentence in a record. Nothing behind it was checked.'],
        [strengthWords.documented, 'An exhibit is here and its SHA-256 is the one recorded.'],
        [
          strengthWords.measured,
          'Recomputed by the tool from a table or file that the network supplied: this proves the arithmetic, or what the file holds, and not that the table or file is true.',
        ],
        [strengthWords.corroborated, 'Measured, and attested by someone independent of the claim.'],
      ].map((cells) => ({cells, sources: []})),
    ),
    paragraph(
      'Missing data is unknown and never a pass. A test that looks for forbidden conduct is supported only where an officer has attested that the logs it reads are complete for the period; silence is not innocence. Evidence against a test is contrary, which is worse than absent.',
    ),
    note(
      'Patient counts of 1 to 10, and figures that would reveal one, are not printed. Members that left are counted by year or not dated at all: a departure beside a case could identify a member.',
    ),
  ]
}

function gitLimits({workspace}: Desk): Block[] {
  const unread = workspace.trails.flatMap((it) => (it.status === 'complete' ? [] : [it]))
  return [
    heading(2, 'limits-history', 'What the history can and cannot show'),
    paragraph(
      'Git shows when a record was committed, not when the thing happened. Dates are the word of whoever made the commit; history can be rewritten before it is shared; a signature binds an identity to a commit; only an anchor kept outside the repository binds it to a time.',
    ),
    paragraph('What git and a seal in the repository cannot prove alone:'),
    ...list(notProved.map((runs) => ({runs}))),
    ...(workspace.trails.length === 0
      ? [paragraph('No history was read for this dossier.', [], 'callout')]
      : unread.map(({root, reason}) =>
          paragraph(`History of ${root} was not read: ${reason}.`, [], 'callout'),
        )),
  ]
}

const notProved = [
  'When a thing happened, or when a commit or a seal was really made: a time-stamp token of an authority, or a copy of the seal kept by somebody else, binds it to a time.',
  'That nothing was left out: what was never committed leaves no trace.',
  'That what came after the last seal was not rewritten, or that history and seals were not replaced together: a copy of a seal kept where the network cannot change it shows that.',
  'Who held a key when it signed: a key that was lent or stolen signs as its owner does.',
  'That what was sealed is true, or that a person who signed has read it.',
]

/** The unknowns, counted and listed. */
function notKnown(desk: Desk): Block[] {
  const unknown = desk.results.filter((it) => it.outcome === 'unknown')
  const several = desk.assessment.lines.length > 1
  const rows = unknown.map((result) => ({
    cells: [
      `${result.rule} ${result.title}`,
      ...(several ? [desk.lineTitle(result.productLine)] : []),
      {text: result.summary, detail: true},
      {text: result.answeredBy ?? 'not stated', detail: true},
    ],
    sources: desk.ofResult(result),
  }))
  const tests = new Set(unknown.map((it) => it.rule))
  return [
    heading(2, 'unknowns', 'What is not known'),
    paragraph(
      unknown.length === 0
        ? `No test of this rule set came out unknown.`
        : `${count(unknown.length, 'outcome is', 'outcomes are')} unknown, of ${count(tests.size, 'test')}: ${join([...tests].sort(compareRules))}. A test is counted once for each product line it was judged for.`,
    ),
    ...table(
      'Outcomes that are unknown',
      [
        ['Test', 3],
        ...(several ? [['Judged for', 1.5] as const] : []),
        ['What the records show', 4],
        ['What would answer it', 3],
      ],
      rows,
    ),
  ]
}
