import {readFile} from 'node:fs/promises'

import type {Renderer} from '../model/dossier.ts'
import {viewOf} from './html/view.ts'

const templates = new URL('../../templates/', import.meta.url)

/**
 * One file that needs no script, no network and no font of its own: embedding the two faces would
 * add 1.4 MB to a page that is otherwise small, so readers' own serif and sans faces are used.
 */
export const html: Renderer = {
  format: 'html',
  mediaType: 'text/html',
  render: async (dossier) => {
    const [{default: handlebars}, template, style] = await Promise.all([
      import('handlebars'),
      readFile(new URL('dossier.html.hbs', templates), 'utf8'),
      readFile(new URL('dossier.css', templates), 'utf8'),
    ])
    // An instance of our own: a helper registered elsewhere must not reach into a dossier.
    const own = handlebars.create()
    const render = own.compile(template, {strict: true, knownHelpersOnly: true, noEscape: false})
    return new TextEncoder().encode(render({...viewOf(dossier), style}))
  },
}
