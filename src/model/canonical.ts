import {compareText} from './location.ts'

/**
 * A value in the JSON Canonicalization Scheme (RFC 8785): one text for one content.
 *
 * - No white space between tokens. Keys sorted by UTF-16 code units. Lists keep their order.
 * - Text as `JSON.stringify` writes it: `"`, `\` and control characters escaped, the short escape
 *   where there is one (`\n`), else `\u` and four lower-case digits; all else as it is. It is not
 *   normalized: `é` in one code point and in two are two contents.
 * - Numbers as ECMAScript prints them: `1.0` and `1` are `1`, `1e21` is `1e+21`, `-0` is `0`.
 * - Half of a surrogate pair, for which RFC 8785 has no text, as its `\u` escape. Numbers that JSON
 *   has no text for, and that no record may hold, by their name: `NaN`, `Infinity`.
 * - Keys whose value is undefined are not there.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>
    let text = ''
    for (const key of Object.keys(members).sort(compareText)) {
      const member = members[key]
      if (member === undefined) continue
      text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`
    }
    return `{${text}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return JSON.stringify(value) ?? 'null'
}

/** What JSON writes with an escape, or may. */
// oxlint-disable-next-line no-control-regex
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

/** Most texts need no escape, and a call for each would be most of the work. */
function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}
