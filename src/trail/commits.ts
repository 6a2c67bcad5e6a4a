import type {Diagnostic} from '../model/diagnostic.ts'
import type {Commit} from '../model/trail.ts'
import type {TrailThresholds} from './thresholds.ts'
import {dayOf, ofRoot, short, type CompleteTrail} from './words.ts'

/** Findings about commits as such: their dates, and what would show others in their place. */
export function checkCommits(
  trail: CompleteTrail,
  thresholds: TrailThresholds,
): readonly Diagnostic[] {
  return [
    ...overridden(trail),
    ...unread(trail),
    ...backwards(trail, thresholds),
    ...trail.commits.flatMap((it) => authorDate(trail, it, thresholds)),
  ]
}

function overridden(trail: CompleteTrail): readonly Diagnostic[] {
  const {grafts = false, replaced = 0} = trail.overridden ?? {}
  const found = [
    ...(grafts ? ['a file of grafts'] : []),
    ...(replaced > 0 ? [`${replaced} replaced ${replaced === 1 ? 'object' : 'objects'}`] : []),
  ]
  return found.map((what) => ({
    code: 'trail/overridden',
    severity: 'warning',
    message: `Unexpected ${what} in the repository, expected none`,
    location: ofRoot(trail),
    why: 'It shows another history to git than the one recorded; it was not followed here',
    help: 'Find out who made it; see `git replace --list` and the file `info/grafts`',
  }))
}

function unread(trail: CompleteTrail): readonly Diagnostic[] {
  return (trail.unread ?? []).map(({file, versions, because}) => ({
    code: 'trail/unread',
    severity: 'warning',
    message: `Unexpected ${because === 'large' ? 'size' : 'amount of versions'} of a file of records, expected one that can be read through its history; versions not read: ${versions}`,
    location: {...ofRoot(trail), file},
    why: 'What a version that was not read brought in seems to come with the next one that was: a record or a date in this file may be older than the trail says',
    help: 'Keep one record to a file, and large lists as tables',
  }))
}

function backwards(trail: CompleteTrail, {clockSeconds}: TrailThresholds): readonly Diagnostic[] {
  const byHash = new Map(trail.commits.map((it) => [it.hash, it]))
  return trail.commits.flatMap((commit) => {
    const {at} = commit.committer
    const parent = commit.parents
      .map((it) => byHash.get(it))
      .find((it) => it !== undefined && it.committer.at - at > clockSeconds)
    if (parent === undefined) return []
    return {
      code: 'trail/backwards',
      severity: 'warning',
      message: `Unexpected date ${dayOf(at)} of commit \`${short(commit)}\`, expected none before its parent \`${short(parent)}\` of ${dayOf(parent.committer.at)}`,
      location: ofRoot(trail),
      why: 'A commit is made after its parent: one of the two clocks was wrong, or was set',
      help: 'Explain it in a record; dates in git are the word of whoever commits',
    }
  })
}

function authorDate(
  trail: CompleteTrail,
  commit: Commit,
  {authorDays, clockSeconds}: TrailThresholds,
): readonly Diagnostic[] {
  const {author, committer} = commit
  const ahead = author.at - committer.at
  if (ahead <= clockSeconds && -ahead <= authorDays * 86_400) return []
  const relation = ahead > 0 ? 'none after' : `one within ${authorDays} days before`
  return [
    {
      code: 'trail/author-date',
      severity: 'note',
      message: `Unexpected author date ${dayOf(author.at)} of commit \`${short(commit)}\`, expected ${relation} its committer date ${dayOf(committer.at)}`,
      location: ofRoot(trail),
      why: 'Lags are counted to the committer date; the author date can be chosen freely',
    },
  ]
}
