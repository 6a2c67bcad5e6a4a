import type {Diagnostic} from '../model/diagnostic.ts'
import {compareText} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {SignatureState} from '../model/signature.ts'
import type {Commit, KeyOrigin} from '../model/trail.ts'
import {dayOf, ofRoot, short, type CompleteTrail} from './words.ts'

type Signed = Commit & {readonly signed: NonNullable<Commit['signed']>}

/**
 * What signatures leave open. A bad one is always told. The rest only where a key is known: the
 * network then says that its people sign, and a commit that none of them signed needs an answer.
 */
export function checkSignatures(trail: CompleteTrail): readonly Diagnostic[] {
  const {commits, signers, keys = []} = trail
  const signed = commits.filter((it): it is Signed => it.signed !== undefined)
  const bad = signed.filter(({signature}) => signature === 'bad').map((it) => badOne(trail, it))
  if (signers === undefined) return bad
  if (signers === 'records' && keys.length === 0) return [...bad, ...noKeys(trail, signed)]
  return [
    ...bad,
    ...grouped(trail, signed, 'expired'),
    ...grouped(trail, signed, 'unknownKey'),
    ...grouped(trail, signed, 'hosting'),
    ...grouped(trail, signed, 'unchecked'),
    ...withoutRole(trail, signed),
    ...unsigned(trail, keys),
    ...unvouched(trail, keys),
  ]
}

function badOne(trail: CompleteTrail, commit: Signed): Diagnostic {
  return {
    code: 'trail/signature-bad',
    severity: 'error',
    message: `Unexpected signature of commit \`${short(commit)}\` of ${dayOf(commit.committer.at)}, expected one that fits it: ${commit.signed.reason ?? 'it does not'}`,
    location: ofRoot(trail),
    why: 'A commit that was changed after it was signed, or a signature taken from another',
    help: `Compare it with another clone; see \`git verify-commit ${short(commit)}\``,
  }
}

function noKeys(trail: CompleteTrail, signed: readonly Signed[]): readonly Diagnostic[] {
  const [first] = signed
  if (first === undefined) return []
  return [
    {
      code: 'trail/signature-no-keys',
      severity: 'note',
      message: `Unexpected ${signed.length === 1 ? 'signed commit' : `${signed.length} signed commits`} without a known key, expected \`keys\` in the Person records`,
      location: ofRoot(trail),
      why: 'A signature with a key that is nobody’s binds nobody',
      help: 'Add the public keys of the people who sign, or give --allowed-signers',
    },
  ]
}

const words = {
  expired: {
    severity: 'warning',
    code: 'trail/signature-expired',
    expected: 'one made while the key was in force',
    why: 'A key that was given up may be in other hands',
    help: 'Correct the dates of the key in the Person record, or explain the commits in a record',
  },
  unknownKey: {
    severity: 'warning',
    code: 'trail/signature-unknown-key',
    expected: 'the key of a person on record',
    why: 'Whoever holds that key made the commit, and no record says who that is',
    help: 'Add the key to the Person record of whoever signed, if it is theirs',
  },
  hosting: {
    severity: 'note',
    code: 'trail/signature-hosting',
    expected: 'the key of a person on record',
    why: 'A hosting service signs what is committed in a browser; who asked for it is its word',
    help: 'Have people sign merges themselves where it matters who made them',
  },
  unchecked: {
    severity: 'note',
    code: 'trail/signature-unchecked',
    expected: 'one that can be checked here',
    why: 'What was not checked proves nothing',
    help: 'Check it with `git verify-commit`',
  },
} as const satisfies Partial<Record<SignatureState, object>>

/** One finding a key and reason, not one a commit: a key that is unknown signs many. */
function grouped(
  trail: CompleteTrail,
  signed: readonly Signed[],
  state: keyof typeof words,
): readonly Diagnostic[] {
  const {severity, code, expected, why, help} = words[state]
  const groups = new Map<string, Signed[]>()
  for (const commit of signed) {
    if (commit.signature !== state) continue
    const {key, person, reason = ''} = commit.signed
    const name = state === 'expired' ? `${key} ${person}` : `${key} ${reason}`
    const same = groups.get(name)
    if (same === undefined) groups.set(name, [commit])
    else same.push(commit)
  }
  return [...groups.values()].map((group) => {
    const {key, person, reason} = (group[0] as Signed).signed
    const whose = person === null ? '' : ` of ${quoted(person)}`
    // The reason would say it a second time.
    const whoseIsUnknown = state === 'unknownKey' && person === null
    const made = key === null ? '' : ` with the key ${quoted(key)}${whose}`
    return {
      code,
      severity,
      message: `Unexpected ${signaturesOn(group)}${made}, expected ${expected}${reason === undefined || whoseIsUnknown ? '' : `: ${reason}`}`,
      location: ofRoot(trail),
      why,
      help,
    }
  })
}

function signaturesOn(group: readonly Commit[]): string {
  const [first, ...rest] = group
  const commit = first === undefined ? '' : `commit \`${short(first)}\``
  return rest.length === 0
    ? `signature of ${commit}`
    : `signature of ${commit} and ${rest.length} more`
}

function withoutRole(trail: CompleteTrail, signed: readonly Signed[]): readonly Diagnostic[] {
  const groups = new Map<string, Signed[]>()
  for (const commit of signed) {
    const {state, person, reason} = commit.signed
    if (state !== 'good' || person === null || reason === undefined) continue
    groups.set(person, [...(groups.get(person) ?? []), commit])
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => ({
      code: 'trail/signature-role',
      severity: 'warning',
      message: `Unexpected ${signaturesOn(group)}, expected one of somebody with a role: ${group[0]?.signed.reason ?? ''}`,
      location: ofRoot(trail),
      why: 'Who has left a role no longer speaks for it',
      help: 'End the key in the Person record when the last role ends',
    }))
}

/** Commits since the first key was in force that carry no signature, counted. */
function unsigned(trail: CompleteTrail, keys: readonly KeyOrigin[]): readonly Diagnostic[] {
  const from = keys.map((it) => it.from).sort(compareText)[0] ?? ''
  const since = trail.commits.filter(({committer}) => dayOf(committer.at) >= from)
  const without = since.filter(({signature}) => signature === 'none')
  const [first] = without
  if (first === undefined) return []
  return [
    {
      code: 'trail/unsigned',
      severity: 'note',
      message: `Unexpected ${without.length} of ${since.length} commits${from === '' ? '' : ` since ${from}`} without a signature, first \`${short(first)}\`, expected all signed`,
      location: ofRoot(trail),
      why: 'Anybody can put any name into a commit that is not signed',
      help: 'Set `commit.gpgSign` to true with `git config` in every clone',
    },
  ]
}

/** Keys that came in after another was known, and that none vouches for. */
function unvouched(trail: CompleteTrail, keys: readonly KeyOrigin[]): readonly Diagnostic[] {
  return keys
    .filter(({vouched, founded}) => !vouched && founded === false)
    .map(({person, key, first, parted}) => ({
      code: 'trail/key-unvouched',
      severity: 'warning',
      message: `Unexpected key ${quoted(key)} of ${quoted(person)}, first in ${first === null ? 'no commit that the history shows' : `commit \`${short(first)}\` of ${dayOf(first.committer.at)}`}, expected ${parted === true ? 'one line of history that put the first keys on record: several did, and none leads to the others' : 'that commit signed with a key already on record'}`,
      location: ofRoot(trail),
      why: 'Who can write the repository can add a key and sign with it',
      help: 'Have somebody whose key is on record sign the commit that adds a key, or give --allowed-signers',
    }))
}
