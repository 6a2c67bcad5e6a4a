import type {LineAssessment, QuestionResult} from '../model/assessment.ts'
import type {Block} from '../model/dossier.ts'
import {factors, type Outcome} from '../model/rule.ts'
import {
  factorTitles,
  outcomeWords,
  questionOutcomeWords,
  questionTitles,
  readinessWords,
} from '../model/words.ts'
import {facts, heading, list, note, paragraph, table} from './blocks.ts'
import {compareRules, type Desk} from './desk.ts'
import {count, join, phrase, stated, yesNo} from './phrases.ts'

/** Per product line: readiness, the four questions, the factors, what is outstanding. */
export function summary(desk: Desk): Block[] {
  const {lines} = desk.assessment
  return [
    heading(1, 'summary', 'Executive summary'),
    paragraph(
      `Each product line is judged alone. Factors are not added up: strength in one does not make good a failure in another. There is no total and no score. Readiness is a word about the evidence, for counsel; the most it ever says is “${readinessWords.readyForCounselsReview}”.`,
      [],
      'lead',
    ),
    ...(lines.length === 0
      ? [paragraph('The records name no product line, so nothing was judged.', [], 'callout')]
      : lines.flatMap((it) => lineSummary(desk, it))),
  ]
}

function lineSummary(desk: Desk, assessed: LineAssessment): Block[] {
  const {line, readiness, questions} = assessed
  const index = desk.network?.value.productLines.findIndex((it) => it.id === line.id) ?? -1
  const declared = desk.network ? [desk.source(desk.network, ['productLines', index])] : []
  const judged = questions.flatMap((it) => it.decidedBy).map((rule) => desk.ofTest(rule, line.id))
  return [
    heading(2, `line-${line.id}`, `Product line: ${line.title}`, undefined, declared),
    paragraph(
      [
        {text: 'Readiness: '},
        {text: readinessWords[readiness], style: 'strong'},
        {text: '. '},
        {text: reading(assessed)},
      ],
      [...declared, ...judged],
      'callout',
    ),
    ...facts([
      {label: 'Basis declared', text: phrase(line.basis), sources: declared},
      {label: 'Stage declared', text: phrase(line.stage), sources: declared},
      {label: 'Program live', text: stated(line.programLive), sources: declared},
      {label: 'Joint pricing', text: yesNo(line.jointPricing), sources: declared},
    ]),
    ...questionTable(desk, assessed),
    ...factorMatrix(desk, assessed),
    ...conditionTable(desk, assessed),
    ...counselNotes(desk, assessed),
  ]
}

/** What the word rests on: the questions that fail or are open, and the tests that decide them. */
function reading({questions}: LineAssessment): string {
  const each = (['fails', 'open'] as const).flatMap((outcome) =>
    questions
      .filter((it) => it.outcome === outcome && it.question !== 'integrityAndPrivacy')
      .map((it) => onTests(it)),
  )
  const integrity = questions.find(
    ({question, outcome}) =>
      question === 'integrityAndPrivacy' && (outcome === 'fails' || outcome === 'open'),
  )
  return [
    each.length === 0
      ? 'No question fails and none is open on the tests of this rule set.'
      : `${each.join('; ')}.`,
    ...(integrity
      ? [
          `Beside the questions, ${onTests(integrity)}: until that is answered, what rests on those records is in doubt.`,
        ]
      : []),
  ].join(' ')
}

function onTests({question, outcome, decidedBy}: QuestionResult): string {
  return `${questionTitles[question]} ${outcome === 'fails' ? 'fails' : 'is open'} on ${join(decidedBy.toSorted(compareRules), 'no test')}`
}

function questionTable(desk: Desk, {questions, line}: LineAssessment): Block[] {
  return table(
    `The four questions, and integrity and privacy: ${line.title}`,
    [
      ['Question', 2.5],
      ['Outcome', 2],
      ['Tests that decide it', 4],
    ],
    questions.map(({question, outcome, decidedBy}) => ({
      cells: [
        {text: questionTitles[question], strong: true},
        questionOutcomeWords[outcome],
        decidedBy.length > 0
          ? decidedBy.toSorted(compareRules).join(', ')
          : desk.rules.some((it) => it.question === question)
            ? 'none'
            : 'this rule set has no test of it',
      ],
      sources: [],
    })),
  )
}

const outcomes = [
  'supported',
  'weak',
  'absent',
  'contrary',
  'unknown',
  'notApplicable',
] as const satisfies readonly Outcome[]

/** Tests by factor and outcome, by their ids: nothing is counted up, and an empty factor says so. */
function factorMatrix(desk: Desk, {results, line}: LineAssessment): Block[] {
  return table(
    `Factors and the tests of each, by outcome: ${line.title}`,
    [['Factor', 2.4], ...outcomes.map((it) => [outcomeWords[it], 1.2] as const)],
    factors.map((factor) => {
      const own = results.filter((it) => it.factor === factor)
      const held = desk.rules.some(({id}) => id.startsWith(factor))
      const title = `${factor} ${factorTitles[factor]}`
      return {
        cells: [
          {text: held ? title : `${title} (no test in this rule set)`, strong: held},
          ...outcomes.map((outcome) => {
            const ids = own.filter((it) => it.outcome === outcome).map((it) => it.rule)
            return ids.length > 0 ? ids.sort(compareRules).join(', ') : '–'
          }),
        ],
        // The cells name the tests themselves.
        sources: [],
      }
    }),
  )
}

function conditionTable(desk: Desk, {conditions, results, line}: LineAssessment): Block[] {
  const id = `conditions-${line.id}`
  return [
    heading(3, id, 'Conditions outstanding'),
    paragraph(
      conditions.length === 0
        ? 'No condition is outstanding on the tests of this rule set.'
        : `${count(conditions.length, 'condition is', 'conditions are')} outstanding. What fails a question comes first, then what leaves one open. Each names the record that would answer it; the answer may be evidence for or against.`,
    ),
    ...table(
      `Conditions outstanding: ${line.title}`,
      [
        ['Test', 0.7],
        ['Outcome', 1.3],
        ['What the records show', 4],
        ['What would answer it', 3.5],
      ],
      conditions.map(({rule, outcome, summary, answeredBy}) => {
        const result = results.find((it) => it.rule === rule)
        return {
          cells: [
            {text: rule, strong: true},
            {text: outcomeWords[outcome], outcome},
            {text: summary, detail: true},
            {text: answeredBy, detail: true},
          ],
          sources: result ? desk.ofResult(result) : [desk.ofTest(rule, line.id)],
        }
      }),
    ),
  ]
}

function counselNotes(desk: Desk, {counsel, line}: LineAssessment): Block[] {
  const notes = desk.workspace.all('CounselNote')
  if (counsel.length === 0) return []
  const items = list(
    counsel.map((it) => {
      const entry = notes.find(
        ({value}) =>
          value.question === it.question &&
          value.date === it.date &&
          value.view === it.view &&
          (value.productLine ?? line.id) === line.id,
      )
      return {
        runs: [
          {text: `Counsel on ${questionTitles[it.question]}: `, style: 'strong' as const},
          {
            text: `${phrase(it.view)}, ${desk.named('Person', it.counsel)}, ${it.date}. ${it.note ?? ''}`.trim(),
          },
        ],
        // Where its record is not found, a note is still counsel's.
        sources: entry
          ? [desk.source(entry)]
          : [{class: 'privileged', provenance: {type: 'tool'}} as const],
      }
    }),
  )
  return [
    heading(3, `counsel-${line.id}`, "Counsel's own notes"),
    note('Shown beside the outcomes and never mixed with them.'),
    ...items,
  ]
}
