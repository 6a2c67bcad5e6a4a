/** A column of a file, and what it was taken for. */
export interface ImportedColumn {
  /** As the file names it; empty where it does not. */
  readonly column: string
  /** Null where the column is left out. */
  readonly field: string | null
  /** How it came to its field. */
  readonly by: 'flag' | 'remembered' | 'own' | 'layout' | 'words' | 'content' | 'none'
}

/** One reason why a row is left out. Nothing here quotes a cell. */
export interface RowProblem {
  /** From 0; left out where the row as a whole is meant. */
  readonly column?: number
  /** What the column is for. */
  readonly field?: string
  /** Ends `Unexpected …`. */
  readonly reason: string
  readonly help?: string
  /** File of the repository to look at. */
  readonly file?: string
}

/** A sentence about a file as a whole; names of the repository or of a cell are not for a build log. */
export type Remark = string | {readonly said: string; readonly names: readonly string[]}

export function remarkText(remark: Remark, discreet: boolean): string {
  if (typeof remark === 'string') return remark
  const {said, names} = remark
  return discreet || names.length === 0 ? said : `${said}: ${names.join(', ')}`
}

/** The same with the place that a user looks up. A row has as many as it has reasons. */
export interface RejectedCell extends RowProblem {
  readonly sheet: number
  /** 1-based line of the file, or row of the sheet. */
  readonly row: number
  readonly place: string
  /** Heading of the column. */
  readonly heading?: string
  /** All cells of the row. */
  readonly cells: readonly string[]
}

/** One value that would change. */
export interface ImportedChange {
  readonly path: readonly (string | number)[]
  readonly value: unknown
  /** Undefined where nothing stood there. */
  readonly was: unknown
}

/** A record that would change or come. */
export interface PlannedRecord {
  readonly id: string
  readonly isNew: boolean
  /** Of a record that stands there. */
  readonly changes: readonly ImportedChange[]
  /** The whole of a new one. */
  readonly value: Readonly<Record<string, unknown>>
  /** Entries of lists that come, and that change. */
  readonly added: number
  readonly changed: number
  /** Rows that it rests on. */
  readonly rows: readonly number[]
}

export interface ImportedRecord extends PlannedRecord {
  /** Left out where it is that of the import. */
  readonly kind?: string
  readonly file: string
}

/** A file as it would be written. */
export interface ImportedFile {
  readonly path: string
  /** Null where no file stands there. */
  readonly was: Uint8Array | null
  readonly bytes: Uint8Array
}

/** Entries on record that the file does not hold: nothing is done about them. */
export type Missing = readonly {readonly id: string; readonly key?: string}[]

/** What an import would do. */
export interface Imported {
  /** Of the repository, as the user named it. */
  readonly folder: string
  readonly kind: string
  /** Title of the layout that was known by its columns; null where none was. */
  readonly layout: string | null
  /** The file lists far more than the network: rows that are not on record are left out. */
  readonly reference: boolean
  readonly mapping: readonly ImportedColumn[]
  readonly remarks: readonly Remark[]
  /** What was done to values, by column and deed, with the number of cells. */
  readonly notes: readonly {
    readonly column: string
    readonly note: string
    readonly cells: number
  }[]
  readonly rows: {
    readonly read: number
    readonly accepted: number
    readonly unchanged: number
    readonly rejected: number
    readonly notOnRecord: number
  }
  readonly rejected: readonly RejectedCell[]
  readonly header: readonly string[]
  readonly records: readonly ImportedRecord[]
  readonly missing: Missing
  readonly files: readonly ImportedFile[]
}
