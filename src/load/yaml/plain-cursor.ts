/** Thrown where a text is left to the whole parser; made once, as its stack says nothing. */
export const bail = new Error('Left to the whole parser')

const [lineFeed, space, hash, colon, hyphen] = [10, 32, 35, 58, 45] as const
const maxKeyLength = 200
/** The line between two documents. */
const divider = '---\n'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const startsKey = tableOf(`${letters}0123456789_`)
const inKey = tableOf(`${letters}0123456789_-./|`)

/** Keys read before, by a number made of their signs: records repeat a few hundred of them. */
const known: string[] = Array.from({length: 4096}, () => '')

/** A key as one and the same string each time, so that no record holds its own copy. */
function keyOf(text: string, start: number, end: number): string {
  const length = end - start
  const signs =
    text.charCodeAt(start) * 31 +
    text.charCodeAt(start + (length >> 1)) * 17 +
    text.charCodeAt(end - 1)
  const place = (signs * 64 + length) & 4095
  const key = known[place] as string
  if (key.length === length && text.startsWith(key, start)) return key
  const read = text.slice(start, end)
  if (read === '__proto__') throw bail
  known[place] = read
  return read
}

/** Which of the ASCII signs are among `signs`. */
export function tableOf(signs: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const sign of signs) table[sign.charCodeAt(0)] = 1
  return table
}

/** Whether nothing more of a value can stand on the line. */
export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === hash || Number.isNaN(code)
}

/** A place in a text that moves over scalars, and from line to line. */
export class Cursor {
  protected at = 0
  /** Of the first sign of the line that `at` is in, once a line has ended; -1 past a document. */
  protected column = -1
  protected readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Not a number past the end. */
  protected code(): number {
    return this.text.charCodeAt(this.at)
  }

  protected skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === space) this.at += 1
  }

  /** From the start of a line to the next that holds more than a comment; returns its column. */
  protected nextLine(): number {
    const text = this.text
    for (let start = this.at; ;) {
      let at = start
      while (text.charCodeAt(at) === space) at += 1
      const code = text.charCodeAt(at)
      if (code === lineFeed) start = at + 1
      else if (code === hash) start = this.lineEnd(at) + 1
      else {
        this.at = at
        const isEnd = at >= text.length || (at === start && text.startsWith(divider, at))
        this.column = isEnd ? -1 : at - start
        return this.column
      }
    }
  }

  protected isPastDocument(): boolean {
    return this.column === -1
  }

  /** Moves to the first line of the next document; its column, or undefined past the last. */
  protected nextDocument(): number | undefined {
    if (this.at >= this.text.length) return undefined
    this.at += divider.length
    return this.nextLine()
  }

  /** Over spaces and a comment. A sign at the comment's start may be text that YAML drops. */
  protected endLine(): void {
    const start = this.at
    this.skipSpaces()
    const code = this.code()
    if (code === hash) {
      const next = this.text.charCodeAt(this.at + 1)
      if (this.at === start || (next !== space && next !== lineFeed)) throw bail
    } else if (!isLineEnd(code)) throw bail
    this.at = this.lineEnd(this.at) + 1
    this.nextLine()
  }

  protected lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from)
    return end < 0 ? this.text.length : end
  }

  protected isDash(): boolean {
    return this.code() === hyphen && this.text.charCodeAt(this.at + 1) === space
  }

  /** Moves over a key and its colon; stays where there is none. */
  protected key(): string | undefined {
    const text = this.text
    const start = this.at
    if (startsKey[text.charCodeAt(start)] !== 1) return undefined
    let end = start + 1
    while (inKey[text.charCodeAt(end)] === 1) end += 1
    if (text.charCodeAt(end) !== colon || end - start > maxKeyLength) return undefined
    const next = text.charCodeAt(end + 1)
    if (next !== space && next !== lineFeed) return undefined
    this.at = end + 1
    return keyOf(text, start, end)
  }
}
