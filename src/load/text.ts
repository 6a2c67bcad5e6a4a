import {isAscii} from 'node:buffer'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Location, Position} from '../model/location.ts'

/** Turns offsets of one text into places. Line starts are found when first asked for. */
export class Places {
  readonly #file: string
  readonly #root: string
  readonly #text: string
  #starts: number[] | undefined

  constructor(root: string, file: string, text: string) {
    this.#root = root
    this.#file = file
    this.#text = text
  }

  between(start: number, end: number): Location {
    return {
      file: this.#file,
      ...(this.#root === 'main' ? {} : {root: this.#root}),
      start: this.position(start),
      end: this.position(Math.max(start, end)),
    }
  }

  /** From the start of a value to its last character: what follows a map belongs to it in YAML. */
  trimmed(start: number, end: number): Location {
    let last = end
    while (last > start + 1 && ' \t\r\n'.includes(this.#text.charAt(last - 1))) last -= 1
    return this.between(start, last)
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start, end)
  }

  position(offset: number): Position {
    const starts = (this.#starts ??= lineStarts(this.#text))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1}
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** `root` as a location carries it: the main root is not named. */
export function rootOf(root: string): string | undefined {
  return root === 'main' ? undefined : root
}

const utf8 = new TextDecoder('utf-8', {fatal: true})

/** The text of a record file, without its byte order mark; or where it stops being UTF-8. */
export function decodeRecord(
  root: string,
  file: string,
  bytes: Uint8Array,
): {text: string} | {diagnostic: Diagnostic} {
  // Most records are, and need no decoder.
  if (isAscii(bytes)) {
    const {buffer, byteOffset, byteLength} = bytes
    return {text: Buffer.from(buffer, byteOffset, byteLength).toString('latin1')}
  }
  try {
    return {text: utf8.decode(bytes)}
  } catch {
    const wide =
      (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    const at = wide ? 0 : firstBadByte(bytes)
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at))
    const found = wide
      ? 'UTF-16 text'
      : `byte \`0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}\``
    return {
      diagnostic: {
        code: 'yaml/encoding',
        severity: 'error',
        message: `Unexpected ${found}, expected UTF-8`,
        location: new Places(root, file, before).between(before.length, before.length),
        help: 'Save the file as UTF-8',
      },
    }
  }
}

/** Offset of the first byte that is not part of a UTF-8 character; binary search over prefixes. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isPrefix(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  // A sequence that breaks off is bad where it starts, not where it breaks.
  let start = good
  while (start > 0 && !isText(bytes.subarray(0, start))) start -= 1
  return start
}

function isText(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether `bytes` is UTF-8 that may break off inside its last character. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
