import {isMapping, textAt, valueOf} from './values.ts'

/** Longest text of a record in a sentence, in characters; the rest is in the JSON. */
const longest = 80

/** `reviewCycleMonths` as `review cycle months`. */
export function words(key: string): string {
  return key
    .replaceAll('[]', '')
    .replace(/\.of$/, '.out of')
    .replaceAll('.', ', ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
}

/** A value as a sentence shows it: short, and a list or mapping by what it holds. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : cut(value.map(shown).join(', '))
  if (isMapping(value))
    return cut(
      Object.entries(value)
        .map(([key, it]) => `${words(key)} ${shown(it)}`)
        .join(', '),
    )
  return cut(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
}

function cut(text: string): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** ` (2026-01-13)`, or nothing. */
export function dated(value: unknown): string {
  return typeof value === 'string' && value !== '' ? ` (${value})` : ''
}

/** A period in the shortest words that name it: a year, or its two days. */
export function period(mapping: unknown): string {
  const from = textAt(mapping, 'from')
  const to = textAt(mapping, 'to')
  if (from === undefined && to === undefined) return ''
  if (from?.endsWith('-01-01') === true && to === `${from.slice(0, 4)}-12-31`)
    return ` (${from.slice(0, 4)})`
  return to === undefined
    ? ` (from ${from})`
    : from === undefined
      ? ` (to ${to})`
      : ` (${from} to ${to})`
}

/** What a record is called: its title or name, or its id. */
export function called(record: unknown): string {
  const own = (key: string) => {
    const it = valueOf(record, key)
    return typeof it === 'string' && it !== '' ? cut(it) : undefined
  }
  return own('title') ?? own('name') ?? own('legalName') ?? own('id') ?? 'a record without an id'
}
