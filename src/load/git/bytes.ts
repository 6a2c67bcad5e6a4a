const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
const lenient = new TextDecoder('utf-8', {ignoreBOM: true})

/** Whether every character stands for one byte below 128. */
// oxlint-disable-next-line no-control-regex -- ASCII is a range of them.
const ascii = /^[\x00-\x7f]*$/

/**
 * A name in the repository from its bytes, one character each.
 *
 * @returns UTF-8 read as such; where it is none, `\xHH` for every byte above 127, so that two
 *   names stay two, and `utf8: false`.
 */
export function decodePath(bytes: string): {path: string; utf8: boolean} {
  if (ascii.test(bytes)) return {path: bytes, utf8: true}
  try {
    return {path: strict.decode(Buffer.from(bytes, 'latin1')), utf8: true}
  } catch {
    return {path: bytes.replace(/[\x80-\xff]/g, escapeByte), utf8: false}
  }
}

function escapeByte(byte: string): string {
  return `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`
}

/**
 * What somebody wrote into a commit, from its bytes, one character each. Control characters, which
 * could steer a terminal or forge a line, and marks that turn the direction of writing become
 * U+FFFD.
 */
export function decodeText(bytes: string): string {
  if (/^[ -~]*$/.test(bytes)) return bytes
  const text = ascii.test(bytes) ? bytes : lenient.decode(Buffer.from(bytes, 'latin1'))
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '\uFFFD')
}

/** Without white space of ASCII at both ends; what `trim` takes besides is half of a character. */
export function withoutSpace(bytes: string): string {
  let [from, to] = [0, bytes.length]
  while (from < to && isSpace(bytes.charCodeAt(from))) from += 1
  while (from < to && isSpace(bytes.charCodeAt(to - 1))) to -= 1
  return bytes.slice(from, to)
}

/** Space, tab, line feed and what stands between them in ASCII. */
export function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13)
}
