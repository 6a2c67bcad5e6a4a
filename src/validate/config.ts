import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Root, Source} from '../model/source.ts'
import {thresholdProblem, type ThresholdForm} from '../model/threshold.ts'
import {explain} from './explain.ts'
import {checkOf, configSchema} from './schemas.ts'
import {didYouMean} from './words.ts'

/** What is wrong in the `cinch.yaml` of a root. Thresholds are checked where they are known. */
export function checkConfig(root: Root, thresholds?: readonly ThresholdForm[]): Diagnostic[] {
  const source = root.configSource ?? withoutPlaces(root)
  const check = checkOf(configSchema)
  const diagnostics = check(source.value)
    ? []
    : [...explain(source, configSchema, check.errors ?? []).diagnostics]
  if (thresholds === undefined) return diagnostics
  const known = new Map(thresholds.map((it) => [it.id, it]))
  for (const [id, value] of thresholdSettings(source.value)) {
    const path = ['thresholds', id]
    const threshold = known.get(id)
    if (threshold === undefined)
      diagnostics.push(unknownThreshold(source, path, id, [...known.keys()].sort(compareText)))
    else if (root.name !== 'main') diagnostics.push(ofOverlay(source, path, id))
    else diagnostics.push(...checkValue(source, path, threshold, value))
  }
  return diagnostics
}

/** Settings by the id of the threshold; undefined where the value is no number. */
function thresholdSettings(config: unknown): [id: string, value: number | undefined][] {
  const {thresholds} = Object(config) as {readonly thresholds?: unknown}
  return Object.entries(Object(thresholds) as Record<string, unknown>).map(([id, setting]) => {
    const {value} = Object(setting) as {readonly value?: unknown}
    return [id, typeof value === 'number' ? value : undefined]
  })
}

function ofOverlay(source: Source, path: ValuePath, id: string): Diagnostic {
  return {
    code: 'config/overlay-threshold',
    severity: 'error',
    message: `Unexpected threshold ${quoted(id)} in an overlay, expected it in the main repository`,
    location: source.locateKey(path),
    why: 'A threshold that no test reads changes nothing, though a reader would think it does',
    help: 'Move the setting to cinch.yaml of the main repository',
  }
}

function checkValue(
  source: Source,
  path: ValuePath,
  threshold: ThresholdForm,
  value: number | undefined,
): Diagnostic[] {
  // What is no number at all, the schema says.
  const expected = value === undefined ? undefined : thresholdProblem(threshold, value)
  if (expected === undefined) return []
  return [
    {
      code: 'config/threshold-value',
      severity: 'error',
      message: `Unexpected value \`${value}\` of threshold ${quoted(threshold.id)}, expected ${expected}`,
      location: source.locate([...path, 'value']),
      why: 'A test cannot be judged by such a number',
      help: `Correct it; until then the default of ${threshold.value} is used`,
    },
  ]
}

function unknownThreshold(
  source: Source,
  path: ValuePath,
  id: string,
  known: readonly string[],
): Diagnostic {
  return {
    code: 'config/unknown-threshold',
    severity: 'error',
    message: `Unexpected threshold ${quoted(id)}, expected one that a test has`,
    location: source.locateKey(path),
    why: 'A threshold that no test reads changes nothing, though a reader would think it does',
    help: didYouMean(nearestWord(id, known)) ?? '`cinch rules --thresholds` lists them',
  }
}

/** Every place in the file is its beginning, where only its values are known. */
function withoutPlaces({name, config, configLocation}: Root): Source {
  const locate = () => configLocation
  return {root: name, file: configLocation.file, index: 0, value: config, locate, locateKey: locate}
}
