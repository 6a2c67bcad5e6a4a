import type {Block} from '../../model/dossier.ts'

/** An id for each block: a heading's own where it can stand in a link and is not taken. */
export function uniqueIds(blocks: readonly Block[]): readonly string[] {
  const taken = new Set(['top', 'contents', 'main'])
  return blocks.map((block, index) => {
    const wanted =
      block.type === 'heading' ? block.id.replace(/[^\p{L}\p{N}_.-]+/gu, '-') : 'figure'
    let id = wanted === '' || taken.has(wanted) ? `${wanted}-${index}` : wanted
    while (taken.has(id)) id += '-'
    taken.add(id)
    return id
  })
}
