import {createHash} from 'node:crypto'

import createDocument from 'pdfkit'

import {startOfDay} from '../../model/date.ts'
import type {Block, Dossier, Heading} from '../../model/dossier.ts'
import {canonicalJson} from '../json.ts'
import {visible} from '../visible.ts'
import {blank, type Canvas, type Tag} from './canvas.ts'
import {drawContents} from './contents.ts'
import {drawCover} from './cover.ts'
import {repairMetadata} from './engine.ts'
import {drawFacts} from './facts.ts'
import {createFlow, type Flow} from './flow.ts'
import {openFaces, type Faces} from './fonts.ts'
import {createFurniture, type Furniture} from './furniture.ts'
import {drawHeading, headingHeight} from './heading.ts'
import {createPainter} from './painter.ts'
import {drawList, drawParagraph} from './paragraph.ts'
import {page, styles} from './style.ts'
import {drawTable, tableStart} from './table.ts'
import {drawTimeline, timelineHeight} from './timeline.ts'

/** What the first pass learns and the second prints. */
interface Numbers {
  readonly pages: number
  /** Page of each heading, by its place among the blocks. */
  readonly headings: ReadonlyMap<number, number>
}

/**
 * Lays the dossier out as a tagged PDF/A-2a, once to count and once to write.
 *
 * PDF/A rather than PDF/UA: a dossier is kept as evidence, and pdfkit can claim one of the two.
 * What PDF/UA asks for besides is done all the same: alternative texts, header cells with scope,
 * links with descriptions, the title in the window.
 */
export async function renderPdf(dossier: Dossier): Promise<Uint8Array> {
  const document = openDocument(dossier)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  const faces = await openFaces(document)
  const furniture = createFurniture(faces, dossier)
  const numbers = lay(dossier, blank, faces, furniture, null)
  const canvas = createPainter(document)
  const again = lay(dossier, canvas, faces, furniture, numbers)
  if (again.pages !== numbers.pages)
    throw new Error(`Unexpected ${again.pages} pages, expected the ${numbers.pages} counted first`)
  canvas.end()
  await done
  const {buffer, byteOffset, byteLength} = Buffer.concat(chunks)
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function openDocument(dossier: Dossier): PDFKit.PDFDocument {
  const date = startOfDay(dossier.asOf)
  const hash = createHash('sha256').update(canonicalJson(dossier)).digest('hex')
  const document = new createDocument({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    autoFirstPage: false,
    // No default font: Helvetica would not be embedded.
    font: '',
    info: {
      Title: visible(dossier.title),
      Subject: visible(`${dossier.network}: ${dossier.subtitle}`),
      Creator: `cinch ${visible(dossier.toolVersion)}`,
      Producer: 'PDFKit',
      // The file's identifier is made from these values, so it differs wherever the content does.
      Keywords: `sha256:${hash}`,
      CreationDate: date,
      ModDate: date,
    },
  })
  repairMetadata(document)
  return document
}

function lay(
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
  let section = flow.canvas.tag(root, 'Sect')
  blocks.forEach((block, index) => {
    if (block.type === 'heading') {
      if (block.level === 1) {
        flow.canvas.finish(section)
        section = flow.canvas.tag(root, 'Sect')
      }
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
      return timelineHeight(block)
    case 'paragraph':
    case 'list':
    case 'facts':
      return 3 * styles.lead.leading
    default:
      return block satisfies never
  }
}
