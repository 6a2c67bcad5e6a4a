import {compareText} from '../model/location.ts'
import type {Entry, Workspace} from '../model/workspace.ts'

/**
 * Labels of exhibits and tables, by `Kind/id`: a prefix of the network and four digits, in order
 * of id. The main root is numbered first, so that an overlay changes no label of it; a number
 * that is missing in a dossier belongs to an exhibit withheld from it.
 */
export function labelsOf(workspace: Workspace): ReadonlyMap<string, string> {
  const prefix = prefixOf(workspace.all('Network')[0]?.value.id ?? '')
  const numbered = (entries: readonly Entry[], letter: string) =>
    inOrder(entries).map(({kind, value}, index): [string, string] => [
      `${kind}/${value.id}`,
      `${prefix}-${letter}${String(index + 1).padStart(4, '0')}`,
    ])
  return new Map([
    ...numbered(workspace.all('Exhibit'), ''),
    ...numbered(workspace.all('EvidenceTable'), 'T'),
  ])
}

/** Main root first, then by root and id. */
export function inOrder<E extends Entry>(entries: readonly E[]): E[] {
  return entries.toSorted(
    (a, b) =>
      Number(a.root !== 'main') - Number(b.root !== 'main') ||
      compareText(a.root, b.root) ||
      compareText(a.value.id, b.value.id),
  )
}

function prefixOf(id: string): string {
  return id.split('-')[0]?.toUpperCase().slice(0, 9) || 'EX'
}
