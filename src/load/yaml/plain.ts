import {bail, isLineEnd} from './plain-cursor.ts'
import {Scalars} from './plain-scalar.ts'

/** A longer text may hold more pieces than the whole parser takes. */
const maxLength = 400_000
/** Half of what the whole parser takes. */
const maxDepth = 32

/** Characters that the whole parser refuses, trims or splits lines at, and some that it takes. */
const odd =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff]/

/**
 * Reads documents of the plain subset of YAML that records are written in, in a single pass:
 * block maps and lists, quoted scalars and flow collections of one line, simple texts of several.
 *
 * The whole parser is the authority. Whatever is read here has the same value there and not one
 * diagnostic; anything else, well-formed or not, is left to it. That is what makes this sound and
 * what tests hold it to: when in doubt, leave.
 *
 * @param text - Decoded, without a byte order mark.
 * @returns A value for each document, or undefined where the whole parser has to look.
 */
export function readPlain(text: string): readonly object[] | undefined {
  if (text.length > maxLength || odd.test(text)) return undefined
  try {
    const documents = new Reader(text).documents()
    return documents.length === 0 ? undefined : documents
  } catch (error) {
    if (error === bail) return undefined
    throw error
  }
}

class Reader extends Scalars {
  documents(): object[] {
    const documents: object[] = []
    let column: number | undefined = this.nextLine()
    // A line `---` before the first document.
    if (column === -1) column = this.nextDocument()
    for (; column !== undefined; column = this.nextDocument()) {
      if (column !== 0) throw bail
      documents.push(this.#node(0, 0))
      if (!this.isPastDocument()) throw bail
    }
    return documents
  }

  #node(column: number, depth: number): object {
    if (this.isDash()) return this.#list(column, depth)
    return this.#map(column, depth, this.key())
  }

  /** @param key - The first one, already read. */
  #map(column: number, depth: number, first: string | undefined): object {
    if (depth > maxDepth) throw bail
    const map: Record<string, unknown> = {}
    let key = first
    for (;;) {
      // Finds a key that stands there twice, and names such as `constructor`.
      if (key === undefined || map[key] !== undefined) throw bail
      map[key] = this.#valueOfKey(column, depth)
      if (this.column !== column) break
      key = this.key()
    }
    // Deeper than the line before: the rest of a scalar, or a slip.
    if (this.column > column) throw bail
    return map
  }

  #valueOfKey(column: number, depth: number): unknown {
    const after = this.at
    this.skipSpaces()
    if (!isLineEnd(this.code())) return this.#value(column, depth)
    // From the colon, so that a comment is seen to have a space before it.
    this.at = after
    this.endLine()
    if (this.column > column) return this.#node(this.column, depth + 1)
    // A list may stand as far left as its key.
    if (this.column === column && this.isDash()) return this.#list(column, depth + 1)
    throw bail
  }

  #list(column: number, depth: number): unknown[] {
    if (depth > maxDepth) throw bail
    const list: unknown[] = []
    do {
      const dash = this.at
      this.at += 1
      this.skipSpaces()
      if (isLineEnd(this.code()) || this.isDash()) throw bail
      const inner = column + this.at - dash
      const key = this.key()
      list.push(key === undefined ? this.#value(column, depth) : this.#map(inner, depth + 1, key))
    } while (this.column === column && this.isDash())
    if (this.column > column) throw bail
    return list
  }

  #value(column: number, depth: number): unknown {
    switch (this.code()) {
      case 0x7c: // |
        return this.literal(column)
      case 0x3e: // >
        return this.folded(column)
      case 0x5b: // [
      case 0x7b: // {
        return this.#ended(this.flow(maxDepth - depth))
      case 0x22: // "
      case 0x27: // '
        return this.#ended(this.quoted())
      default:
        return this.plain(column)
    }
  }

  #ended<T>(value: T): T {
    this.endLine()
    return value
  }
}
