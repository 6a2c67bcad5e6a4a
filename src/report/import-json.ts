import {remarkText, type Imported, type RejectedCell} from '../model/imported.ts'
import type {ImportShown} from './import.ts'

/** The same for programs. A build log gets counts, rows and reasons. */
export function importJson(told: Imported, {discreet, written}: ImportShown): object {
  const {rows, kind, layout, remarks, notes, mapping, rejected, records, missing, files} = told
  return {
    kind,
    layout,
    written,
    rows,
    remarks: remarks.map((it) => remarkText(it, discreet)),
    notes: notes.map(({column, note, cells}) => ({...(discreet ? {} : {column}), note, cells})),
    mapping: mapping.map(({column, field, by}, index) => ({
      ...(discreet ? {place: index + 1} : {column}),
      field,
      by,
    })),
    rejected: rejected.map(({place, row, column, heading, field, reason, help, file}) => ({
      ...(discreet ? {row} : {place, row}),
      ...(column === undefined ? {} : {column: column + 1}),
      ...(field === undefined ? {} : {field}),
      reason,
      ...(help === undefined ? {} : {help}),
      ...(heading === undefined || discreet ? {} : {heading}),
      ...(file === undefined || discreet ? {} : {file}),
    })),
    added: records.filter(({isNew}) => isNew).length,
    changed: records.filter(({isNew}) => !isNew).length,
    missing: discreet ? missing.length : missing,
    ...(discreet
      ? {}
      : {
          records: records.map(({kind: of = kind, id, isNew, file, changes, value}) => ({
            kind: of,
            id,
            action: isNew ? 'added' : 'changed',
            file,
            ...(isNew ? {value} : {changes}),
          })),
          files: files.map(({path}) => path),
        }),
  }
}

/**
 * Rows to be corrected and imported again: each once, with all its reasons in front. The headings of
 * these are words that no column of a spreadsheet is known by.
 */
export function rejectedTable(
  rejected: readonly RejectedCell[],
  header: readonly string[],
): readonly (readonly string[])[] {
  const rows = new Map<string, RejectedCell[]>()
  for (const it of rejected) {
    const key = `${it.sheet} ${it.row}`
    rows.set(key, [...(rows.get(key) ?? []), it])
  }
  return [
    ['rejected at', 'rejected because', 'rejected fix', ...header],
    ...Array.from(rows.values(), (of) => {
      const [first] = of
      const unique = (texts: readonly string[]) => [...new Set(texts)].join('; ')
      return [
        first?.place ?? '',
        unique(
          of.map(({heading = '', reason}) => (heading === '' ? reason : `${heading}: ${reason}`)),
        ),
        unique(of.flatMap(({help}) => (help === undefined ? [] : [help]))),
        ...(first?.cells ?? []),
      ]
    }),
  ]
}
