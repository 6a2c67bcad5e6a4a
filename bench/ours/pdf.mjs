// Ours, for the benchmark: a dossier model from a file into a PDF.
import {readFileSync, writeFileSync} from 'node:fs'
import {renderers} from '../../dist/render/index.js'

const [, , from = '', to = ''] = process.argv
const pdf = renderers.find(({format}) => format === 'pdf')
if (pdf === undefined) throw new Error('no PDF renderer')
writeFileSync(to, await pdf.render(JSON.parse(readFileSync(from, 'utf8'))))
