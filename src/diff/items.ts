import {canonical, unordered, valueOf} from './values.ts'

/** An entry of a list on both sides, or on one; indexes are those of the lists. */
export interface Pair {
  readonly before?: {readonly index: number; readonly value: unknown}
  readonly after?: {readonly index: number; readonly value: unknown}
}

/**
 * Matches the entries of two lists by the keys of their schema, so that one signature added is one
 * change. Among entries of the same key, equal ones first, then in their order.
 *
 * @param keys - Empty: entries match by content alone.
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
  keys: readonly string[],
): readonly Pair[] {
  const nameOf = (value: unknown) =>
    keys.length === 0
      ? unordered(value)
      : canonical(keys.map((key) => unordered(valueOf(value, key))))
  const left = grouped(before, nameOf)
  const right = grouped(after, nameOf)
  const names = new Set([...left.keys(), ...right.keys()])
  return [...names].flatMap((name) => pairsOf(left.get(name) ?? [], right.get(name) ?? []))
}

type Item = NonNullable<Pair['before']>

function grouped(list: readonly unknown[], nameOf: (value: unknown) => string) {
  const groups = new Map<string, Item[]>()
  for (const [index, value] of list.entries()) {
    const name = nameOf(value)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [{index, value}])
    else group.push({index, value})
  }
  return groups
}

function pairsOf(before: readonly Item[], after: readonly Item[]): Pair[] {
  if (before.length <= 1 && after.length <= 1)
    return [{...(before[0] && {before: before[0]}), ...(after[0] && {after: after[0]})}]
  const rest = new Map<string, Item[]>()
  for (const it of after) {
    const content = unordered(it.value)
    rest.set(content, [...(rest.get(content) ?? []), it])
  }
  const pairs: Pair[] = []
  const unmatched: Item[] = []
  for (const it of before) {
    const same = rest.get(unordered(it.value))?.shift()
    if (same === undefined) unmatched.push(it)
    else pairs.push({before: it, after: same})
  }
  const others = [...rest.values()].flat().sort((a, b) => a.index - b.index)
  for (let i = 0; i < Math.max(unmatched.length, others.length); i++) {
    const [a, b] = [unmatched[i], others[i]]
    pairs.push({...(a && {before: a}), ...(b && {after: b})})
  }
  return pairs
}
