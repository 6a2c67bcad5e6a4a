import type {Block, Dossier} from '../../src/model/dossier.ts'

/** Every text of the cover and the blocks, in the order a reader meets them. */
export function textsOf(dossier: Dossier): readonly string[] {
  const {network, title, subtitle, asOf, cover} = dossier
  const facts = cover.facts.flatMap((it) => [it.label, it.text])
  return [network, title, subtitle, asOf, ...facts, ...cover.legend, ...bodyTextsOf(dossier.blocks)]
}

function bodyTextsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'heading':
        return [`${block.number ?? ''}${block.text}`]
      case 'paragraph':
        return block.runs.map((it) => it.text)
      case 'list':
        return block.items.flatMap((item) => item.runs.map((it) => it.text))
      case 'table':
        return [
          block.caption,
          ...block.columns.map((it) => it.title),
          ...block.rows.flatMap((row) => row.cells.map((it) => it.text)),
        ]
      case 'facts':
        return block.items.flatMap((it) => [it.label, it.text])
      case 'timeline':
        return [
          block.caption,
          ...block.lanes.flatMap((lane) => [
            lane.title,
            ...lane.events.flatMap((it) => [it.date, it.label]),
          ]),
        ]
      default:
        return block satisfies never
    }
  })
}

/** The first text that does not follow the ones before it in `whole`; undefined where all do. */
export function firstMissing(
  whole: string,
  texts: readonly string[],
  normal: (text: string) => string,
): string | undefined {
  let from = 0
  return texts.find((text) => {
    const at = whole.indexOf(normal(text), from)
    if (at < 0) return true
    from = at + normal(text).length
    return false
  })
}
