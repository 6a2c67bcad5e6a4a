import type {Assessment} from '../model/assessment.ts'
import {basisText} from '../model/threshold.ts'
import {hang, safe} from './text.ts'

type Used = Assessment['thresholds'][number]

/** The numbers that the network set for itself, each once, with the tests that read it. */
export function ownThresholdLines(thresholds: readonly Used[], columns: number): string[] {
  const own = thresholds.filter(({setBy}) => setBy !== null)
  return [...new Set(own.map(({id}) => id))].flatMap((id) => {
    const same = own.filter((it) => it.id === id)
    const [first] = same
    const tests = same.map(({rule}) => rule).join(', ')
    return first === undefined ? [] : thresholdLines(first, `  ${id} `, ` (${tests})`, columns)
  })
}

/** Every number that one test uses: a default with what it rests on, or who set it and why. */
export function thresholdsOfTest(
  thresholds: readonly Used[],
  rule: string,
  columns: number,
): string[] {
  return thresholds
    .filter((it) => it.rule === rule)
    .flatMap((it) => thresholdLines(it, `    ${it.id} `, '', columns))
}

function thresholdLines(threshold: Used, prefix: string, after: string, columns: number): string[] {
  const {value, defaultValue, unit, setBy, reason} = threshold
  const named = basisText(threshold)
  if (setBy === null) return hang(prefix, `${value} ${unit}; ${named}${after}`, columns)
  const who = `set by ${safe(setBy)}: ${safe(reason ?? 'no reason is stated')}`
  return [
    ...hang(prefix, `${value} ${unit}; default ${defaultValue}, ${named}${after}`, columns),
    ...hang(' '.repeat(6), who, columns),
  ]
}
