import type {Position} from '../model/location.ts'

/** Text of a file, or where it stops being UTF-8. */
export type Decoded =
  | {readonly text: string}
  | {readonly encoding: string; readonly position: Position}

/** Reads UTF-8, with or without a byte order mark; guesses at nothing. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const start = {line: 1, column: 1}
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return {encoding: 'UTF-16', position: start}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}
  } catch {
    // The decoder does not say where: the first replaced character of a forgiving one does.
    const text = new TextDecoder('utf-8').decode(bytes)
    const before = text.slice(0, Math.max(text.indexOf('\ufffd'), 0))
    const lines = before.split(/\r\n|\n|\r/)
    const column = (lines.at(-1)?.length ?? 0) + 1
    return {encoding: 'bytes that are not UTF-8', position: {line: lines.length, column}}
  }
}
