import type {Inventory} from '../model/inventory.ts'
import {hang, plural, safe} from './text.ts'

/** What was read, counted: a line of zeros is a gap that somebody should see. */
export function inventoryLines(inventory: Inventory): string[] {
  const {recordDocuments, records, tables, exhibits, ignored, scanned, notScanned} = inventory
  const kinds = Object.entries(records).map(([kind, count]) => `${kind} ${count}`)
  return [
    ...hang(
      '',
      `${plural(recordDocuments, 'record')} read; ${plural(tables, 'table')}; ${plural(exhibits, 'exhibit')}; ` +
        `${plural(ignored.length, 'file')} ignored; ${plural(scanned, 'file')} scanned for what may not be kept.`,
      80,
    ),
    ...hang('  ', kinds.join(', '), 80),
    ...notScanned.flatMap(({file, reason}) =>
      hang('  not scanned: ', `${safe(file)} (${safe(reason)})`, 80),
    ),
    '',
  ]
}
