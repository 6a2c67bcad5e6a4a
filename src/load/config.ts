import {classes, type ConfidentialityClass} from '../model/confidentiality.ts'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {startOf, type Location} from '../model/location.ts'
import type {CinchConfig} from '../model/records.gen.ts'
import type {Root, Source} from '../model/source.ts'
import {quoted} from '../model/show.ts'
import {parseSources} from './source.ts'
import type {FileStore} from './store.ts'
import {decodeRecord, rootOf} from './text.ts'

export const configFile = 'cinch.yaml'
const formatVersion = 1
const maxConfigBytes = 1024 * 1024

export interface Configured extends Pick<Root, 'class' | 'config' | 'configSource'> {
  /** Asked for where something is said of the file: only then is it parsed for places. */
  readonly locate: () => Location
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads `cinch.yaml` of a root. `validate` checks it against its schema; here only what loading
 * needs is taken from it, whatever shape it has.
 *
 * @throws {CannotRun} Where there is none, where it is no plain file, or where a newer program
 *   wrote it.
 */
export function readConfig(root: string, store: FileStore, missing: () => CannotRun): Configured {
  const file = store.list().find((it) => it.path === configFile)
  if (file === undefined) throw missing()
  if (file.type !== 'file')
    throw new CannotRun(
      `Unexpected ${file.type === 'symlink' ? 'link' : 'thing'} \`${configFile}\`, expected a file`,
      'Put the file itself there: nothing outside the root is read',
    )
  if (file.bytes > maxConfigBytes)
    throw new CannotRun(
      `Unexpected \`${configFile}\` of ${file.bytes} bytes, expected at most ${maxConfigBytes}`,
    )
  const decoded = decodeRecord(root, configFile, store.read(configFile))
  const {sources, diagnostics} =
    'text' in decoded
      ? parseSources(root, configFile, decoded.text)
      : {sources: [], diagnostics: [decoded.diagnostic]}
  const [source] = sources
  const config = source === undefined ? undefined : mapOf(source.value)
  refuseNewer(config?.['formatVersion'])
  return {
    class: classOf(config?.['class']),
    config: (config ?? {formatVersion}) as unknown as CinchConfig,
    locate: () => source?.locate() ?? startOf(configFile, rootOf(root)),
    ...(source === undefined ? {} : {configSource: source}),
    diagnostics: [...diagnostics.map(ofConfig), ...sources.slice(1).map(secondDocument)],
  }
}

function refuseNewer(version: unknown): void {
  if (typeof version === 'number' && version > formatVersion)
    throw new CannotRun(
      `Unexpected format version ${version} in \`${configFile}\`, expected ${formatVersion}`,
      'A newer version of cinch wrote this repository: install that version',
    )
}

/** A class that cannot be read is taken for the most restricted: nothing may leak by a typo. */
function classOf(value: unknown): ConfidentialityClass {
  if (value === undefined) return 'network'
  return classes.find((it) => it === value) ?? 'personLevel'
}

function mapOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** An empty file is told of in words of records. */
function ofConfig(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== 'yaml/empty') return diagnostic
  const message = 'Unexpected empty file, expected settings of a governance repository'
  return {...diagnostic, message, help: `Write \`formatVersion: ${formatVersion}\``}
}

function secondDocument(source: Source): Diagnostic {
  return {
    code: 'config/second-document',
    severity: 'error',
    message: `Unexpected second document in ${quoted(configFile)}, expected one`,
    location: source.locate(),
    help: 'Join the two, or remove the line `---`',
  }
}
