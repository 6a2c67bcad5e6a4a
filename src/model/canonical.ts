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
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as Record<string, unknown>)
      .filter(([, it]) => it !== undefined)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, it]) => `${JSON.stringify(key)}:${canonicalJson(it)}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return JSON.stringify(value) ?? 'null'
}
