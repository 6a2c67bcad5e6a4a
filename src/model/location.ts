/** 1-based. `column` counts UTF-16 code units, as editors and SARIF's `utf16CodeUnits` do. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Location {
  /** Path from the root of its repository, `/`-separated on every platform. */
  readonly file: string
  /** Name of the root that holds the file; left out for the main root. */
  readonly root?: string
  /** Full hash, where the place is the message of a commit and `file` names that commit. */
  readonly commit?: string
  readonly start: Position
  /** First position past the end. */
  readonly end: Position
}

/** Keys and indexes that lead to a value inside a record. */
export type ValuePath = readonly (string | number)[]

/** The first character of a file: where a finding about the whole file points. */
export function startOf(file: string, root?: string): Location {
  const start = {line: 1, column: 1}
  return {file, ...(root === undefined ? {} : {root}), start, end: start}
}

/** Orders by file, line and column, comparing code units, so that output depends on no locale. */
export function compareLocations(a: Location, b: Location): number {
  return (
    compareText(a.root ?? '', b.root ?? '') ||
    compareText(a.file, b.file) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column
  )
}

/** Compares by UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
