import type {Block, Dossier} from '../model/dossier.ts'
import {hang, safe} from './text.ts'

/** The form as plain text, for a custodian who completes it in a word processor. */
export function formText({title, subtitle, network, cover, blocks}: Dossier): string {
  return [
    title.toUpperCase(),
    subtitle,
    safe(network),
    '',
    ...cover.legend.flatMap((it) => [...hang('', safe(it), 80), '']),
    ...blocks.flatMap(blockLines),
  ].join('\n')
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return ['', block.text.toUpperCase(), '']
    case 'paragraph':
      return [...hang('', safe(block.runs.map(({text}) => text).join('')), 80), '']
    case 'list':
      return block.items.flatMap(({runs}, index) => [
        ...hang(`${index + 1}. `, safe(runs.map(({text}) => text).join('')), 80),
        '',
      ])
    case 'facts':
      return [...block.items.flatMap(({label, text}) => hang(`${label}: `, safe(text), 80)), '']
    case 'table':
      return [
        block.caption,
        '',
        ...block.rows.map(({cells}) =>
          cells
            .map(({text}) => safe(text))
            .toReversed()
            .join('  '),
        ),
        '',
      ]
    case 'timeline':
    default:
      return []
  }
}
