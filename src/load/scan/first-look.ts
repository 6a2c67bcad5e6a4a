import {patterns, type Pattern} from './patterns.ts'

const words = [...new Set(patterns.flatMap(({needs}) => needs))]
const wordAt = new RegExp(
  words.map((it) => it.replace(/[^\w\s-]/g, String.raw`\$&`)).join('|'),
  'iy',
)
const shapes = new RegExp(
  [...new Set(patterns.flatMap(({shape}) => shape?.source ?? []))].join('|'),
  'i',
)

/** Five bits each of three characters, the same for capitals. */
const mask = 0x7fff
const push = (starts: number, code: number) => ((starts << 5) | (code & 0x1f)) & mask

/** Which three characters a word may start with; some others fall together with them. */
const starts = new Uint8Array(mask + 1)
for (const word of words)
  starts[[0, 1, 2].reduce((sum, at) => push(sum, word.charCodeAt(at)), 0)] = 1

/** Whether a pattern may match in a text, in one pass over it; most records hold nothing for any. */
export function mayHold(text: string): boolean {
  if (shapes.test(text)) return true
  let last = 0
  for (let at = 0; at < text.length; at += 1) {
    last = push(last, text.charCodeAt(at))
    if (starts[last] !== 1) continue
    wordAt.lastIndex = at - 2
    if (at >= 2 && wordAt.test(text)) return true
  }
  return false
}

/** Whether one pattern may match. */
export function mayMatch({needs, shape}: Pattern, lower: string): boolean {
  return needs.some((it) => lower.includes(it)) || shape?.test(lower) === true
}
