/** A commit as stored, taken apart as git does before it checks a signature. */
export interface SignedCommit {
  /** The commit without any signature: what was signed. */
  readonly payload: Buffer
  readonly armored: string
}

const anySignature = 'gpgsig'
const space = 32
const lineFeed = 10

/**
 * The signature in the header of a commit, and what it is of; null where there is none.
 *
 * As `parse_buffer_signed_by_header` in git's commit.c: several headers are one signature, and a
 * signature for the other hash algorithm is neither signature nor signed.
 *
 * @param commit - The bytes of the object, without git's own header.
 * @param header - `gpgsig`, or `gpgsig-sha256` in a repository of SHA-256 objects.
 */
export function signedCommitOf(commit: Buffer, header: string): SignedCommit | null {
  const payload: Buffer[] = []
  const signature: Buffer[] = []
  let [inSignature, inOther] = [false, false]
  const start = Buffer.from(`${header} `)
  const other = Buffer.from(anySignature)
  for (let at = 0; at < commit.length;) {
    const found = commit.indexOf(lineFeed, at)
    const end = found < 0 ? commit.length : found + 1
    const line = commit.subarray(at, end)
    const continued = line[0] === space
    if (inSignature && continued) signature.push(line.subarray(1))
    else if (startsWith(line, start)) {
      signature.push(line.subarray(start.length))
      ;[inSignature, inOther] = [true, false]
    } else {
      inSignature = false
      if (startsWith(line, other)) inOther = true
      else if (!continued) inOther = false
      if (line[0] === lineFeed) {
        payload.push(commit.subarray(at))
        break
      }
      if (!inOther) payload.push(line)
    }
    at = end
  }
  if (signature.length === 0) return null
  return {payload: Buffer.concat(payload), armored: Buffer.concat(signature).toString('latin1')}
}

function startsWith(line: Buffer, text: Buffer): boolean {
  return line.subarray(0, text.length).equals(text)
}

/** Committer date, unix seconds; 0 where the line says none. */
export function committedAt(commit: Buffer): number {
  const head = commit.subarray(0, Math.max(commit.indexOf('\n\n'), 0)).toString('latin1')
  const line = /^committer .*$/m.exec(head)?.[0] ?? ''
  const at = Number.parseInt(line.slice(line.lastIndexOf('>') + 1), 10)
  return Number.isSafeInteger(at) ? at : 0
}
