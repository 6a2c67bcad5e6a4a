import type {Block, Dossier, Heading} from '../../model/dossier.ts'
import type {Canvas, Tag} from './canvas.ts'
import {drawContents} from './contents.ts'
import {drawCover} from './cover.ts'
import {drawFacts} from './facts.ts'
import {createFlow, type Flow} from './flow.ts'
import type {Faces} from './fonts.ts'
import type {Furniture} from './furniture.ts'
import {drawHeading, headingHeight} from './heading.ts'
import {drawList, drawParagraph} from './paragraph.ts'
import {styles} from './style.ts'
import {drawTable, tableStart} from './table.ts'
import {drawTimeline, timelineHeight} from './timeline.ts'

/** What the first pass learns and the second prints. */
export interface Numbers {
  readonly pages: number
  /** Page of each heading, by its place among the blocks. */
  readonly headings: ReadonlyMap<number, number>
}

/** Draws cover, contents and blocks; without `numbers` only to learn them. */
export function layPages(
  dossier: Dossier,
  canvas: Canvas,
  faces: Faces,
  furniture: Furniture,
  numbers: Numbers | null,
): Numbers {
  const flow = createFlow(canvas, faces, furniture.bands, (it) =>
    furniture.draw(it, numbers?.pages ?? null),
  )
  const root = canvas.tag(null, 'Document')
  drawCover(flow, root, dossier)
  const entries = dossier.blocks.flatMap((it, index) =>
    it.type === 'heading' && it.level < 3
      ? [{heading: it, anchor: anchorOf(index), page: numbers?.headings.get(index) ?? null}]
      : [],
  )
  const contents = canvas.tag(root, 'Sect')
  drawContents(flow, contents, entries)
  canvas.finish(contents)
  const headings = drawBlocks(flow, root, dossier.blocks)
  canvas.finish(root)
  return {pages: flow.page, headings}
}

/** Safe whatever the heading's own id is, and in the order that pdfkit's name tree must have. */
function anchorOf(index: number): string {
  return `b${String(index).padStart(7, '0')}`
}

function drawBlocks(flow: Flow, root: Tag, blocks: readonly Block[]): Map<number, number> {
  const headings = new Map<number, number>()
  let section: Tag = null
  blocks.forEach((block, index) => {
    if (index === 0 || (block.type === 'heading' && block.level === 1)) {
      flow.canvas.finish(section)
      section = flow.canvas.tag(root, 'Sect')
    }
    if (block.type === 'heading') {
      drawHeading(flow, section, block, anchorOf(index), startHeight(flow, blocks, index + 1))
      headings.set(index, flow.page)
    } else drawBlock(flow, section, block)
  })
  flow.canvas.finish(section)
  return headings
}

function drawBlock(flow: Flow, section: Tag, block: Exclude<Block, Heading>): void {
  switch (block.type) {
    case 'paragraph':
      return drawParagraph(flow, section, block)
    case 'list':
      return drawList(flow, section, block)
    case 'table':
      return drawTable(flow, section, block)
    case 'facts':
      return drawFacts(flow, section, block.items)
    case 'timeline':
      return drawTimeline(flow, section, block)
    default:
      block satisfies never
  }
}

/** Points that the block at `index` needs at least, so that a heading is not left behind. */
function startHeight(flow: Flow, blocks: readonly Block[], index: number): number {
  const block = blocks[index]
  switch (block?.type) {
    case undefined:
      return 0
    case 'heading':
      return block.level === 1
        ? 0
        : headingHeight(flow, block) + startHeight(flow, blocks, index + 1)
    case 'table':
      return tableStart(flow, block)
    case 'timeline':
      return timelineHeight(flow, block)
    case 'paragraph':
    case 'list':
    case 'facts':
      return 3 * styles.lead.leading
    default:
      return block satisfies never
  }
}
