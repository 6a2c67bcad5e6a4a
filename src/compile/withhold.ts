import type {Assessment} from '../model/assessment.ts'
import {
  classes,
  isAbove,
  mostRestricted,
  type ConfidentialityClass,
} from '../model/confidentiality.ts'
import type {Block, Dossier, DossierTable, Provenance} from '../model/dossier.ts'
import {note, paragraph, table} from './blocks.ts'
import {classWords} from './classes.ts'
import {count, figure} from './phrases.ts'

export interface Withheld {
  readonly class: ConfidentialityClass
  readonly count: number
}

/** What one reader may see: classes up to one, and none of some roots. */
interface Limit {
  readonly upTo: ConfidentialityClass
  /** Overlay roots of which nothing is shown, with their class. */
  readonly roots: ReadonlyMap<string, ConfidentialityClass>
}

/**
 * Removes every node above a class, and every node that rests on a root in `withoutRoots`, before
 * anything is rendered; says at each place how many items are missing, and in the limits of what
 * class.
 *
 * Rows, items and events go one by one. A row that states an outcome stays, because readiness is
 * computed on everything; the cells that would tell what the records hold print `withheld`.
 */
export function withhold(
  dossier: Dossier,
  upTo: ConfidentialityClass,
  withoutRoots: ReadonlyMap<string, ConfidentialityClass> = new Map(),
): {dossier: Dossier; withheld: Withheld[]} {
  const counts = new Map<ConfidentialityClass, number>()
  const limit = {upTo, roots: withoutRoots}
  const kept = dossier.blocks.flatMap((block) => {
    const gone: ConfidentialityClass[] = []
    const left = ofBlock(block, limit, (above) => gone.push(above))
    for (const above of gone) counts.set(above, (counts.get(above) ?? 0) + 1)
    return gone.length === 0 ? left : [...left, missing(gone)]
  })
  const withheld = classes.flatMap((it) => {
    const number = counts.get(it)
    return number === undefined ? [] : [{class: it, count: number}]
  })
  return {dossier: {...dossier, blocks: withNotice(kept, withheld)}, withheld}
}

/**
 * The dossier that a main root may yield: everything of its own kinds, pseudonymous cases and
 * negotiations included, for they stand in that repository and its readers can read them there.
 * Not: privileged and person-level content, unless the root itself is of that class; and nothing
 * of an overlay whose class is above the main root's, whatever class its records have by
 * themselves, so that a lesser root never holds what an overlay was made to keep apart.
 */
export function withholdForMainRoot(
  dossier: Dossier,
  roots: Assessment['roots'],
): {dossier: Dossier; withheld: Withheld[]} {
  const main = roots.find(({name}) => name === 'main')?.class ?? 'network'
  const overlays = roots.filter((it) => it.name !== 'main' && isAbove(it.class, main))
  return withhold(
    dossier,
    mostRestricted([main, 'peerReview']),
    new Map(overlays.map((it) => [it.name, it.class])),
  )
}

/** Class for which something is withheld; null where it may be shown. */
function barrier(
  own: ConfidentialityClass,
  provenance: readonly Provenance[],
  {upTo, roots}: Limit,
): ConfidentialityClass | null {
  const barred = provenance.flatMap((it) =>
    it.type === 'record' && it.root !== undefined ? (roots.get(it.root) ?? []) : [],
  )
  if (isAbove(own, upTo)) return mostRestricted([own, ...barred])
  return barred.length > 0 ? mostRestricted(barred) : null
}

type Part = {readonly class?: ConfidentialityClass; readonly provenance?: readonly Provenance[]}

function ofBlock(
  block: Block,
  limit: Limit,
  withheld: (above: ConfidentialityClass) => void,
): Block[] {
  const shown = (part: Part): boolean => {
    const above = barrier(part.class ?? block.class, part.provenance ?? block.provenance, limit)
    if (above !== null) withheld(above)
    return above === null
  }
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return shown(block) ? [block] : []
    case 'list': {
      const items = block.items.filter(shown)
      return items.length === 0 ? [] : [{...block, items, ...restOf(items)}]
    }
    case 'facts': {
      const items = block.items.filter(shown)
      return items.length === 0 ? [] : [{...block, items, ...restOf(items)}]
    }
    case 'timeline': {
      const lanes = block.lanes
        .map((lane) => ({...lane, events: lane.events.filter(shown)}))
        .filter(({events}) => events.length > 0)
      return lanes.length === 0
        ? []
        : [{...block, lanes, ...restOf(lanes.flatMap((it) => it.events))}]
    }
    case 'table':
      return ofTable(block, shown)
    default:
      // Everything else is handled above; a new kind of block is a type error here.
      return block satisfies never
  }
}

function ofTable(block: DossierTable, shown: (part: Part) => boolean): Block[] {
  const rows = block.rows.flatMap((row) => {
    if (shown(row)) return [row]
    if (!row.cells.some((it) => it.detail)) return []
    // Which records it rests on is part of what is withheld.
    const provenance = row.provenance.filter(({type}) => type !== 'record')
    const cells = row.cells.map((it) => (it.detail ? {...it, text: 'withheld'} : it))
    return [{...row, cells, class: 'public' as const, provenance}]
  })
  return rows.length === 0 ? [] : [{...block, rows, ...restOf(rows)}]
}

/** Class and provenance of what is left of a block. */
function restOf(parts: readonly Part[]): {class: ConfidentialityClass; provenance: Provenance[]} {
  const all = parts.flatMap((it) => it.provenance ?? [])
  const once = [...new Map(all.map((it) => [JSON.stringify(it), it])).values()]
  return {
    class: mostRestricted(parts.flatMap((it) => it.class ?? [])),
    provenance: once.length > 0 ? once : [{type: 'tool'}],
  }
}

function missing(gone: readonly ConfidentialityClass[]): Block {
  const each = classes.flatMap((it) => {
    const number = gone.filter((above) => above === it).length
    return number === 0 ? [] : [`${figure(number)} ${classWords[it]}`]
  })
  return note(`Withheld here: ${each.join(', ')}.`)
}

/** Id of the heading after which the notice of what is withheld stands. */
export const withheldAnchor = 'withheld'

function withNotice(blocks: readonly Block[], withheld: readonly Withheld[]): Block[] {
  const at = blocks.findIndex((it) => it.type === 'heading' && it.id === withheldAnchor)
  const notice = [
    paragraph(
      withheld.length === 0
        ? 'Nothing is withheld from this dossier.'
        : `${count(
            withheld.reduce((sum, it) => sum + it.count, 0),
            'item is',
            'items are',
          )} withheld from this dossier, and each place says so. Readiness and every outcome are computed on everything that was read.`,
    ),
    ...table(
      'Withheld, by class',
      [
        ['Class', 3],
        ['Items', 1, 'right'],
      ],
      withheld.map((it) => ({
        cells: [classWords[it.class], figure(it.count)],
        sources: [],
      })),
    ),
  ]
  return [...blocks.slice(0, at + 1), ...notice, ...blocks.slice(at + 1)]
}
