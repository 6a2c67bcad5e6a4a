import {dayNumber} from '../../src/model/date.ts'
import type {Commit, RecordTrail, Trail} from '../../src/model/trail.ts'

/** A commit of midnight of a day; its hash is the day. */
export function commitOn(day: string): Commit {
  const who = {name: 'A', email: 'a@riverbend.example', at: dayNumber(day) * 86_400}
  return {hash: day, parents: [], author: who, committer: who, subject: 's', signature: 'none'}
}

/** A whole history of the main root, of which a test needs a part. */
export function trailOf(
  records: readonly RecordTrail[] = [],
  overridden?: {readonly grafts: boolean; readonly replaced: number},
): Trail {
  return {
    status: 'complete',
    root: 'main',
    head: 'head',
    commits: [],
    records,
    ...(overridden === undefined ? {} : {overridden}),
  }
}
