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
  const total = columns.reduce((sum, [, weight]) => sum + weight, 0)
  return [
    {
      type: 'table',
      caption,
      columns: columns.map(([title, weight, set]) => ({
        title,
        width: weight / total,
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
