import {foldedWords} from './words.ts'

/** Words that people write, shorten or leave out in the name of a practice. */
const loose =
  /\b(?:llc|llp|pllc|lp|inc|incorporated|corp|corporation|co|company|pa|pc|ltd|the|and|of|assoc|associates|group|grp|practice|clinic|medical|medicine|med|center|centre|ctr)\b/g

/**
 * Names that may be one practice spelled in two ways: the same but for words that are left out or
 * shortened. Each pair is told, none is joined.
 *
 * @param made - Names that would be new.
 * @param known - Names on record.
 */
export function alikeNames(
  made: readonly string[],
  known: readonly string[],
): readonly (readonly [string, string])[] {
  const groups = new Map<string, string[]>()
  for (const name of new Set([...known, ...made])) {
    const words = foldedWords(name)
    const core = words.replaceAll(loose, ' ').replaceAll(/ +/g, ' ').trim()
    const key = core === '' ? words : core
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  const isNew = new Set(made)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.filter((it) => isNew.has(it)).map((it) => [first, it] as const),
  )
}
