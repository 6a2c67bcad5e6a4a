import {quoted} from './show.ts'

/**
 * Edit distance with transpositions (optimal string alignment: Damerau 1964, restricted), in UTF-16
 * code units. Symmetric.
 */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      current.push(least)
    }
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

/**
 * The word that was probably meant: the nearest within a third of the length, ties to the first in
 * code-unit order; undefined when none is near. Words over 100 characters are not compared.
 */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  return nearestWords(word, words, 1)[0]
}

/** The same, the nearest first, at most so many; each word once. */
export function nearestWords(
  word: string,
  words: Iterable<string>,
  most: number,
): readonly string[] {
  if (word.length > 100) return []
  const near: {readonly text: string; readonly apart: number}[] = []
  for (const text of new Set(words)) {
    if (text.length > 100) continue
    const limit = Math.max(1, Math.floor(Math.max(word.length, text.length) / 3))
    if (Math.abs(text.length - word.length) > limit) continue
    const apart = distance(word.toLowerCase(), text.toLowerCase())
    if (apart <= limit) near.push({text, apart})
  }
  return near
    .sort((a, b) => a.apart - b.apart || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({text}) => text)
}

/** The question that names what may be meant; what else to do where nothing is near. */
export function meantOr(word: string, words: Iterable<string>, otherwise: string): string {
  const meant = nearestWords(word, words, 3)
  return meant.length === 0
    ? otherwise
    : `Did you mean ${meant.map((it) => quoted(it)).join(' or ')}? Else ${otherwise}`
}
