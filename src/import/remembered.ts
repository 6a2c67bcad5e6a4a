import {CannotRun} from '../model/diagnostic.ts'
import type {DateOrder} from './layouts.ts'
import type {Mapping} from './mapping.ts'
import type {TargetName} from './targets.ts'

/** How a spreadsheet is read, as the repository remembers it. */
export interface Remembered {
  readonly columns: ReadonlyMap<string, string>
  readonly dateOrder?: DateOrder
  /** Columns whose blank cells mean what stands above them. */
  readonly fillDown: readonly string[]
}

/** Where it is remembered, from the root. No record glob reads a folder whose name begins with a dot. */
export function rememberedPath(target: TargetName): string {
  return `.cinch/imports/${target}.yaml`
}

/** What such a file says, as parsed. @throws {CannotRun} When it is none. */
export function readRemembered(path: string, value: unknown): Remembered {
  const found = typeof value === 'object' && value !== null ? value : {}
  const {columns, dateOrder, fillDown} = found as {
    columns?: unknown
    dateOrder?: unknown
    fillDown?: unknown
  }
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns))
    throw new CannotRun(
      `Unexpected content of \`${path}\`, expected \`columns\`: a field for each column`,
      'Correct the file, or remove it: the mapping is then proposed anew',
    )
  const fields = Object.entries(columns).filter(
    (it): it is [string, string] => typeof it[1] === 'string',
  )
  return {
    columns: new Map(fields),
    ...(dateOrder === 'mdy' || dateOrder === 'dmy' ? {dateOrder} : {}),
    fillDown: Array.isArray(fillDown) ? fillDown.filter((it) => typeof it === 'string') : [],
  }
}

/** The mapping of an import as it is written down: the columns that hold something, and those said to be left out. */
export function rememberedOf(
  target: TargetName,
  {columns, layout}: Mapping,
  said: {
    readonly dateOrder?: DateOrder
    readonly fillDown?: readonly string[]
    readonly reason?: string
    readonly by?: string
  },
): object {
  const kept = columns.flatMap(({column, field, by}) =>
    field !== null
      ? [[column, field] as const]
      : by === 'flag' || by === 'remembered'
        ? [[column, 'ignore'] as const]
        : [],
  )
  return {
    target,
    ...(layout === undefined ? {} : {layout: layout.title}),
    columns: Object.fromEntries(kept),
    ...said,
  }
}
