import type {Assessment, TestResult} from '../model/assessment.ts'
import type {Workspace} from '../model/workspace.ts'
import {outcomeWords, strengthWords, weightWords} from '../model/words.ts'
import {hang, placeOf, safe} from './text.ts'

const columns = 80

/**
 * Every fact that an outcome rests on, for each product line: strength, record, file and line, and
 * the commit that first held the record. No verdict without its trace.
 */
export function traceLines(
  {lines}: Assessment,
  rule: string,
  {trail}: Pick<Workspace, 'trail'>,
): string[] {
  return lines.flatMap(({line, results}) =>
    results
      .filter((it) => it.rule === rule)
      .flatMap((it) => [safe(line.title), ...resultLines(it, trail), '']),
  )
}

function resultLines(result: TestResult, trail: Workspace['trail']): string[] {
  const {rule, title, weight, outcome, summary, strength, evidence, findings, answeredBy} = result
  const held = strength === null ? 'no evidence' : `weakest link ${strengthWords[strength]}`
  return [
    ...hang('  ', `${rule} ${title}`, columns),
    ...hang('  ', `${weightWords[weight]}, ${outcomeWords[outcome]}, ${held}`, columns),
    ...hang('  ', safe(summary), columns),
    '  Rests on',
    ...(evidence.length === 0 ? ['    nothing in the records'] : []),
    ...evidence.flatMap(({kind, id, location, strength: own, shows}) => {
      const first = trail(kind as Parameters<Workspace['trail']>[0], id)?.first.hash.slice(0, 12)
      return [
        ...hang(`    ${strengthWords[own].padEnd(13)}`, safe(shows), columns),
        ...hang(
          '      ',
          `${kind}/${safe(id)} ${placeOf(location)} @ ${first ?? 'no commit'}`,
          columns,
        ),
      ]
    }),
    ...(findings.length === 0 ? [] : ['  Against it']),
    ...findings.flatMap(({location, message}) =>
      hang('    ', `${placeOf(location)} ${safe(message)}`, columns),
    ),
    ...(answeredBy === undefined ? [] : hang('  Answered by ', safe(answeredBy), columns)),
  ]
}
