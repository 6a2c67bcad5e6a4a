import {decodeText, isSpace, withoutSpace} from './bytes.ts'
import type {Bytes} from './numbers.ts'

const [lineFeed, space, zero, nine] = [10, 32, 48, 57] as const

/** Whether ASCII stands there. */
export function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let it = 0; it < text.length; it += 1)
    if (bytes[at + it] !== text.charCodeAt(it)) return false
  return true
}

/** 9999-12-31: a commit may claim a later time, which no `YYYY-MM-DD` can show. */
const lastSecond = 253_402_300_799
/** Digits that a number holds exactly. */
const mostDigits = 15

/** ` 1704445200 +0000`, from after the address; 0 where there is no number. */
export function secondsIn(bytes: Buffer, from: number, to: number): number {
  const start = bytes[from] === space ? from + 1 : from
  let at = start
  let value = 0
  for (; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < zero || byte > nine) break
    value = value * 10 + byte - zero
  }
  if (at === start || at - start > mostDigits)
    value = Number.parseInt(bytes.toString('latin1', from, to), 10)
  return Number.isNaN(value) ? 0 : Math.min(Math.max(value, 0), lastSecond)
}

/**
 * First paragraph of the message as one line, as git makes a subject: its lines without the space
 * around them, put at the end of `subjects`.
 */
export function putSubject(subjects: Bytes, bytes: Buffer, from: number, to: number): void {
  const start = subjects.length
  for (let at = from; at < to;) {
    let end = at
    while (end < to && bytes[end] !== lineFeed) end += 1
    let [first, last] = [at, end]
    while (first < last && isSpace(bytes[first] ?? 0)) first += 1
    while (first < last && isSpace(bytes[last - 1] ?? 0)) last -= 1
    if (first < last) {
      if (subjects.length > start) subjects.push(space)
      subjects.append(bytes, first, last)
    } else if (subjects.length > start) return
    at = end + 1
  }
}

/**
 * Addresses of those whom the message names as authors too, each once; git prints messages
 * indented.
 */
export function coAuthorsIn(bytes: Buffer, from: number, to: number): readonly string[] {
  if (!mayNameCoAuthors(bytes, from, to)) return []
  const message = bytes.toString('latin1', from, to)
  const lines = message.matchAll(/^[ \t]*co-authored-by:[^\n<]*<([^\n>]*)>/gim)
  const found = [...lines].map(([, email = '']) => decodeText(withoutSpace(email)))
  return [...new Set(found)].filter((it) => it !== '')
}

/** Whether a line starts with `co-`, as most messages have none. */
function mayNameCoAuthors(bytes: Buffer, from: number, to: number): boolean {
  let starts = true
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    // `c` or `C`; then the same of `o`.
    if (starts && (byte | 32) === 99 && ((bytes[at + 1] ?? 0) | 32) === 111 && bytes[at + 2] === 45)
      return true
    // Line feed, or carriage return.
    starts = byte === lineFeed || byte === 13 || (starts && (byte === space || byte === 9))
  }
  return false
}
