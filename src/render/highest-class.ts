import {classes, type ConfidentialityClass} from '../model/confidentiality.ts'
import type {Dossier} from '../model/dossier.ts'

/** The most restricted class of any block: what the whole document must be handled as. */
export function highestClass(dossier: Dossier): ConfidentialityClass {
  const rank = Math.max(0, ...new Set(dossier.blocks.map((it) => classes.indexOf(it.class))))
  return classes[rank] ?? 'public'
}
