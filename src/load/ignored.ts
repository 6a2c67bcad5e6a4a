import {startOf} from '../model/location.ts'
import type {Sources} from '../model/source.ts'
import type {Ignored, Listing} from './listing.ts'
import {parseSources} from './source.ts'
import {decodeRecord, rootOf} from './text.ts'

/** A line or a mapping that begins as a record does: nothing else is worth the parsing. */
const likeRecord =
  /(?:^|[\n,{?-])[ \t]*["']?kind["']?[ \t]*:[ \t]*["']?[A-Z][A-Za-z]+["']?[ \t]*[\r\n,}#]/

/**
 * What an ignored file would be without its glob, where that is a record.
 *
 * @param pieces - Its bytes; left out where it is too large to be a record.
 */
export function ignoredRecord(
  root: string,
  file: string,
  {reason, locate}: Ignored,
  listing: Listing,
  pieces: readonly Uint8Array[] | undefined,
): NonNullable<Sources['ignoredRecords']> {
  const kind = pieces === undefined ? null : kindIn(root, file, Buffer.concat(pieces))
  const named = listing.isRecordPath(file)
  if (kind === null && !named) return []
  const location = locate?.() ?? startOf(file, rootOf(root))
  return [{root, file, reason, kind, named, location}]
}

/** The first `kind` of a text that reads as YAML, or as JSON; null where there is none. */
function kindIn(root: string, file: string, bytes: Uint8Array): string | null {
  const decoded = decodeRecord(root, file, bytes)
  if (!('text' in decoded) || !likeRecord.test(`${decoded.text}\n`)) return null
  for (const {value} of parseSources(root, file, decoded.text).sources) {
    const kind = (Object(value) as {readonly kind?: unknown}).kind
    if (typeof kind === 'string') return kind
  }
  return null
}
