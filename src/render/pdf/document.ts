import {createHash} from 'node:crypto'

import createDocument from 'pdfkit'

import {startOfDay} from '../../model/date.ts'
import type {Dossier} from '../../model/dossier.ts'
import {canonicalJson} from '../json.ts'
import {visible} from '../visible.ts'
import {blank} from './canvas.ts'
import {gatherFile, orderPlaces, repairMetadata} from './file.ts'
import {openFaces} from './fonts.ts'
import {createFurniture} from './furniture.ts'
import {layPages} from './pages.ts'
import {createPainter} from './painter.ts'
import {page} from './style.ts'

/**
 * Lays the dossier out as a tagged PDF/A-2a, once to count and once to write.
 *
 * PDF/A rather than PDF/UA: a dossier is kept as evidence, and pdfkit can claim one of the two.
 * What PDF/UA asks for besides is done all the same: alternative texts, header cells with scope,
 * links with descriptions, the title in the window.
 */
export async function renderPdf(dossier: Dossier): Promise<Uint8Array> {
  const document = openDocument(dossier)
  const file = gatherFile(document)
  const faces = await openFaces(document)
  const furniture = createFurniture(faces, dossier)
  const numbers = layPages(dossier, blank, faces, furniture, null)
  const canvas = createPainter(document)
  const again = layPages(dossier, canvas, faces, furniture, numbers)
  if (again.pages !== numbers.pages)
    throw new Error(`Unexpected ${again.pages} pages, expected the ${numbers.pages} counted first`)
  canvas.end()
  return file()
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
      // `cinch verify` reads the commit here: the pages are compressed.
      Keywords: `sha256:${hash}${dossier.commit === null ? '' : ` commit:${dossier.commit}`}`,
      CreationDate: date,
      ModDate: date,
    },
  })
  orderPlaces(document)
  repairMetadata(document)
  return document
}
