import type {ConfidentialityClass} from './confidentiality.ts'
import type {Diagnostic} from './diagnostic.ts'
import type {Location, ValuePath} from './location.ts'
import type {CinchConfig} from './records.gen.ts'

/** One YAML document: parsed, unchecked. */
export interface Source {
  readonly root: string
  readonly file: string
  /** Which document of the file, from 0. */
  readonly index: number
  readonly value: unknown
  /** Where the value at `path` stands; the nearest parent where it is missing. */
  readonly locate: (path?: ValuePath) => Location
  /** Where the key of the value at `path` stands. */
  readonly locateKey: (path: ValuePath) => Location
}

/** What is known of a file that is not a record: a table or an exhibit. */
export interface EvidenceFile {
  readonly root: string
  readonly file: string
  readonly use: 'table' | 'exhibit'
  readonly bytes: number
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string
  /** A large-file pointer stands where the file should be; its hash says nothing of the file. */
  readonly pointer: boolean
  /** SHA-256 of the file that the pointer stands for, where it says one. */
  readonly pointsTo?: string
  /** The same with LF for CR LF, as git stores text; undefined where no line ends so. */
  readonly sha256WithLf?: () => string | undefined
  /** Reads the bytes; tables only. */
  readonly read: () => Uint8Array
}

/** A place where something stands that may not be kept here. Never its text. */
export interface ScanHit {
  /** What it looks like. */
  readonly class: 'price' | 'identifier' | 'narrative' | 'privileged'
  /** Id of the pattern that matched. */
  readonly pattern: string
  readonly location: Location
}

/** One root as read: at a commit, or as the working tree is. */
export interface Root {
  /** `main`; of an overlay what its `cinch.yaml` says, or `overlay-1` and so on. */
  readonly name: string
  readonly class: ConfidentialityClass
  readonly config: CinchConfig
  readonly configLocation: Location
  /** `cinch.yaml` as parsed, so that its keys have places; left out where it could not be read. */
  readonly configSource?: Source
  /** Commit read, full hash; null when the working tree was read. */
  readonly commit: string | null
  /** Paths of records, tables and exhibits that differ from `HEAD`; null where there is no git. */
  readonly uncommitted: readonly string[] | null
}

/** Everything that `load` read. */
export interface Sources {
  readonly roots: readonly Root[]
  readonly sources: readonly Source[]
  readonly files: readonly EvidenceFile[]
  readonly hits: readonly ScanHit[]
  /** Files that the configuration ignores, with the reason. */
  readonly ignored: readonly {
    readonly root: string
    readonly file: string
    readonly reason: string
  }[]
  /**
   * Ignored files that a record glob names, or that say a `kind`: what they hold would count
   * otherwise, and `ignore` took it away.
   */
  readonly ignoredRecords?: readonly {
    readonly root: string
    readonly file: string
    readonly reason: string
    /** As the file says; null where only a record glob names it. */
    readonly kind: string | null
    /** Whether a record glob names it. */
    readonly named: boolean
    /** The entry of `ignore`; the file, where it is ignored without one. */
    readonly location: Location
  }[]
  /**
   * Record files of which something could not be read. Their records are unknown, not absent: a
   * reference that nothing answers may point into one of them.
   */
  readonly unread?: readonly {readonly root: string; readonly file: string}[]
  /** SHA-256 of the bytes of each record file and of each `cinch.yaml`, as read. */
  readonly hashes?: readonly {
    readonly root: string
    readonly file: string
    readonly sha256: string
  }[]
  /** Files that the scan for forbidden content could not read as text, and why. */
  readonly notScanned?: readonly {
    readonly root: string
    readonly file: string
    readonly reason: string
  }[]
  readonly counts: {readonly scanned: number; readonly records: number}
  readonly diagnostics: readonly Diagnostic[]
}
