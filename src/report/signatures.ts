import {dateOf} from '../model/date.ts'
import type {SignatureState} from '../model/signature.ts'
import type {Commit, KeyOrigin, Trail} from '../model/trail.ts'
import {hang, plural, safe} from './text.ts'

type Complete = Extract<Trail, {status: 'complete'}>

/** Lines are made for this many columns, as terminals and pages have them. */
const columns = 80

/** In the order in which they are counted. */
const words = {
  good: 'known key',
  hosting: 'hosting service',
  expired: 'key not in force',
  unknownKey: 'unknown key',
  bad: 'bad',
  unchecked: 'not checked',
  none: 'none',
} as const satisfies Record<SignatureState, string>

/** How many commits carry which signature, with no zeros. */
export function signatureCounts(
  commits: readonly Commit[],
): Partial<Record<SignatureState, number>> {
  const counts: Partial<Record<SignatureState, number>> = {}
  for (const state of Object.keys(words) as SignatureState[]) {
    const count = commits.filter(({signature}) => signature === state).length
    if (count > 0) counts[state] = count
  }
  return counts
}

/** What is known of the signatures of each history, and of the keys behind them. */
export function signatureLines(trails: readonly Complete[]): string[] {
  return trails.flatMap((trail) => {
    const {root, commits, keys = [], signers} = trail
    const counts = Object.entries(signatureCounts(commits)) as [SignatureState, number][]
    const known =
      signers === 'file'
        ? 'Checked against the file given.'
        : keys.length === 0
          ? 'No Person record of it holds a key.'
          : 'Checked against the keys of the Person records.'
    return [
      ...hang(
        '',
        `Signatures of ${plural(commits.length, 'commit')} of ${safe(root)}: ${counts.map(([state, count]) => `${words[state]} ${count}`).join(', ')}.`,
        columns,
      ),
      ...hang('', `${known} A signature binds an identity, not a time.`, columns),
      ...keys.flatMap(keyLines),
      '',
    ]
  })
}

function keyLines({person, type, key, from, to, first, vouched, founded}: KeyOrigin): string[] {
  const since =
    first === null
      ? 'in no commit that the history shows'
      : `first in ${first.hash.slice(0, 12)} ${dayOf(first)}, ${vouched ? 'signed with a key already on record' : founded === true ? 'which put the first keys on record' : 'which no key already on record signed'}`
  return [
    ...hang('  ', `${safe(person)} ${type} ${from} to ${to ?? 'now'}`, columns),
    `    ${safe(key)}`,
    ...hang('    ', since, columns),
  ]
}

/** The signature of one commit: its state, whose key, and what remains to be said. */
export function signatureText({signature, signed}: Commit): string {
  const {person = null, key = null, reason} = signed ?? {}
  return [
    words[signature],
    ...(person === null ? [] : [`of ${safe(person)}`]),
    ...(key === null ? [] : [safe(key)]),
    ...(reason === undefined ? [] : [`(${safe(reason)})`]),
  ].join(' ')
}

/** Largest Unix time that a `YYYY-MM-DD` can show: a commit may claim a later one. */
const lastSecond = 253_402_300_799

function dayOf({committer}: Commit): string {
  return dateOf(Math.min(Math.max(committer.at, 0), lastSecond))
}
