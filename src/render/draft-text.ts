import type {Dossier} from '../model/dossier.ts'

/** What every page of a draft says, beginning with the word; null where it is no draft. */
export function draftText({draft}: Dossier): string | null {
  if (draft === null) return null
  const rest = draft.replace(/^draft\b[\s:.,–—-]*/i, '')
  return rest === '' ? 'DRAFT' : `DRAFT: ${rest}`
}
