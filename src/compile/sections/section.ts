import {outcomeWords, strengthWords} from '../../model/words.ts'
import type {TestResult} from '../../model/assessment.ts'
import type {Block, Provenance} from '../../model/dossier.ts'
import type {Kind} from '../../model/workspace.ts'
import {heading, paragraph, table} from '../blocks.ts'
import {compareRules, type Desk} from '../desk.ts'
import {distinct, groupBy, join, phrase} from '../phrases.ts'

/** One of the eighteen sections. */
export interface Section {
  readonly number: number
  readonly title: string
  /** Tests that bear on it, by id or by the letter of their factor. */
  readonly tests: readonly string[]
  /** What is said where the records hold nothing; a plain sentence where left out. */
  readonly empty?: string
  /** What the records hold; nothing where they hold nothing. */
  readonly records: (desk: Desk) => readonly Block[]
}

/** Heading, the tests that bear on it, and what the records hold. */
export function sectionBlocks(desk: Desk, section: Section, bearing: readonly string[]): Block[] {
  const records = section.records(desk)
  return [
    heading(1, `s${section.number}`, section.title, String(section.number)),
    ...testTable(desk, bearing),
    ...(records.length > 0
      ? records
      : [paragraph(section.empty ?? 'The records hold nothing on this.')]),
    ...publishedSources(desk, records),
  ]
}

function testTable(desk: Desk, bearing: readonly string[]): Block[] {
  if (bearing.length === 0) return [paragraph('No test of this rule set bears on this section.')]
  const results = desk.results.filter((it) => bearing.includes(it.rule))
  const unjudged = bearing.filter((id) => !results.some((it) => it.rule === id))
  const several = desk.assessment.lines.length > 1
  return [
    ...table(
      'Tests that bear on this section',
      [
        ['Test', 3],
        ...(several ? [['Judged for', 1.5] as const] : []),
        ['Outcome', 1.5],
        ['Strength', 1.6],
        ['What the records show', 4.5],
      ],
      alike(results).map((same) => {
        const [result] = same
        const tests = distinct(same.map((it) => `${it.rule} ${it.title}`))
        const lines = distinct(same.map((it) => desk.lineTitle(it.productLine)))
        return {
          cells: [
            tests.length === 1
              ? (tests[0] ?? '')
              : [...new Set(same.map((it) => it.rule))].sort(compareRules).join(', '),
            ...(several ? [join(lines)] : []),
            {text: outcomeWords[result.outcome], outcome: result.outcome},
            strengthOf(result),
            {text: result.summary, detail: true},
          ],
          sources: same.flatMap((it) => desk.ofResult(it)),
        }
      }),
    ),
    ...(unjudged.length > 0
      ? [paragraph(`Not judged, for want of a product line: ${join(unjudged)}.`)]
      : []),
  ]
}

/**
 * Results that say one thing stand in one row: a test that came out alike for several lines, and
 * all tests that do not apply to a line for one reason.
 */
function alike(results: readonly TestResult[]): (readonly [TestResult, ...TestResult[]])[] {
  const keyOf = ({rule, outcome, strength, summary, productLine}: TestResult) =>
    outcome === 'notApplicable'
      ? JSON.stringify([outcome, summary, productLine])
      : JSON.stringify([rule, outcome, strength, summary])
  return [...groupBy(results, keyOf).values()].flatMap(([first, ...rest]) =>
    first ? [[first, ...rest] as const] : [],
  )
}

function strengthOf({strength}: TestResult): string {
  return strength === null ? 'no evidence' : strengthWords[strength]
}

/** Sources of the records a section shows, where they were taken from published documents. */
function publishedSources(desk: Desk, blocks: readonly Block[]): Block[] {
  const shown = distinct(blocks.flatMap(recordsOf).map(({kind, id}) => `${kind}\0${id}`))
  const rows = shown.flatMap((key) => {
    const [kind = '', id = ''] = key.split('\0')
    const entry = desk.workspace.find(kind as Kind, id)
    return (entry?.value.provenance ?? []).map(({fields, standing, source}, index) => ({
      cells: [
        `${kind} ${id}`,
        join((fields ?? []).map(phrase), 'the whole record'),
        standing === 'V' ? 'V: read at the source' : 'R: recalled, to be confirmed',
        source,
      ],
      sources: entry ? [desk.source(entry, ['provenance', index])] : [],
    }))
  })
  return table(
    'Published sources of these records',
    [
      ['Record', 2],
      ['Fields', 2],
      ['Standing', 1.7],
      ['Source', 4],
    ],
    rows,
  )
}

/** Every record a block names as its source. */
function recordsOf(block: Block): Extract<Provenance, {type: 'record'}>[] {
  return block.provenance.filter((it) => it.type === 'record')
}
