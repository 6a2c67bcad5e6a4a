import type {Commit, KeyOrigin} from '../model/trail.ts'

/** A key that a Person record holds now. */
export type HeldKey = Pick<KeyOrigin, 'person' | 'type' | 'key' | 'from' | 'to'>

/** Commits in whose versions of the Person record a key stands, by `person fingerprint`. */
export type Holding = ReadonlyMap<string, readonly Commit[]>

/** Which commit leads to which, of one history. */
export interface Order {
  /** Those that no other of them comes before. */
  readonly first: (commits: readonly Commit[]) => readonly Commit[]
  /** Whether the later one leads back to the earlier, and is another. */
  readonly follows: (later: string, earlier: string) => boolean
}

/** @param commits - Each after its parents. By parents alone: a date is its writer's word. */
export function orderOf(commits: readonly Commit[]): Order {
  const led = new Map<string, ReadonlySet<string>>()
  const leadingTo = (hashes: ReadonlySet<string>): ReadonlySet<string> => {
    const found = new Set<string>()
    for (const {hash, parents} of commits)
      if (parents.some((it) => hashes.has(it) || found.has(it))) found.add(hash)
    return found
  }
  return {
    first: (of) => {
      const after = leadingTo(new Set(of.map(({hash}) => hash)))
      return of.filter(({hash}, index) => {
        const again = of.findIndex((it) => it.hash === hash) < index
        return !again && !after.has(hash)
      })
    },
    follows: (later, earlier) => {
      const known = led.get(earlier) ?? leadingTo(new Set([earlier]))
      led.set(earlier, known)
      return known.has(later)
    },
  }
}

/** The commits that first put a key on record, each on a line of history of its own. */
export function rootsOf(held: Holding, order: Order): readonly Commit[] {
  return order.first([...held.values()].flat())
}

/**
 * Where each key comes from. By which commit leads to which: neither dates nor the order of a log
 * can put a side branch before what was on record.
 *
 * @param founding - The commit that put the first keys on record; null where several lines of
 *   history did, and nothing says which was first.
 */
export function keyOriginsOf(
  known: readonly HeldKey[],
  held: Holding,
  order: Order,
  founding: string | null,
): readonly KeyOrigin[] {
  const entries = known.map((it) => ({
    it,
    intros: order.first(held.get(`${it.person} ${it.key}`) ?? []),
  }))
  const since = new Map<string, Commit[]>()
  for (const {it, intros} of entries) since.set(it.key, [...(since.get(it.key) ?? []), ...intros])
  const voucherOf = ({hash, signed}: Commit): string | null => {
    const {state, key} = signed ?? {}
    if (state !== 'good' || key === null || key === undefined) return null
    return since.get(key)?.some((it) => order.follows(hash, it.hash)) === true ? key : null
  }
  const founded = new Map<(typeof entries)[number], Commit>()
  const keys = new Set<string>()
  for (let before = -1; before < founded.size;) {
    before = founded.size
    for (const entry of entries) {
      const by = founded.has(entry)
        ? undefined
        : entry.intros.find((it) => it.hash === founding || keys.has(voucherOf(it) ?? ''))
      if (by === undefined) continue
      founded.set(entry, by)
      keys.add(entry.it.key)
    }
  }
  return entries.map((entry) => {
    const vouching = entry.intros.find((it) => voucherOf(it) !== null)
    return {
      ...entry.it,
      first: founded.get(entry) ?? vouching ?? entry.intros[0] ?? null,
      vouched: vouching !== undefined,
      founded: founded.has(entry),
      ...(founding === null && entry.intros.length > 0 ? {parted: true as const} : {}),
    }
  })
}
