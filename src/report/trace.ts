import type {Assessment, TestResult} from '../model/assessment.ts'
import type {Location} from '../model/location.ts'
import type {Workspace} from '../model/workspace.ts'
import {outcomeWords, strengthWords, weightWords} from '../model/words.ts'
import {hang, placeOf, safe} from './text.ts'
import {thresholdsOfTest} from './thresholds.ts'

const columns = 80

interface Sources {
  readonly assessment: Assessment
  readonly trail: Workspace['trail']
}

/**
 * Every fact that an outcome rests on, for each product line: strength, record, file and line at the
 * commit that was read, and the commit that first held the record. What stands against the line has
 * its place and commits too, and the numbers used their basis. No verdict without its trace.
 */
export function traceLines(
  assessment: Assessment,
  rule: string,
  {trail}: Pick<Workspace, 'trail'>,
): string[] {
  return assessment.lines.flatMap(({line, results}) =>
    results
      .filter((it) => it.rule === rule)
      .flatMap((it) => [safe(line.title), ...resultLines(it, {assessment, trail}), '']),
  )
}

function resultLines(result: TestResult, sources: Sources): string[] {
  const {rule, title, weight, outcome, summary, evidence, findings, answeredBy} = result
  const numbers = thresholdsOfTest(sources.assessment.thresholds, rule, columns)
  return [
    ...hang('  ', `${rule} ${title}`, columns),
    ...hang('  ', `${weightWords[weight]}, ${outcomeWords[outcome]}, ${heldBy(result)}`, columns),
    ...hang('  ', safe(summary), columns),
    '  Rests on',
    ...(evidence.length === 0 ? [`    ${withoutEvidence(result)}`] : []),
    ...evidence.flatMap((it) => [
      ...hang(`    ${strengthWords[it.strength].padEnd(13)}`, safe(it.shows), columns),
      ...placeLines(it, sources),
    ]),
    ...(findings.length === 0 ? [] : [`  ${againstWords(result)}`]),
    ...findings.flatMap(({location, message, strength, subject}) => [
      // What is missing has no strength.
      ...hang(
        outcome === 'unknown' ? '    ' : `    ${strengthWords[strength ?? 'declared'].padEnd(13)}`,
        safe(message),
        columns,
      ),
      ...placeLines({kind: subject.kind, id: subject.id, location}, sources),
    ]),
    ...(numbers.length === 0 ? [] : ['  Numbers used', ...numbers]),
    ...(answeredBy === undefined ? [] : hang('  Answered by ', safe(answeredBy), columns)),
  ]
}

/** How strong what supports the test is; a fact against it counts as stated, however weak. */
function heldBy({strength, findings, outcome}: TestResult): string {
  if (strength !== null) return `weakest link ${strengthWords[strength]}`
  return outcome === 'contrary' && findings.length > 0
    ? 'on what stands against it'
    : 'no evidence for it'
}

function withoutEvidence({findings, outcome}: TestResult): string {
  return outcome === 'contrary' && findings.length > 0
    ? 'what stands against it, below'
    : 'nothing in the records'
}

function againstWords({outcome}: TestResult): string {
  return outcome === 'unknown' ? 'Not shown' : 'Against it'
}

/** The record, its place at the commit read, and the commit that first held the record. */
function placeLines(
  {kind, id, location}: {readonly kind: string; readonly id: string; readonly location: Location},
  {assessment, trail}: Sources,
): string[] {
  const root = assessment.roots.find(({name}) => name === (location.root ?? 'main'))
  const read = root?.commit?.slice(0, 12) ?? 'working tree'
  const record = trail(kind as Parameters<Workspace['trail']>[0], id)
  const first = record?.first.hash.slice(0, 12)
  const last = record?.last.hash.slice(0, 12)
  const since = [
    ...(first === undefined ? [] : [`first held by ${first}`]),
    ...(last === undefined || last === first ? [] : [`last changed by ${last}`]),
  ]
  return hang(
    '      ',
    `${kind}/${safe(id)} ${[`${placeOf(location)} @ ${read}`, ...since].join(', ')}`,
    columns,
  )
}
