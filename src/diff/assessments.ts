import type {Assessment, TestResult} from '../model/assessment.ts'
import type {MovedLine, MovedResult, RecordChange} from '../model/change.ts'
import {compareText} from '../model/location.ts'

/**
 * Tests that came out otherwise on the two sides, judged at one date; a test of the whole network
 * once. With the changed records among what either result rests on.
 */
export function movedResults(
  a: Assessment,
  b: Assessment,
  changes: readonly RecordChange[],
): readonly MovedResult[] {
  const changed = new Set(changes.map(nameOf))
  const left = resultsOf(a)
  const right = resultsOf(b)
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((key) => ({before: left.get(key), after: right.get(key)}))
    .flatMap(({before, after}): MovedResult[] => {
      const result = after ?? before
      if (result === undefined || before?.outcome === after?.outcome) return []
      const rested = [before, after].flatMap((it) => (it === undefined ? [] : restsOn(it)))
      return [
        {
          line: result.productLine,
          rule: result.rule,
          title: result.title,
          before: before?.outcome ?? null,
          after: after?.outcome ?? null,
          because: [...new Set(rested)].filter((it) => changed.has(it)).sort(compareText),
        },
      ]
    })
}

/** Lines of which the readiness is another, or that only one side has. */
export function movedLines(a: Assessment, b: Assessment): readonly MovedLine[] {
  const left = new Map(a.lines.map((it) => [it.line.id, it.readiness]))
  const right = new Map(b.lines.map((it) => [it.line.id, it.readiness]))
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((line) => ({line, before: left.get(line) ?? null, after: right.get(line) ?? null}))
    .filter(({before, after}) => before !== after)
}

/** `Kind/id`, as changes and evidence name a record. */
function nameOf({kind, id}: {readonly kind: string; readonly id: string}): string {
  return `${kind}/${id}`
}

function resultsOf({lines}: Assessment): ReadonlyMap<string, TestResult> {
  return new Map(
    lines.flatMap(({results}) => results.map((it) => [`${it.productLine ?? ''} ${it.rule}`, it])),
  )
}

function restsOn({evidence, findings}: TestResult): string[] {
  return [...evidence.map(nameOf), ...findings.map(({subject}) => nameOf(subject))]
}
