import type {Cell} from '../model/dossier.ts'
import {outcomeWords} from '../model/words.ts'

/** A cell's text, with the word of its outcome in front unless the text says it already. */
export function cellText(cell: Cell): string {
  if (cell.outcome === undefined) return cell.text
  const word = outcomeWords[cell.outcome]
  if (cell.text === '') return word
  return cell.text.toLowerCase().startsWith(word) ? cell.text : `${word}: ${cell.text}`
}
