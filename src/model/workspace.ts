import type {Location, ValuePath} from './location.ts'
import type {GovernanceRecord} from './records.gen.ts'
import type {Root, ScanHit, Source, Sources} from './source.ts'
import type {Table} from './table.ts'
import type {SealHistory} from './seal.ts'
import type {RecordTrail, Trail} from './trail.ts'

export type Kind = GovernanceRecord['kind']
export type RecordOf<K extends Kind> = Extract<GovernanceRecord, {kind: K}>

/** A checked record with the text it came from. Distributes over `K`, so `Entry` is a union. */
export type Entry<K extends Kind = Kind> = K extends Kind
  ? {
      readonly kind: K
      readonly value: RecordOf<K>
      readonly root: string
      readonly file: string
      readonly locate: (path?: ValuePath) => Location
    }
  : never

/** Whether the document of an Exhibit or EvidenceTable is what its record says. */
export interface ExhibitState {
  readonly status: 'verified' | 'mismatch' | 'missing' | 'pointer' | 'outside' | 'unhashed'
  /** Hash found, where the file is here; of a pointer, the one it names. */
  readonly sha256?: string
  readonly bytes?: number
  /** Of a mismatch: a large-file pointer stands there, and it names another file. */
  readonly pointer?: true
  /** Of a mismatch: with lines that end in LF alone, the file would match. */
  readonly lineEndings?: true
}

/** A record that was read but could not be used. */
export interface OmittedRecord {
  readonly root: string
  readonly file: string
  /** As written; null where it has none that is text. */
  readonly kind: string | null
  readonly id: string | null
  /** As parsed; where it is left out, the record is not compared with another reading of it. */
  readonly source?: Source
}

/** All records of all roots, checked, with what they rest on and the date they are judged at. */
export interface Workspace {
  readonly asOf: string
  readonly roots: readonly Root[]
  /** Ordered by root, file and place in the file. */
  readonly entries: readonly Entry[]
  readonly all: <K extends Kind>(kind: K) => readonly Entry<K>[]
  readonly find: <K extends Kind>(kind: K, id: string) => Entry<K> | undefined
  /** By id of the EvidenceTable. */
  readonly table: (id: string) => Table
  /** By kind and id of the Exhibit or EvidenceTable. */
  readonly exhibit: (kind: 'Exhibit' | 'EvidenceTable', id: string) => ExhibitState
  readonly hits: readonly ScanHit[]
  /** Records that are not among the entries because they are in error; a diagnostic says why. */
  readonly omitted?: readonly OmittedRecord[]
  /** Kinds, files and counts of what the scan for forbidden content read. */
  readonly scanned: number
  /** Files that the scan could not read as text, and why; in them nothing was looked for. */
  readonly notScanned?: Sources['notScanned']
  /** Files that the configuration leaves out, with the reason it gives. */
  readonly ignored?: Sources['ignored']
  /** SHA-256 of each record file and of each `cinch.yaml`, as read. */
  readonly hashes?: Sources['hashes']
  /** Records that an entry refers to, each once, in the order of the record; those that exist. */
  readonly references?: (entry: Entry) => readonly Entry[]
  readonly trails: readonly Trail[]
  /** Seals of each root, as the commit read holds them; left out where the history was not read. */
  readonly seals?: readonly SealHistory[]
  /** What git says of a record; undefined where history was not read or does not hold it. */
  readonly trail: (kind: Kind, id: string) => RecordTrail | undefined
}
