import type {QuorumPart} from '../model/approval.ts'

/** A person who approves, and the roles in which. */
export interface Voice {
  readonly person: string
  readonly roles: readonly string[]
}

/**
 * What a quorum still lacks. Each person is counted for one role; who holds two is counted for the
 * one that helps most (a largest matching of persons with places).
 *
 * @returns In the order of the quorum; empty where it is met.
 */
export function lackingOf(
  quorum: readonly QuorumPart[],
  voices: readonly Voice[],
): readonly QuorumPart[] {
  const places = quorum.flatMap(({role, count}) => Array.from({length: count}, () => role))
  const holder = new Map<number, Voice>()
  const seat = (voice: Voice, tried: Set<number>): boolean =>
    places.some((role, place) => {
      if (!voice.roles.includes(role) || tried.has(place)) return false
      tried.add(place)
      const now = holder.get(place)
      if (now !== undefined && !seat(now, tried)) return false
      holder.set(place, voice)
      return true
    })
  for (const voice of voices) seat(voice, new Set())
  return quorum.flatMap(({role}) => {
    const count = places.filter((it, place) => it === role && !holder.has(place)).length
    return count === 0 ? [] : [{role, count}]
  })
}
