import {compareText} from '../../model/location.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isMember} from '../../model/lifetime.ts'
import {counted} from '../outcome.ts'

/** Practices under one owner: one competitor. */
export interface Owner {
  /** Null for one practice whose owner is not stated: nothing is known of its owner's contracts. */
  readonly owner: string | null
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
  const unstated: Owner[] = []
  for (const entry of context.ofLine('Participant')) {
    if (entry.value.type !== 'practice' || !isMember(entry.value, asOf)) continue
    const {owner} = entry.value
    if (owner === undefined)
      unstated.push({owner: null, participants: [entry], first: null, last: null})
    else byOwner.set(owner, [...(byOwner.get(owner) ?? []), entry])
  }
  const stated = [...byOwner]
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
  return [...stated, ...unstated]
}

/** `3 owners`, and beside them the practices whose owner is not stated. */
export function ownersCounted(owners: readonly {readonly owner: string | null}[]): string {
  const stated = owners.filter(({owner}) => owner !== null).length
  const unstated = owners.length - stated
  if (unstated === 0) return counted(stated, 'owner')
  const practices = `${counted(unstated, 'practice')} whose owner is not stated`
  return stated === 0 ? practices : `${counted(stated, 'owner')} and ${practices}`
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
