import type {Block, CitedRecord, Dossier, Provenance} from '../model/dossier.ts'
import {notNamed} from './departures.ts'
import {heading, paragraph, table} from './blocks.ts'

/**
 * The dossier with its records numbered in the order in which they are first cited, and a last part
 * that tells what each number is. A path and a commit after every statement would hide the
 * statement.
 */
export function withSources(dossier: Dossier): Dossier {
  const numbers = new Map<string, number>()
  const sources: CitedRecord[] = []
  const numbered = (it: Provenance): Provenance => {
    if (it.type !== 'record') return it
    const {type: _type, line: _line, number: _number, ...record} = it
    const key = JSON.stringify([it.root, it.file, it.kind, it.id])
    const known = numbers.get(key)
    if (known === undefined) numbers.set(key, sources.push(record))
    return {...it, number: known ?? sources.length}
  }
  const all = <T extends {readonly provenance: readonly Provenance[]}>(its: readonly T[]): T[] =>
    its.map((it) => ({...it, provenance: it.provenance.map(numbered)}))
  const blocks = dossier.blocks.map((block): Block => {
    const [whole = block] = all([block])
    switch (whole.type) {
      case 'table':
        return {...whole, rows: all(whole.rows)}
      case 'list':
        return {...whole, items: all(whole.items)}
      case 'facts':
        return {...whole, items: all(whole.items)}
      case 'heading':
      case 'paragraph':
      case 'timeline':
        return whole
      default:
        return whole satisfies never
    }
  })
  return {...dossier, sources, blocks: [...blocks, ...partOf(sources)]}
}

function partOf(sources: readonly CitedRecord[]): Block[] {
  const rows = sources.map(({kind, id, root, file, commit}, index) => ({
    cells: [
      String(index + 1),
      id === notNamed ? `${kind}, members that left` : `${kind} ${id}`,
      root === undefined ? file : `${root}: ${file}`,
      commit ?? (id === notNamed ? notNamed : 'history not read'),
    ],
    sources: [],
  }))
  return [
    heading(1, 'sources', 'Sources'),
    paragraph(
      'A number in brackets names a record of this list; what follows its colon are lines of that file at the commit read. The commit given here is the first that held the record. Records of members that left are not named: a departure beside a case could identify a member.',
    ),
    ...table(
      'Records cited',
      [
        ['No.', 0.6, 'right'],
        ['Record', 3.2],
        ['File', 4, 'code'],
        ['First commit', 2.2, 'code'],
      ],
      rows,
    ),
  ]
}
