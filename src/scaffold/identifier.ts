import {isFormed} from './fields.ts'
import {placements} from '../model/placement.ts'
import type {Kind} from '../model/workspace.ts'

/** Longest that an id may be, in characters; `common.schema.json` says so too. */
const longest = 80
/** Hexadecimal digits of the hash at the end of a made id: one clash in 16 million. */
const hashDigits = 6

/**
 * Words as an id has them: lower case, joined by hyphens, without accents. Empty where the text has
 * no Latin letter and no digit.
 */
export function slugOf(text: string, most = longest): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
  return words.slice(0, most).replace(/-+$/, '')
}

/**
 * An id made from what a record says: its words, and the first digits of the hash of its content.
 * Two records with one title on two branches get two ids; one record on two branches gets one, and
 * one file, which git merges by itself.
 *
 * @param record - Without its id.
 * @param hash - SHA-256 of the same, hexadecimal.
 */
export function madeId(kind: Kind, record: object, hash: string): string {
  const said = placements[kind].named.flatMap((path) => textAt(record, path))
  const plain = kind.replaceAll(/(?<!^)[A-Z]/g, (it) => `-${it}`).toLowerCase()
  const words = kind === 'CorrectiveAction' ? ['case', ...said] : said
  const slug = slugOf(words.join(' '), longest - hashDigits - 1)
  return `${slug === '' ? plain : slug}-${hash.slice(0, hashDigits)}`
}

function textAt(record: object, path: string): string[] {
  let value: unknown = record
  for (const key of path.split('.'))
    value = isFormed(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}
