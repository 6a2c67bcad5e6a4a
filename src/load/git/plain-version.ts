import {readPlain} from '../yaml/plain.ts'
import {recordsIn, type RecordVersion} from './versions.ts'

/** The records of a version, or null where the plain parser leaves it to the whole one. */
export type PlainVersion = {readonly records: ReadonlyMap<string, RecordVersion> | undefined} | null

/** Reads a version of a file by the plain parser alone, where a record may be in it. */
export function readPlainVersion(content: Uint8Array): PlainVersion {
  if (!mayHoldKind(content)) return null
  let left = false
  const records = recordsIn(content, (text) => {
    const plain = readPlain(text)
    left = plain === undefined
    return plain ?? []
  })
  return left ? null : {records}
}

/** Whether a key `kind` can be in the text: as it stands, or written with escapes. */
export function mayHoldKind(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return bytes.includes('kind') || bytes.includes('\\')
}
