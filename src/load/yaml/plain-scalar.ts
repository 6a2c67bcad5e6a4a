import {isDate} from '../../model/date.ts'
import {bail, Cursor, tableOf} from './plain-cursor.ts'
import {trapOf} from './scalar.ts'

const [lineFeed, space, hyphen] = [10, 32, 45] as const

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Signs that an unquoted scalar may start with, whatever follows. */
const startsPlain = tableOf(`${letters}0123456789_/.+($;^\\`)
const endsFlow = tableOf(',[]{}:#\n')

/** What the core schema reads as a number; those that stay as written are told apart first. */
const number =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const exactNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/
const words = new Map<string, boolean | null>([
  ...['true', 'True', 'TRUE'].map((it) => [it, true] as const),
  ...['false', 'False', 'FALSE'].map((it) => [it, false] as const),
  ...['null', 'Null', 'NULL', '~'].map((it) => [it, null] as const),
])

/** The value of an unquoted scalar, where YAML leaves it as it is written. */
function resolved(source: string): string | number | boolean {
  const first = source.charCodeAt(0)
  // Digits and the signs before them.
  if (first >= 43 && first <= 57) {
    if (isDate(source)) return source
    // None of these is a trap.
    if (exactNumber.test(source)) return Number(source)
    if (number.test(source)) throw bail
  }
  const word = source.length <= 5 ? words.get(source) : undefined
  if (word === null || trapOf(source, source) !== undefined) throw bail
  return word ?? source
}

/** Scalars and flow collections of one line, and simple `|` and `>` texts. */
export class Scalars extends Cursor {
  /** An unquoted scalar, to the end of the line and over those that go on with it. */
  protected plain(column: number): string | number | boolean {
    const end = this.lineEnd(this.at)
    const first = this.text.charCodeAt(this.at)
    let source = this.text.slice(this.at, end)
    const comment = source.includes('#') ? source.indexOf(' #') : -1
    if (comment >= 0) {
      const next = source.charCodeAt(comment + 2)
      if (next !== space && comment + 2 < source.length) throw bail
      source = source.slice(0, comment)
    }
    source = this.#withoutSpaces(source)
    if (source.includes(': ') || source.endsWith(':')) throw bail
    this.#refuseStart()
    this.at = end + 1
    this.nextLine()
    if (comment >= 0 || this.column <= column) return resolved(source)
    // What starts like a number or a date may be a trap as a whole.
    if (first >= 43 && first <= 57) throw bail
    return source + this.#goingOn(end + 1, column)
  }

  /** Further lines of an unquoted scalar: joined by spaces, and each empty line is a break. */
  #goingOn(from: number, column: number): string {
    const text = this.text
    let joined = ''
    let breaks = ''
    this.at = from
    for (;;) {
      const start = this.at
      this.skipSpaces()
      const code = this.code()
      if (code === lineFeed) {
        breaks += '\n'
        this.at += 1
        continue
      }
      if (this.at - start <= column || this.at >= text.length) {
        this.at = start
        this.nextLine()
        return joined
      }
      if (code <= 127 && startsPlain[code] !== 1) throw bail
      const end = this.lineEnd(this.at)
      const line = this.#withoutSpaces(text.slice(this.at, end))
      if (line.includes(': ') || line.endsWith(':') || line.includes(' #')) throw bail
      joined += (breaks === '' ? ' ' : breaks) + line
      breaks = ''
      this.at = end + 1
    }
  }

  #withoutSpaces(text: string): string {
    let end = text.length
    while (text.charCodeAt(end - 1) === space) end -= 1
    return end === text.length ? text : text.slice(0, end)
  }

  #refuseStart(): void {
    const code = this.code()
    if (code > 127 || startsPlain[code] === 1) return
    const next = this.text.charCodeAt(this.at + 1)
    // Past the end `next` is not a number.
    if (!(code === hyphen && next >= 48 && next <= 57)) throw bail
  }

  /** A quoted scalar of one line, without escapes by backslash. */
  protected quoted(): string {
    const text = this.text
    const quote = text.charAt(this.at)
    const start = this.at + 1
    let end = text.indexOf(quote, start)
    let doubled = false
    if (quote === "'")
      for (; end >= 0 && text.charAt(end + 1) === quote; end = text.indexOf(quote, end + 2))
        doubled = true
    if (end < 0) throw bail
    const inner = text.slice(start, end)
    if (inner.includes('\n') || (quote === '"' && inner.includes('\\'))) throw bail
    this.at = end + 1
    return doubled ? inner.replaceAll("''", "'") : inner
  }

  /** A list or map in brackets, on one line. */
  protected flow(levels: number): unknown {
    if (levels < 0) throw bail
    return this.code() === 0x5b ? this.#flowList(levels) : this.#flowMap(levels)
  }

  #flowList(levels: number): unknown[] {
    const list: unknown[] = []
    this.at += 1
    this.skipSpaces()
    if (this.#isClosed(0x5d)) return list
    for (;;) {
      list.push(this.#flowValue(levels))
      if (this.#isClosed(0x5d)) return list
      this.#comma()
    }
  }

  #flowMap(levels: number): object {
    const map: Record<string, unknown> = {}
    this.at += 1
    this.skipSpaces()
    if (this.#isClosed(0x7d)) return map
    for (;;) {
      const key = this.key()
      if (key === undefined || map[key] !== undefined) throw bail
      this.skipSpaces()
      map[key] = this.#flowValue(levels)
      if (this.#isClosed(0x7d)) return map
      this.#comma()
    }
  }

  #isClosed(bracket: number): boolean {
    if (this.code() !== bracket) return false
    this.at += 1
    return true
  }

  #comma(): void {
    if (this.code() !== 0x2c) throw bail
    this.at += 1
    if (this.code() !== space) throw bail
    this.skipSpaces()
  }

  #flowValue(levels: number): unknown {
    const code = this.code()
    let value: unknown
    if (code === 0x5b || code === 0x7b) value = this.flow(levels - 1)
    else if (code === 0x22 || code === 0x27) value = this.quoted()
    else value = this.#flowPlain()
    this.skipSpaces()
    return value
  }

  #flowPlain(): unknown {
    const text = this.text
    this.#refuseStart()
    let end = this.at + 1
    while (end < text.length && endsFlow[text.charCodeAt(end)] !== 1) end += 1
    const source = this.#withoutSpaces(text.slice(this.at, end))
    this.at = end
    return resolved(source)
  }

  protected literal(column: number): string {
    const {lines, end} = this.#blockLines(column)
    return lines.join('\n') + end
  }

  /** Lines are joined by spaces, and each empty line is a break. */
  protected folded(column: number): string {
    const {lines, end} = this.#blockLines(column)
    let text = ''
    let isJoined = false
    for (const line of lines) {
      if (line.startsWith(' ') || line.endsWith(' ')) throw bail
      if (line === '') text += '\n'
      else text += isJoined ? ` ${line}` : line
      isJoined = line !== ''
    }
    return text + end
  }

  /** Lines of a `|` or `>` text without their indentation, and what the text ends with. */
  #blockLines(column: number): {lines: string[]; end: string} {
    const text = this.text
    this.at += 1
    const isStripped = this.code() === hyphen
    if (isStripped) this.at += 1
    this.skipSpaces()
    if (this.code() !== lineFeed) throw bail
    const first = this.at + 1
    this.at = first
    this.skipSpaces()
    const indent = this.at - first
    if (indent <= column || this.code() === lineFeed) throw bail
    const lines: string[] = []
    let [filled, start] = [0, first]
    while (start < text.length) {
      let at = start
      while (text.charCodeAt(at) === space) at += 1
      const isBlank = text.charCodeAt(at) === lineFeed
      if (isBlank ? at > start : at - start < indent) {
        // Spaces alone on a line may be part of the text.
        if (isBlank) throw bail
        break
      }
      const end = text.indexOf('\n', at)
      if (end < 0) throw bail
      lines.push(isBlank ? '' : text.slice(start + indent, end))
      if (!isBlank) filled = lines.length
      start = end + 1
    }
    lines.length = filled
    this.at = start
    this.nextLine()
    return {lines, end: isStripped ? '' : '\n'}
  }
}
