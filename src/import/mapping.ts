import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import type {FlatKind} from '../model/flat-columns.ts'
import type {ImportedColumn} from '../model/imported.ts'
import {quoted, quotedNames} from '../model/show.ts'
import {layoutOf, type Layout} from './layouts.ts'
import {fieldNames, type Target} from './targets.ts'
import {foldedWords} from './words.ts'

export interface Mapping {
  /** In the order of the file. */
  readonly columns: readonly ImportedColumn[]
  readonly layout?: Layout
  /** The file was written by `cinch export`: texts are taken as they are. */
  readonly own: boolean
}

/** In place of a field: the column is left out. */
const ignored = 'ignore'

export interface MappingAsked {
  readonly target: Target
  readonly flat: FlatKind
  readonly header: readonly string[]
  /** Column to field: what was remembered of an earlier file. */
  readonly remembered: ReadonlyMap<string, string>
  /** Column to field: what the user says now. */
  readonly said: ReadonlyMap<string, string>
}

/**
 * Which column holds what: what the user says, else what was remembered, else the layout, else the
 * words of the heading. Nothing is guessed from a likeness.
 *
 * @throws {CannotRun} When a column or a field named does not exist, or two columns would fill one
 *   field.
 */
export function proposeMapping({target, flat, header, remembered, said}: MappingAsked): Mapping {
  const names = fieldNames(target, flat)
  for (const [column, field] of said) expectKnown(column, field, header, names)
  const own = header[0] === 'kind'
  const layout = own ? undefined : layoutOf(target.name, header)
  const byWords = wordsOf(target, names)
  const byLayout = new Map(
    Object.entries(layout?.columns ?? {}).map(([column, field]) => [foldedWords(column), field]),
  )
  const columns = header.map((column): ImportedColumn => {
    const given = said.get(column)
    if (given !== undefined) return named(column, given, 'flag')
    const known = remembered.get(column)
    if (known !== undefined && (known === ignored || names.includes(known)))
      return named(column, known, 'remembered')
    if (own) return named(column, names.includes(column) ? column : ignored, 'own')
    if (names.includes(column) && column.includes('.')) return named(column, column, 'own')
    const words = foldedWords(column)
    const field = layout === undefined ? byWords.get(words) : byLayout.get(words)
    const by = layout === undefined ? 'words' : 'layout'
    return field === undefined ? {column, field: null, by: 'none'} : named(column, field, by)
  })
  const mapping = {columns: withoutClash(columns, target), own, ...(layout ? {layout} : {})}
  expectOnce(mapping)
  return mapping
}

function named(column: string, field: string, by: ImportedColumn['by']): ImportedColumn {
  return {column, field: field === ignored ? null : field, by}
}

function expectKnown(
  column: string,
  field: string,
  header: readonly string[],
  names: readonly string[],
): void {
  if (!header.includes(column)) {
    const meant = nearestWord(column, header)
    throw new CannotRun(
      `Unexpected column ${quoted(column)} in --map, expected one of the file: ${quotedNames(header.filter((it) => it !== ''))}`,
      meant === undefined ? undefined : `Did you mean ${quoted(meant)}?`,
    )
  }
  if (field !== ignored && !names.includes(field)) {
    const meant = nearestWord(field, names)
    throw new CannotRun(
      `Unexpected field ${quoted(field)} in --map, expected \`ignore\` or one of: ${names.join(', ')}`,
      meant === undefined ? undefined : `Did you mean ${quoted(meant)}?`,
    )
  }
}

/** Heading words to field. Headings of the schema count too, without their list. */
function wordsOf({synonyms, list}: Target, names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const name of names) {
    if (list === undefined || !name.includes('.')) found.set(foldedWords(name), name)
    else if (name.startsWith(`${list}.`)) found.set(foldedWords(name), name)
  }
  for (const [field, words] of Object.entries(synonyms))
    for (const it of words.split('; ')) found.set(it, field)
  return found
}

/** Of a whole name and its parts the parts are left out; of several that name a person, all but the surest. */
function withoutClash(
  columns: readonly ImportedColumn[],
  {wholeName, synonyms}: Target,
): readonly ImportedColumn[] {
  const wholes = columns.filter(({field}) => field !== undefined && field === wholeName)
  if (wholes.length === 0) return columns
  const rank = ({column, by}: ImportedColumn) =>
    by === 'flag' || by === 'remembered'
      ? -1
      : (synonyms[wholeName ?? ''] ?? '').split('; ').indexOf(foldedWords(column))
  const [surest] = wholes.toSorted((a, b) => rank(a) - rank(b))
  return columns.map((it) => {
    const isPart = /\.(?:first|last)Name$/.test(it.field ?? '')
    const isOther = it.field === 'training.person' && it !== surest
    const isSaid = it.by === 'flag' || it.by === 'remembered'
    return (isPart || isOther) && !isSaid ? {...it, field: null, by: 'none'} : it
  })
}

function expectOnce({columns, layout}: Mapping): void {
  const seen = new Map<string, string>()
  for (const {column, field, by} of columns) {
    if (field === null || (by === 'layout' && layout !== undefined)) continue
    const first = seen.get(field)
    if (first !== undefined)
      throw new CannotRun(
        `Unexpected second column ${quoted(column)} for ${quoted(field)}, expected ${quoted(first)} alone`,
        'Say which one holds it: `--map "COLUMN=ignore"` leaves a column out',
      )
    seen.set(field, column)
  }
}
