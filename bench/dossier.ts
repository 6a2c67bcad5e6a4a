import type {Block, Dossier} from '../src/model/dossier.ts'
import {randomFrom} from './random.ts'

const words =
  'the network shows evidence bearing on clinical integration through protocols measures committees and investment of time by physicians who practise in it under agreements that bind them'.split(
    ' ',
  )

/** A dossier of about `pages` pages: a heading, three paragraphs and a table on each. */
export function dossierOf(pages: number): Dossier {
  const random = randomFrom(3)
  const text = (count: number) =>
    Array.from({length: count}, () => words[Math.floor(random() * words.length)]).join(' ')
  const base = {class: 'network', provenance: [{type: 'tool'}]} as const
  const blocks = Array.from({length: pages}, (_, page): Block[] => [
    {type: 'heading', level: 1, text: `Section ${page + 1}`, id: `s${page + 1}`, ...base},
    ...Array.from({length: 3}, (): Block => ({
      type: 'paragraph',
      style: 'body',
      runs: [{text: text(75)}],
      ...base,
    })),
    {
      type: 'table',
      caption: 'Table',
      columns: [0.4, 0.2, 0.2, 0.2].map((width, index) => ({title: `Column ${index}`, width})),
      rows: Array.from({length: 13}, () => ({
        cells: [text(3), text(1), text(1), text(1)].map((it) => ({text: it})),
        provenance: [],
      })),
      ...base,
    },
  ]).flat()
  return {
    schemaVersion: 1,
    title: 'Benchmark',
    subtitle: 'Pages of text and tables',
    network: 'Bench Network',
    asOf: '2026-06-30',
    commit: null,
    toolVersion: '0',
    rulesVersion: '0',
    draft: null,
    mark: null,
    cover: {legend: [], facts: []},
    blocks,
  }
}
