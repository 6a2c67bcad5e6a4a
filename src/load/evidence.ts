import {createHash} from 'node:crypto'
import type {EvidenceFile} from '../model/source.ts'
import type {FileStore, StoredFile} from './store.ts'

/** A pointer is a few lines; nothing longer is looked at. */
const maxPointerBytes = 1024
const pointer =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/|^\/annex\/objects\/|^(?:\.\.?\/)*\.git\/annex\/objects\//

/** Whether `start` begins a pointer that stands for a file kept elsewhere. */
export function isPointer(start: string, bytes: number): boolean {
  return bytes <= maxPointerBytes && pointer.test(start)
}

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
  return {
    root,
    file: path,
    use,
    bytes,
    sha256: hash.digest('hex'),
    pointer: isPointer(start, bytes),
    read: () => store.read(path),
  }
}
