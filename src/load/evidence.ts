import {createHash} from 'node:crypto'
import type {EvidenceFile} from '../model/source.ts'
import type {FileStore, StoredFile} from './store.ts'

/** A pointer is a few lines; nothing longer is looked at. */
const maxPointerBytes = 1024
const pointers =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/|^\/annex\/objects\/|^(?:\.\.?\/)*\.git\/annex\/objects\//

/** Whether `start` begins a pointer that stands for a file kept elsewhere. */
export function isPointer(start: string, bytes: number): boolean {
  return bytes <= maxPointerBytes && pointers.test(start)
}

/** Hash in a pointer of git-lfs, or in the key of git-annex. */
const named = /^oid sha256:([0-9a-f]{64})\s*$|\/SHA256E?-[^/\s]*--([0-9a-f]{64})(?![0-9a-f])/m

/** Hashes a table or an exhibit piece by piece; `see` gets every piece. */
export function readEvidence(
  root: string,
  {path}: StoredFile,
  use: EvidenceFile['use'],
  store: FileStore,
  see: (chunk: Uint8Array) => void,
): EvidenceFile {
  const hash = createHash('sha256')
  let bytes = 0
  let start = ''
  for (const chunk of store.chunks?.(path) ?? [store.read(path)]) {
    hash.update(chunk)
    see(chunk)
    if (bytes === 0) start = Buffer.from(chunk.subarray(0, maxPointerBytes)).toString('latin1')
    bytes += chunk.length
  }
  const pointer = isPointer(start, bytes)
  const found = pointer ? named.exec(start) : null
  const pointsTo = found?.[1] ?? found?.[2]
  return {
    root,
    file: path,
    use,
    bytes,
    sha256: hash.digest('hex'),
    pointer,
    ...(pointsTo === undefined ? {} : {pointsTo}),
    sha256WithLf: () => (bytes > maxTextBytes ? undefined : hashWithLf(store.read(path))),
    read: () => store.read(path),
  }
}

/** Largest file that is looked at for its line ends: a text beyond it is no page of evidence. */
const maxTextBytes = 16 * 1024 * 1024

/** Hash of a text with LF for CR LF; undefined where no line ends so, or where it is no text to git either. */
export function hashWithLf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.includes('\r\n')) return undefined
  return createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'latin1').digest('hex')
}
