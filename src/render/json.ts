import type {Dossier, Renderer} from '../model/dossier.ts'

/** The model itself, for machines and for comparing two dossiers. */
export const json: Renderer = {
  format: 'json',
  mediaType: 'application/json',
  render: (dossier) => Promise.resolve(new TextEncoder().encode(canonicalJson(dossier))),
}

/** Characters that reorder or hide text in a terminal or an editor. */
const acting = /[\p{Cf}\u007f-\u009f\u2028\u2029]/gu

/**
 * One text for one value: keys in the order of their code units, two spaces of indent, a line feed
 * at the end. Characters that act on a reader are escaped; the value stays what it is.
 */
export function canonicalJson(dossier: Dossier): string {
  const text = JSON.stringify(sorted(dossier), null, 2)
  return `${text.replace(acting, escape)}\n`
}

function escape(character: string): string {
  let out = ''
  for (let i = 0; i < character.length; i += 1)
    out += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
  return out
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const from = value as Readonly<Record<string, unknown>>
  const to: Record<string, unknown> = {}
  // Without a comparison, `sort` goes by code units.
  for (const key of Object.keys(from).sort()) {
    if (key === '__proto__')
      Object.defineProperty(to, key, {value: sorted(from[key]), enumerable: true})
    else to[key] = sorted(from[key])
  }
  return to
}
