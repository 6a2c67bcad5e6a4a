/** Longest text quoted in a message, in characters. */
const longest = 60

/** Control characters, line separators and marks without a shape, such as those that turn text. */
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** First half of a character that was cut in two. */
const halfPair = /[\ud800-\udbff]$/

/**
 * A value in backticks, as a message quotes it: short, on one line, and unable to move the cursor
 * or turn the text around.
 */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const short = text.length > longest ? `${text.slice(0, longest).replace(halfPair, '')}…` : text
  return `\`${short.replace(unprintable, escaped).replaceAll('`', "'")}\``
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}

/** Names listed of a file that may hold any number of them. */
const mostNames = 30

/** Names in their order, each once and quoted; those past the first thirty are counted. */
export function quotedNames(names: Iterable<string>): string {
  const all = [...new Set(names)]
  const more = all.length - mostNames
  const shown = all.slice(0, mostNames).map((it) => quoted(it))
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
