import {createHash} from 'node:crypto'
import {hashWithLf} from '../../src/load/evidence.ts'
import {parseSources} from '../../src/load/source.ts'
import type {Diagnostic} from '../../src/model/diagnostic.ts'
import type {CinchConfig} from '../../src/model/records.gen.ts'
import type {EvidenceFile, Root, Sources} from '../../src/model/source.ts'
import {validate, type ReadOptions} from '../../src/validate/validate.ts'

export interface Given {
  /** Text of `cinch.yaml`. */
  readonly config?: string
  /** Text of record files of the main root, by path; one text is `records.yaml`. */
  readonly records?: string | Readonly<Record<string, string>>
  readonly overlay?: string
  /** Text of tables and exhibits of the main root, by path. */
  readonly files?: Readonly<Record<string, string>>
}

/** A Network that is right, for records that need one. */
export const network = `kind: Network
id: northgate
legalName: Northgate Health Partners, LLC
productLines:
  - {id: ppo, title: PPO, basis: clinical, stage: operating, jointPricing: true}
`

/** Sources as loading gives them, without a disk. */
export function sourcesOf({
  config = 'formatVersion: 1',
  records = network,
  overlay,
  files,
}: Given): Sources {
  const texts = typeof records === 'string' ? {'records.yaml': records} : records
  const parsed = [
    ...Object.entries(texts).map(([file, text]) => parseSources('main', file, text)),
    ...(overlay === undefined ? [] : [parseSources('overlay-1', 'cases.yaml', overlay)]),
  ]
  const sources = parsed.flatMap((it) => it.sources)
  return {
    roots: [
      rootOf('main', config),
      ...(overlay === undefined ? [] : [rootOf('overlay-1', config)]),
    ],
    sources,
    files: Object.entries(files ?? {}).map(([file, text]) => fileOf(file, text)),
    hits: [],
    ignored: [],
    counts: {scanned: 1, records: sources.length},
    diagnostics: parsed.flatMap((it) => it.diagnostics),
  }
}

export function fileOf(file: string, content: string | Uint8Array): EvidenceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    root: 'main',
    file,
    use: file.startsWith('tables/') ? 'table' : 'exhibit',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pointer: false,
    sha256WithLf: () => hashWithLf(bytes),
    read: () => bytes,
  }
}

function rootOf(name: string, config: string): Root {
  const [configSource] = parseSources(name, 'cinch.yaml', config).sources
  if (configSource === undefined) throw new Error('Unexpected empty cinch.yaml')
  return {
    name,
    class: 'network',
    config: configSource.value as CinchConfig,
    configLocation: configSource.locate(),
    configSource,
    commit: null,
    uncommitted: null,
  }
}

export function validated(given: Given, options: Partial<ReadOptions> = {}) {
  return validate(sourcesOf(given), {asOf: '2026-06-30', trails: [], ...options})
}

/** Diagnostics as `file:line:column code message`. */
export function checked(given: Given, options: Partial<ReadOptions> = {}): string[] {
  return validated(given, options).diagnostics.map(lineOf)
}

/** The same with what to do, for records beside the right Network; its own lines come first. */
export function explained(record: string): string[] {
  const {diagnostics} = validated({records: {'a.yaml': network, 'b.yaml': record}})
  return diagnostics.map((it) => `${lineOf(it)} | ${it.help ?? ''}`)
}

export function lineOf({code, message, location: {root, file, start}}: Diagnostic): string {
  const place = `${root === undefined ? '' : `${root}:`}${file}:${start.line}:${start.column}`
  return `${place} ${code} ${message}`
}
