import {compareText} from '../../model/location.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isMember} from '../lifetime.ts'

/** Practices under one owner: one competitor. */
export interface Owner {
  readonly owner: string
  readonly participants: readonly Entry<'Participant'>[]
  /** Outside contracts at the first count kept, and its date; null where none is kept. */
  readonly first: OutsideCount | null
  /** The newest count of each of its practices; null where none is kept. */
  readonly last: OutsideCount | null
}

export interface OutsideCount {
  /** Sum over the owner's practices that were counted. */
  readonly count: number
  readonly asOf: string
}

/**
 * Owners of the practices in the network that are on the line, with the contracts they hold
 * outside it. `first` is the last count up to the day a practice joined, else its first.
 */
export function ownersOf(context: RuleContext): readonly Owner[] {
  const {asOf} = context
  const byOwner = new Map<string, Entry<'Participant'>[]>()
  for (const entry of context.ofLine('Participant'))
    if (entry.value.type === 'practice' && isMember(entry.value, asOf))
      byOwner.set(entry.value.owner, [...(byOwner.get(entry.value.owner) ?? []), entry])
  return [...byOwner]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([owner, participants]) => {
      const counts = participants.map((it) => countsOf(it, asOf)).filter((it) => it !== null)
      return {
        owner,
        participants,
        first: sum(counts.map(({first}) => first)),
        last: sum(counts.map(({last}) => last)),
      }
    })
}

function countsOf(
  {value}: Entry<'Participant'>,
  asOf: string,
): {first: OutsideCount; last: OutsideCount} | null {
  const counts = (value.outsideContracts ?? [])
    .filter((it) => it.asOf <= asOf)
    .toSorted((a, b) => compareText(a.asOf, b.asOf))
  const before = counts.filter((it) => value.joined !== undefined && it.asOf <= value.joined)
  const first = before.at(-1) ?? counts[0]
  const last = counts.at(-1)
  return first === undefined || last === undefined ? null : {first, last}
}

function sum(counts: readonly OutsideCount[]): OutsideCount | null {
  if (counts.length === 0) return null
  return {
    count: counts.reduce((total, it) => total + it.count, 0),
    asOf: counts.map((it) => it.asOf).reduce((a, b) => (a < b ? b : a)),
  }
}
