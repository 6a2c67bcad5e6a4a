import type {Location} from '../model/location.ts'

/**
 * Text from a repository made safe for a terminal and a log: control characters, escapes and
 * direction overrides are shown as code points, so that data cannot move the cursor, hide or
 * reorder what a reader sees (Trojan Source, CVE-2021-42574). So is the bracket of `##[`, which a
 * runner of GitHub takes for a command anywhere in a line.
 */
export function safe(text: string): string {
  return text.replace(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\n|##\[/g,
    (it) => {
      if (it === '\n') return ' '
      if (it === '##[') return '##U+005B'
      return `U+${it.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    },
  )
}

/** Breaks text into lines of at most `width` columns at spaces; a longer word keeps its own line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Wrapped text with a first prefix and an equally wide indent after it. */
export function hang(prefix: string, text: string, width: number): string[] {
  const indent = ' '.repeat(prefix.length)
  return wrap(text, Math.max(20, width - prefix.length)).map((line, index) =>
    `${index === 0 ? prefix : indent}${line}`.trimEnd(),
  )
}

/** `1 record`, `2 records`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `file:line:column`, after the name of the root where it is not the main one. */
export function placeOf({file, root, start}: Location): string {
  return `${rooted(file, root)}:${start.line}:${start.column}`
}

/** A file, after the name of its root where that is not the main one. */
export function rooted(file: string, root?: string): string {
  return safe(root === undefined || root === 'main' ? file : `${root}:${file}`)
}

/** At most `most` UTF-16 code units, with an ellipsis where something was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
