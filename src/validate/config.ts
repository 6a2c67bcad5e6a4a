import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Root, Source} from '../model/source.ts'
import {explain} from './explain.ts'
import {checkOf, configSchema} from './schemas.ts'
import {didYouMean} from './words.ts'

/** What is wrong in the `cinch.yaml` of a root. Thresholds are checked where they are known. */
export function checkConfig(root: Root, knownThresholds?: readonly string[]): Diagnostic[] {
  const source = root.configSource ?? withoutPlaces(root)
  const check = checkOf(configSchema)
  const diagnostics = check(source.value)
    ? []
    : [...explain(source, configSchema, check.errors ?? []).diagnostics]
  if (knownThresholds === undefined) return diagnostics
  const known = [...knownThresholds].sort(compareText)
  for (const id of thresholdIds(source.value))
    if (!known.includes(id))
      diagnostics.push(unknownThreshold(source, ['thresholds', id], id, known))
  return diagnostics
}

function thresholdIds(config: unknown): string[] {
  if (typeof config !== 'object' || config === null || !('thresholds' in config)) return []
  const {thresholds} = config
  return typeof thresholds === 'object' && thresholds !== null ? Object.keys(thresholds) : []
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
