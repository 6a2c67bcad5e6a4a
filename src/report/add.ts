import {commitLines} from './paste.ts'
import {safe} from './text.ts'

export interface AddTold {
  readonly kind: string
  readonly id: string
  /** Of the repository, as the user named it, and the file from there. */
  readonly folder: string
  readonly path: string
  /** The file from where cinch was run. */
  readonly file: string
}

export interface AddShown {
  readonly state: 'refused' | 'written' | 'planned'
  /** What would change; empty where it is not to be shown. */
  readonly diff: readonly string[]
  readonly width: number
}

/** What was added, and how it is committed. */
export function addLines(
  {kind, id, folder, path, file}: AddTold,
  {state, diff, width}: AddShown,
): string[] {
  const shown = diff.length === 0 ? [] : [...diff.map(safe), '']
  if (state === 'refused') return [...shown, 'Nothing was written.']
  const what = safe(`${kind}/${id}: ${file}`)
  if (state === 'planned') return [...shown, `Would write ${what}; nothing was written.`]
  return [
    ...shown,
    `Wrote ${what}`,
    'Next: look at it, then commit it:',
    ...commitLines(folder, [path], {width}),
  ]
}
