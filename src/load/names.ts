import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {StoredFile} from './store.ts'
import {rootOf} from './text.ts'

/** Control characters, and marks that turn or hide text. */
// oxlint-disable-next-line no-control-regex
const odd = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/

// oxlint-disable-next-line no-control-regex
const isAscii = /^[\u0000-\u007f]*$/

/** Names that read differently from what they are, or that another disk would fold into one. */
export function checkNames(root: string, files: readonly StoredFile[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const seen = new Map<string, string>()
  for (const {path} of files) {
    const location = startOf(path, rootOf(root))
    if (odd.test(path))
      diagnostics.push({
        code: 'file/name',
        severity: 'error',
        message: `Unexpected control or direction character in the name ${quoted(path)}, expected printable text`,
        location,
        help: 'Rename the file',
      })
    // Upper case before lower folds more pairs, such as the two small sigmas.
    const folded = isAscii.test(path)
      ? path.toLowerCase()
      : path.normalize('NFC').toUpperCase().toLowerCase()
    const first = seen.get(folded)
    if (first === undefined) seen.set(folded, path)
    else
      diagnostics.push({
        code: 'file/name-collision',
        severity: 'error',
        message: `Unexpected name ${quoted(path)}, expected one that differs from ${quoted(first)} in more than case or Unicode form`,
        location,
        help: 'Rename one of the two: on some disks they are one file',
        related: [{message: 'The other is here', location: startOf(first, rootOf(root))}],
      })
  }
  return diagnostics
}
