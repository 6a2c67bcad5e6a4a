import {createHash} from 'node:crypto'
import type {Assessment} from '../model/assessment.ts'
import {exceptionMonths} from '../model/exception.ts'
import {compareText} from '../model/location.ts'
import type {ThresholdSetting} from '../model/records.gen.ts'
import type {Rule, Threshold} from '../model/rule.ts'
import {thresholdProblem} from '../model/threshold.ts'
import type {Workspace} from '../model/workspace.ts'

/** Version of the rule set as a whole; raised when an outcome may change for the same records. */
const ruleSet = '1.0.0'

/** Semver of the rule set and 12 digits of a hash of its ids, weights and thresholds. */
export function rulesVersionOf(rules: readonly Rule[]): string {
  const canonical = rules
    .map(({id, weight, thresholds}) => [
      id,
      weight,
      thresholds.map(({id, value, unit}) => [id, value, unit]).sort(byFirst),
    ])
    .sort(byFirst)
  const hash = createHash('sha256').update(JSON.stringify(canonical)).digest('hex')
  return `${ruleSet}+${hash.slice(0, 12)}`
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return compareText(String(a), String(b))
}

/** What the network set for a threshold; undefined where it set nothing usable: `validate` says so. */
export function settingOf({roots}: Workspace, threshold: Threshold): ThresholdSetting | undefined {
  const settings = roots.find(({name}) => name === 'main')?.config.thresholds ?? {}
  const set = Object.hasOwn(settings, threshold.id) ? settings[threshold.id] : undefined
  return set !== undefined && thresholdProblem(threshold, set.value) === undefined ? set : undefined
}

/** Every number used, its default and source, and who set it otherwise and why. */
export function thresholdTable(
  workspace: Workspace,
  rules: readonly Rule[],
): Assessment['thresholds'] {
  return [...thresholdsOf(rules)]
    .filter(([id]) => id !== exceptionMonths.id || usesExceptions(workspace))
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, {threshold, usedBy}]) => {
      const set = settingOf(workspace, threshold)
      return {
        id,
        rule: usedBy.length === 0 ? 'exceptions' : usedBy.join(', '),
        value: set?.value ?? threshold.value,
        defaultValue: threshold.value,
        unit: threshold.unit,
        basis: threshold.basis,
        source: threshold.source,
        setBy: set?.setBy ?? null,
        reason: set?.reason ?? null,
      }
    })
}

/** Whether the number of months that exceptions may run is used, or set, here. */
function usesExceptions(workspace: Workspace): boolean {
  return (
    workspace.all('FindingException').length > 0 ||
    settingOf(workspace, exceptionMonths) !== undefined
  )
}

function thresholdsOf(
  rules: readonly Rule[],
): ReadonlyMap<string, {readonly threshold: Threshold; readonly usedBy: readonly string[]}> {
  const known = new Map<string, {threshold: Threshold; usedBy: string[]}>([
    [exceptionMonths.id, {threshold: exceptionMonths, usedBy: []}],
  ])
  for (const {id: rule, thresholds} of rules)
    for (const threshold of thresholds) {
      const entry = known.get(threshold.id)
      if (entry === undefined) known.set(threshold.id, {threshold, usedBy: [rule]})
      else entry.usedBy.push(rule)
    }
  return known
}
