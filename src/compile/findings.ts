import type {AssessedFinding} from '../model/assessment.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Block} from '../model/dossier.ts'
import {weights} from '../model/rule.ts'
import {outcomeWords, weightWords} from '../model/words.ts'
import {heading, paragraph, table} from './blocks.ts'
import {isDeparture, notNamed} from './departures.ts'
import type {Desk} from './desk.ts'
import {count} from './phrases.ts'
import {plain, statement} from './statements.ts'

/** Every finding once, gravest tests first, with its place and what would put it right. */
export function findings(desk: Desk): Block[] {
  const all = desk.assessment.findings
  return [
    heading(1, 'findings', 'Findings'),
    paragraph(
      all.length === 0
        ? 'The tests of this rule set report no finding.'
        : `${count(all.length, 'finding')}, by the weight of the test that reports it. The weight says how much hangs on the test; it does not say how certain the finding is.`,
    ),
    ...weights.flatMap((weight) =>
      table(
        `Findings of ${weightWords[weight]} tests`,
        [
          ['Test', 1.1],
          ['Place', 2.4, 'code'],
          ['Finding', 4],
          ['How to put it right', 3],
          ['Fingerprint', 1.7, 'code'],
        ],
        all
          .filter((it) => it.weight === weight)
          .map((it) => ({
            cells: [
              {text: `${it.code}, ${outcomeWords[it.outcome]}`},
              placeIn(desk, it),
              it.message,
              it.help ?? 'not stated',
              it.fingerprint + accepted(desk, it),
            ],
            sources: [
              desk.ofTest(it.code),
              desk.sourceAt(it.subject.kind, it.subject.id, it.location, it.subject.path[0]),
            ],
          })),
      ),
    ),
    ...recordProblems(desk),
  ]
}

/** An exception is said beside its finding; the finding stays. */
function accepted({workspace}: Desk, {fingerprint, excepted}: AssessedFinding): string {
  if (excepted !== undefined)
    return ` (${excepted.status === 'acknowledged' ? 'acknowledged' : 'accepted'} until ${excepted.until}${excepted.status === 'notHonoured' ? '; not in the base read' : ''})`
  const exception = workspace
    .all('FindingException')
    .find(({value}) => value.finding === fingerprint)
  if (!exception) return ''
  const {expires} = exception.value
  return expires > workspace.asOf
    ? ' (acceptance not in order)'
    : ` (acceptance expired ${expires})`
}

function recordProblems(desk: Desk): Block[] {
  const omitted = desk.workspace.omitted?.length ?? 0
  if (desk.diagnostics.length + omitted === 0) return []
  return [
    heading(2, 'record-problems', 'Problems in the records'),
    paragraph(
      'Validation reports these. What a record says is less certain where the record itself has a problem.',
    ),
    ...(omitted > 0
      ? [
          paragraph(
            `${count(omitted, 'record is', 'records are')} in error and left out of everything above; what ${omitted === 1 ? 'it holds' : 'they hold'} is not known here.`,
            [],
            'callout',
          ),
        ]
      : []),
    ...diagnosticTable(desk, 'Problems in the records', desk.diagnostics),
  ]
}

/** Diagnostics of any stage: code, place, message and fix. */
export function diagnosticTable(
  desk: Desk,
  caption: string,
  diagnostics: readonly Diagnostic[],
): Block[] {
  return table(
    caption,
    [
      ['Code', 2],
      ['Severity', 1],
      ['Place', 2.4, 'code'],
      ['Problem', 4],
      ['How to put it right', 3],
    ],
    diagnostics.map((it) => ({
      cells: [
        it.code,
        it.severity,
        placeIn(desk, it),
        statement(it.message),
        plain(it.help ?? 'not stated'),
      ],
      sources: [desk.placeOf(it.location)],
    })),
  )
}

/** The place; none in a record of a member that left. */
function placeIn(desk: Desk, {location}: Diagnostic): string {
  const held = desk.recordAt(location)
  if (held && isDeparture(desk.workspace, held)) return notNamed
  const {file, root, start} = location
  return `${root === undefined || root === 'main' ? '' : `${root}:`}${file}:${start.line}`
}
