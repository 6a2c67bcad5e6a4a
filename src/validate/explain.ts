import type {ErrorObject} from 'ajv/dist/2020.js'
import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {compareLocations, type Location, type Position, type ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Source} from '../model/source.ts'
import {configSchema, schemaAt} from './schemas.ts'
import {didYouMean, expectation, listed, pathText} from './words.ts'
import {wrongValue} from './wrong-value.ts'

const why = 'A record in error is left out of the assessment: what it shows counts as not shown'

/** One mistake: where it is and what the schema says there. */
interface Fault {
  readonly error: ErrorObject
  /** Of the value in error; of the mapping, for a missing or an unknown key. */
  readonly path: ValuePath
  /** The missing or unknown key. */
  readonly key?: string
  readonly value: unknown
}

/** Diagnostics, and the paths whose values they are about, as {@link pathText} writes them. */
export interface Explained {
  readonly diagnostics: readonly Diagnostic[]
  readonly faulty: ReadonlySet<string>
}

/** The schema's errors in words, each mistake once and at its place. */
export function explain(source: Source, kind: string, errors: readonly ErrorObject[]): Explained {
  const faults = unrepeated(errors.map((it) => faultOf(source.value, it)))
  const diagnostics = faults
    .filter((it) => !isMistypedKey(it, faults))
    .map((it) => diagnosticOf(source, kind, it, faults))
  const faulty = new Set(
    faults.map(({path, key}) => pathText(key === undefined ? path : [...path, key])),
  )
  return {diagnostics, faulty}
}

function faultOf(record: unknown, error: ErrorObject): Fault {
  const path: (string | number)[] = []
  let value = record
  for (const part of error.instancePath.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(value) ? Number(key) : key)
    value = (value as Record<string, unknown>)[key]
  }
  const {missingProperty, additionalProperty, unevaluatedProperty} = error.params
  const key: unknown = missingProperty ?? additionalProperty ?? unevaluatedProperty
  return {error, path, value, ...(typeof key === 'string' ? {key} : {})}
}

/** Keywords that say most about a value, first: text of a wrong type is also no value of a list. */
const order = ['type', 'const', 'enum', 'minLength', 'format']

/** One fault a place: the one that says most. */
function unrepeated(faults: readonly Fault[]): Fault[] {
  const rank = ({error}: Fault) => (order.indexOf(error.keyword) + 99) % 99
  const best = new Map<string, Fault>()
  for (const fault of faults) {
    const place = JSON.stringify([fault.path, fault.key ?? null])
    const other = best.get(place)
    if (other === undefined || rank(fault) < rank(other)) best.set(place, fault)
  }
  return [...best.values()]
}

/** Whether a missing key stands there misspelt: then the misspelt key is the one mistake. */
function isMistypedKey(fault: Fault, all: readonly Fault[]): boolean {
  return (
    fault.error.keyword === 'required' &&
    all.some((it) => isUnknownKey(it) && samePath(it, fault) && meant(it, all) === fault.key)
  )
}

function isUnknownKey({error}: Fault): boolean {
  return error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties'
}

function samePath(a: Fault, b: Fault): boolean {
  return pathText(a.path) === pathText(b.path)
}

/** The missing key that an unknown one stands for, if it is near. */
function meant(unknown: Fault, all: readonly Fault[]): string | undefined {
  const missing = all.filter((it) => it.error.keyword === 'required' && samePath(it, unknown))
  return nearestWord(
    unknown.key ?? '',
    missing.map((it) => it.key ?? ''),
  )
}

function diagnosticOf(
  source: Source,
  kind: string,
  fault: Fault,
  all: readonly Fault[],
): Diagnostic {
  const {error, path, key = ''} = fault
  const base = {severity: 'error', ...(kind === configSchema ? {} : {why})} as const
  if (error.keyword === 'required') {
    return {...base, ...missing(kind, path, key), location: placeOfMissing(source, path, key)}
  }
  if (isUnknownKey(fault)) {
    const help = unknownHelp(kind, fault, meant(fault, all))
    const owner = path.length === 0 ? nameOf(kind) : quoted(pathText(path))
    const message = `Unexpected key ${quoted(key)}, expected one that ${owner} has`
    const location = source.locateKey([...path, key])
    return {...base, code: 'schema/unknown-key', message, location, help}
  }
  return {...base, ...wrongValue(kind, fault), location: source.locate(path)}
}

/** Where the mapping begins; at the key itself, where it stands there without a value. */
export function placeOfMissing(source: Source, path: ValuePath, key: string): Location {
  const mapping = source.locate(path)
  const place = source.locateKey([...path, key])
  const {start, end} = place
  const isThere = compareLocations(place, mapping) !== 0 || !samePosition(end, mapping.end)
  return isThere ? place : {...mapping, start, end: start}
}

function samePosition(a: Position, b: Position): boolean {
  return a.line === b.line && a.column === b.column
}

function nameOf(kind: string): string {
  return kind === configSchema ? 'cinch.yaml' : kind
}

type Text = Pick<Diagnostic, 'code' | 'message' | 'help'>

function missing(kind: string, path: ValuePath, key: string): Text {
  const schema = schemaAt(kind, [...path, key])
  const owner = path.length === 0 ? nameOf(kind) : quoted(pathText(path))
  return {
    code: 'schema/required',
    message: `Unexpected ${owner} without ${quoted(key)}, expected ${expectation(schema)}`,
    help: `Add \`${key}:\` here. ${schema.description ?? ''}`.replace(/[.\s]+$/, ''),
  }
}

function unknownHelp(kind: string, {path, key = '', value}: Fault, near?: string): string {
  const {properties = {}} = schemaAt(kind, path)
  const here = typeof value === 'object' && value !== null ? value : {}
  const free = Object.keys(properties).filter((it) => !Object.hasOwn(here, it))
  const suggestion = didYouMean(near ?? nearestWord(key, free))
  if (suggestion !== undefined) return suggestion
  const rest =
    free.length > 20
      ? `\`cinch schema ${kind}\` lists the keys`
      : `Keys left to use: ${listed(free)}`
  return free.length === 0 ? 'Remove it' : `Remove it. ${rest}`
}
