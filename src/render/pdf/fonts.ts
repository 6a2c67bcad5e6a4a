import {readFile} from 'node:fs/promises'

import {openFont} from './engine.ts'
import {createFace, type Face} from './face.ts'
import type {FaceName} from './style.ts'

const files = {
  serif: 'SourceSerif4_400Regular.ttf',
  serifItalic: 'SourceSerif4_400Regular_Italic.ttf',
  serifBold: 'SourceSerif4_600SemiBold.ttf',
  sans: 'SourceSans3_400Regular.ttf',
  sansBold: 'SourceSans3_600SemiBold.ttf',
  mono: 'SourceCodePro_400Regular.ttf',
} as const satisfies Record<FaceName, string>

const folder = new URL('../../../templates/fonts/', import.meta.url)

export type Faces = Readonly<Record<FaceName, Face>>

/** Reads and embeds every face, in one order: a face's name in the file depends on it. */
export async function openFaces(document: PDFKit.PDFDocument): Promise<Faces> {
  const names = Object.keys(files) as FaceName[]
  const read = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(files[name], folder))] as const),
  )
  const faces = read.map(([name, file]) => [name, createFace(openFont(document, name, file))])
  return Object.fromEntries(faces) as Faces
}
