const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u
const allHidden = new RegExp(hidden.source, 'gu')

/** `[U+202E]`: how a character that must not act, or cannot be drawn, is printed. */
export function codePointText(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `[U+${hex}]`
}

/**
 * Text in which nothing acts on the reader unseen: bidi controls, terminal escapes, zero-width and
 * private characters become their code points. Line feeds and tabs stay.
 */
export function visible(text: string): string {
  if (!hidden.test(text)) return text
  return text
    .replaceAll('\r\n', '\n')
    .replace(allHidden, (it) => (it === '\n' || it === '\t' ? it : codePointText(it)))
}
