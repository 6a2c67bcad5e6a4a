import type {Condition, LineAssessment, QuestionResult, TestResult} from '../model/assessment.ts'
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
import {count, distinct, figure, join, phrase, stated, yesNo} from './phrases.ts'

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
  const deciding = questions
    .filter(({outcome}) => outcome === 'fails' || outcome === 'open')
    .flatMap((it) => it.decidedBy)
  // The sentence names the tests; a bracket with some of them would pass for all.
  const judged =
    deciding.length > mostTests ? [] : deciding.map((rule) => desk.ofTest(rule, line.id))
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
    ...questionTable(assessed),
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
          `Beside the questions, ${onTests(integrity)}: ${integrity.outcome === 'fails' ? 'until that is answered, whatever rests on the files and records concerned is in doubt' : 'what that would show is not known'}.`,
        ]
      : []),
  ].join(' ')
}

function onTests({question, outcome, decidedBy}: QuestionResult): string {
  return `${questionTitles[question]} ${outcome === 'fails' ? 'fails' : 'is open'} on ${testsOf(decidedBy)}`
}

/** More ids than this in one place hide what they are there to tell. */
const mostTests = 12

function testsOf(rules: readonly string[]): string {
  const more = rules.length - mostTests
  const shown = rules.toSorted(compareRules).slice(0, mostTests)
  return join([...shown, ...(more > 0 ? [`${figure(more)} more`] : [])], 'no test')
}

/** The tests that decide a question, and how many do not apply; or why none does. */
function decision(
  {question, outcome, decidedBy}: QuestionResult,
  results: readonly TestResult[],
): string {
  const own = results.filter((it) => it.question === question)
  if (own.length === 0) return 'this rule set has no test of it'
  const idle = own.filter((it) => it.outcome === 'notApplicable')
  if (outcome === 'notApplicable') {
    const reasons = distinct(idle.map((it) => it.summary))
    const [reason] = reasons
    return reasons.length === 1 && reason !== undefined
      ? `None of its ${count(own.length, 'test')} applies. ${reason}`
      : `None of its ${count(own.length, 'test')} applies to this line; each says why in its section.`
  }
  const named = decidedBy.length === 0 ? 'none' : testsOf(decidedBy)
  if (idle.length === 0) return named
  return `${named}. ${count(idle.length, 'test does', 'tests do')} not apply to this line.`
}

function questionTable({questions, line, results}: LineAssessment): Block[] {
  return table(
    `The four questions, and integrity and privacy: ${line.title}`,
    [
      ['Question', 2.5],
      ['Outcome', 2],
      ['Tests that decide it', 4],
    ],
    questions.map((it) => ({
      cells: [
        {text: questionTitles[it.question], strong: true},
        questionOutcomeWords[it.outcome],
        {text: decision(it, results)},
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

/** Tests of integrity and privacy that are no gates: they change no readiness, and still stand open. */
function integrityConditions({conditions, results}: LineAssessment): Condition[] {
  return results
    .filter(
      ({question, outcome, weight, rule}) =>
        question === 'integrityAndPrivacy' &&
        weight !== 'minor' &&
        (outcome === 'contrary' || outcome === 'absent' || outcome === 'unknown') &&
        !conditions.some((it) => it.rule === rule),
    )
    .map(({rule, outcome, summary, answeredBy}) => ({
      rule,
      outcome,
      summary,
      answeredBy: answeredBy ?? 'a record that answers the finding',
    }))
}

function conditionTable(desk: Desk, assessed: LineAssessment): Block[] {
  const {results, line} = assessed
  const integrity = integrityConditions(assessed)
  const conditions = [...assessed.conditions, ...integrity]
  const last =
    integrity.length === 0
      ? ''
      : ' Tests of integrity and privacy come last: they are judged beside the questions, and those shown here do not change the word of readiness.'
  return [
    heading(3, `conditions-${line.id}`, 'Conditions outstanding'),
    paragraph(
      conditions.length === 0
        ? 'No condition is outstanding on the tests of this rule set, integrity and privacy included. Weak outcomes stand in the sections.'
        : `${count(conditions.length, 'condition is', 'conditions are')} outstanding. What fails a question comes first, then what leaves one open. Each names the record that would answer it; the answer may be evidence for or against.${last}`,
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
