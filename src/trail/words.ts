import {dateOf} from '../model/date.ts'
import {startOf, type Location} from '../model/location.ts'
import type {Commit, Trail} from '../model/trail.ts'

export type CompleteTrail = Extract<Trail, {status: 'complete'}>

/** A finding about the history as a whole points at the root's configuration. */
export function ofRoot({root}: CompleteTrail): Location {
  return startOf('cinch.yaml', root === 'main' ? undefined : root)
}

/** A commit as findings name it. */
export function short({hash}: Commit): string {
  return hash.slice(0, 10)
}

/** Largest Unix time that a `YYYY-MM-DD` can show: a commit may claim a later one. */
const lastSecond = 253_402_300_799

/** UTC day of a Unix time. */
export function dayOf(at: number): string {
  return at > lastSecond ? 'after 9999-12-31' : dateOf(Math.max(at, 0))
}
