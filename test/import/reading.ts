import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {TargetName} from '../../src/import/targets.ts'
import {prepareImport, type ImportAsked, type PreparedImport} from '../../src/pipeline/import.ts'
import {writeFiles} from '../../src/write/files.ts'
import {folderOf} from '../helpers/run-cinch.ts'

export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url))

export const dataFolder =
  process.env['CINCH_DATA'] ?? new URL('../../../shared/data', import.meta.url).pathname

/** A practice with two clinicians, a comment, and a hospital. */
export const practice = `# Kept by the office.
kind: Participant
id: harbor-family
name: Harbor Family Medicine
type: practice
clinicians:
  - npi: '2000000002' # joined first
    name: A. Okafor
    specialty: family-medicine
    role: primaryCare
    zips: ['04101']
  - npi: '2000900425'
    name: E. Ravensby
    specialty: internal-medicine
    role: primaryCare
`

export const repository = {
  'cinch.yaml': 'formatVersion: 1\n',
  'records/participants/harbor-family.yaml': practice,
  'records/participants/quarry.yaml':
    "kind: Participant\nid: quarry\nname: Quarry Hospital\ntype: hospital\nccn: '200001'\n",
} as const

type Said = Partial<Omit<ImportAsked, 'map' | 'set' | 'only' | 'fillDown'>> & {
  readonly fillDown?: ReadonlySet<string>
  readonly map?: Readonly<Record<string, string>>
  readonly set?: Readonly<Record<string, string>>
  readonly only?: readonly string[]
}

/** Prepares an import into a folder. */
export async function importInto(
  root: string,
  target: TargetName,
  content: string | Uint8Array,
  {map = {}, set = {}, only = [], fillDown = new Set(), ...said}: Said = {},
): Promise<PreparedImport> {
  return prepareImport({
    root,
    overlays: [],
    asOf: '2026-06-30',
    target,
    file: 'list.csv',
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    fillDown,
    restoreZeros: false,
    ...said,
    map: new Map(Object.entries(map)),
    set: new Map(Object.entries(set)),
    only: new Set(only),
  })
}

/** The same into a repository of two participants. */
export function imported(
  target: TargetName,
  content: string | Uint8Array,
  said: Said = {},
): Promise<PreparedImport> {
  return importInto(folderOf(repository), target, content, said)
}

/** Writes what was prepared, and reads a file back. */
export function written(prepared: PreparedImport, path: string): string {
  writeFiles(prepared.folder, prepared.files)
  return readFileSync(join(prepared.folder, path), 'utf8')
}

export const reasons = ({rejected}: PreparedImport): string[] =>
  rejected.map(({place, reason}) => `${place} ${reason}`)
