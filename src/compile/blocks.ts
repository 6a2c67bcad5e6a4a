import {mostRestricted} from '../model/confidentiality.ts'
import type {ConfidentialityClass} from '../model/confidentiality.ts'
import type {
  Cell,
  DossierTable,
  Facts,
  Heading,
  List,
  Paragraph,
  Provenance,
  Run,
} from '../model/dossier.ts'
import {notStated} from './phrases.ts'

/** Where a statement comes from, and how restricted that source is. */
export interface Sourced {
  readonly class: ConfidentialityClass
  readonly provenance: Provenance
}

/** Wording of the tool itself. */
export const tool: Sourced = {class: 'public', provenance: {type: 'tool'}}

/** Title, weight of the width, and how it is set. */
export type Column = readonly [title: string, weight: number, set?: 'right' | 'code']

export interface RowDraft {
  readonly cells: readonly (string | Cell)[]
  readonly sources: readonly Sourced[]
}

/** Class and provenance of what rests on `sources`; each source once. */
export function resting(sources: readonly Sourced[]): {
  class: ConfidentialityClass
  provenance: Provenance[]
} {
  const used = sources.length === 0 ? [tool] : sources
  const seen = new Map(used.map((it) => [JSON.stringify(it.provenance), it.provenance]))
  return {class: mostRestricted(used.map((it) => it.class)), provenance: [...seen.values()]}
}

/** A heading; the parts before and after the sections have no number. */
export function heading(
  level: Heading['level'],
  id: string,
  text: string,
  number?: string,
  sources: readonly Sourced[] = [],
): Heading {
  return {
    type: 'heading',
    level,
    ...(number === undefined ? {} : {number}),
    text,
    id,
    ...resting(sources),
  }
}

/** A paragraph; a string is one run. */
export function paragraph(
  text: string | readonly Run[],
  sources: readonly Sourced[] = [],
  style: Paragraph['style'] = 'body',
): Paragraph {
  return {
    type: 'paragraph',
    style,
    runs: typeof text === 'string' ? [{text}] : text,
    ...resting(sources),
  }
}

/** Small print about method: what was left out, and why. */
export function note(text: string): Paragraph {
  return paragraph(text, [], 'note')
}

/** A list; nothing at all where there are no items. */
export function list(
  items: readonly {runs: string | readonly Run[]; sources?: readonly Sourced[]}[],
  ordered = false,
): List[] {
  if (items.length === 0) return []
  return [
    {
      type: 'list',
      ordered,
      items: items.map(({runs, sources = []}) => ({
        runs: typeof runs === 'string' ? [{text: runs}] : runs,
        ...resting(sources),
      })),
      ...resting(items.flatMap((it) => it.sources ?? [])),
    },
  ]
}

/** A table; nothing at all where there are no rows. A blank cell prints `not stated`. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly RowDraft[],
): DossierTable[] {
  if (rows.length === 0) return []
  const widths = widthsOf(columns, rows)
  return [
    {
      type: 'table',
      caption,
      columns: columns.map(([title, , set], index) => ({
        title,
        width: widths[index] ?? 0,
        ...(set === 'right' ? {align: set} : set === 'code' ? {style: set} : {}),
      })),
      rows: rows.map(({cells, sources}) => ({
        cells: cells.map((it) => cell(it)),
        ...resting(sources),
      })),
      ...resting(rows.flatMap((it) => it.sources)),
    },
  ]
}

/** Characters of the text of a table that fit on one line of a page, at least. */
const lineLength = 100

/**
 * Shares of the width. A column gets its weight, but never less than its longest word needs, so
 * that no date is broken over two lines; the columns with room to spare make way for it.
 */
function widthsOf(columns: readonly Column[], rows: readonly RowDraft[]): number[] {
  const total = columns.reduce((sum, [, weight]) => sum + weight, 0)
  const wanted = columns.map(([, weight]) => weight / total)
  const needed = columns.map(([title, , set], index) => {
    const cells = rows.map(({cells}) => cells[index] ?? '')
    const words = cells.map((it) => (set === 'code' ? shortCode(it) : longestWord(it)))
    const longest = Math.max(longestWord(title), ...words)
    return (longest + 2) / lineLength
  })
  const spare = wanted.map((share, index) => Math.max(0, share - (needed[index] ?? 0)))
  const missing = wanted.reduce((sum, share, i) => sum + Math.max(0, (needed[i] ?? 0) - share), 0)
  const spareTotal = spare.reduce((sum, it) => sum + it, 0)
  // Too many columns for the page: every one keeps its share, and words will break.
  if (missing === 0 || missing > spareTotal) return wanted
  return wanted.map((share, index) =>
    share < (needed[index] ?? 0)
      ? (needed[index] ?? share)
      : share - (missing * (spare[index] ?? 0)) / spareTotal,
  )
}

/** An abbreviated commit stays on one line, in its wider letters; a long hash may break anywhere. */
function shortCode(content: string | Cell): number {
  const {length} = typeof content === 'string' ? content : content.text
  return length <= 12 ? length * 1.25 : 0
}

/** Characters of the longest run that a line cannot be broken in: a word, or a whole date. */
function longestWord(content: string | Cell): number {
  const {text, outcome} =
    typeof content === 'string' ? {text: content, outcome: undefined} : content
  const words = text.split(/\s+|(?<=\p{L}-)(?=\p{L})/u).map((it) => Math.min(it.length, 24))
  // The mark of an outcome stands before its word.
  return Math.max(0, ...words) + (outcome === undefined ? 0 : 3)
}

function cell(content: string | Cell): Cell {
  const made = typeof content === 'string' ? {text: content} : content
  return made.text === '' ? {...made, text: notStated} : made
}

/** Labelled facts; nothing at all where there are none. */
export function facts(
  items: readonly {label: string; text: string; sources: readonly Sourced[]}[],
): Facts[] {
  if (items.length === 0) return []
  return [
    {
      type: 'facts',
      items: items.map(({label, text, sources}) => ({label, text, ...resting(sources)})),
      ...resting(items.flatMap((it) => it.sources)),
    },
  ]
}
