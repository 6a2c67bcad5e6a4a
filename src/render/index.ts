import type {Renderer} from '../model/dossier.ts'
import {html} from './html.ts'
import {json} from './json.ts'
import {pdf} from './pdf.ts'

/** Every dossier format; `--format` offers these names. */
export const renderers: readonly Renderer[] = [pdf, html, json]
