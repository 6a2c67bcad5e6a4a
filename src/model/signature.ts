import {addDays, dateOf, startOfDay} from './date.ts'

/**
 * What is known of the signature of a commit.
 *
 * - `good`: made with the key of a known person, on a day on which it was that person's.
 * - `expired`: the same on another day, or with a key that was expired or revoked.
 * - `hosting`: carries the key of a hosting service, which says that the service made the commit.
 * - `unknownKey`: made with a key that is nobody's known key.
 * - `bad`: does not fit the commit, or is damaged.
 * - `unchecked`: there is one, and it was not checked; a reason says why.
 */
export type SignatureState =
  | 'none'
  | 'unchecked'
  | 'good'
  | 'hosting'
  | 'unknownKey'
  | 'expired'
  | 'bad'

/** A public key that is known to be a person's, and the days on which it was. */
export interface KnownKey {
  /** Id of the Person record; of a key from outside the records, the principal it is listed for. */
  readonly person: string
  readonly type: 'ssh' | 'gpg'
  /** One line `ssh-ed25519 AAAA…`, or an armored OpenPGP key. */
  readonly key: string
  /** First day on which it is the person's, `YYYY-MM-DD` in UTC; left out: since ever. */
  readonly from?: string
  /** Last day, included. */
  readonly to?: string
  /** What it may sign, as patterns of SSH namespaces; left out: everything. */
  readonly namespaces?: readonly string[]
  /** Unix seconds, both included; narrower than the days where a file of keys says the second. */
  readonly window?: {readonly after?: number; readonly before?: number}
}

/** Days, both included; a side that is left out has no end. */
export interface Span {
  readonly from?: string
  readonly to?: string
}

/** Whether any of some spans holds the day of a time, unix seconds. */
export function isInForce(spans: readonly Span[], at: number): boolean {
  const day = dayOf(at)
  return spans.some(
    ({from, to}) => (from === undefined || from <= day) && (to === undefined || day <= to),
  )
}

/** UTC, of any number that a commit may claim. */
export function dayOf(at: number): string {
  return dateOf(Math.min(Math.max(at, 0), lastSecond))
}

/** What is known of one signature. */
export interface SignatureCheck {
  readonly state: SignatureState
  /** Whose key it is; null where that is not known. */
  readonly person: string | null
  /** `SHA256:…` of an SSH key, hexadecimal fingerprint or key id of a GPG key; null without one. */
  readonly key: string | null
  /** Why it is not good, or what remains to be known, in words. */
  readonly reason?: string
}

/** No signature at all. */
export const unsigned: SignatureCheck = {state: 'none', person: null, key: null}

/** Of the year 9999: a commit may claim any number. */
const lastSecond = 253_402_300_799

/** Why a key does not count at a time, unix seconds; null where it does. */
export function outOfForce({from, to, window}: KnownKey, at: number): string | null {
  const day = dayOf(at)
  const early =
    (from !== undefined && day < from) || (window?.after !== undefined && at < window.after)
  const late =
    (to !== undefined && day > to) || (window?.before !== undefined && at > window.before)
  if (!early && !late) return null
  const first = from ?? (window?.after === undefined ? undefined : dateOf(window.after))
  const last = to ?? (window?.before === undefined ? undefined : dateOf(window.before))
  const span = [
    ...(first === undefined ? [] : [`from ${first}`]),
    ...(last === undefined ? [] : [`to ${last}`]),
  ].join(' ')
  return `the key is the person's ${span}, and the signature is of ${day}`
}

/**
 * The SSH keys in git's own form of `gpg.ssh.allowedSignersFile` (ALLOWED SIGNERS in ssh-keygen(1)),
 * so that anyone can check with git alone. Times carry `Z`, which OpenSSH reads since 9.1.
 *
 * @param options - `namespaces`: what the keys may sign; `git` for commits and tags.
 */
export function allowedSignersText(
  keys: readonly KnownKey[],
  {namespaces}: {readonly namespaces: readonly string[]},
): string {
  return keys
    .filter(({type}) => type === 'ssh')
    .flatMap((known) => {
      const key = /^\s*([\w@.-]+)\s+([\w+/=]+)(?:\s|$)/.exec(known.key)
      if (key === null) return []
      const options = [
        `namespaces="${(known.namespaces ?? namespaces).map(plain).join(',')}"`,
        ...ends(known),
      ].join(',')
      return [`${plain(known.person)} ${options} ${key[1] ?? ''} ${key[2] ?? ''}\n`]
    })
    .join('')
}

function ends({from, to, window}: KnownKey): string[] {
  const after = window?.after ?? (from === undefined ? undefined : secondsOf(from))
  const before = window?.before ?? (to === undefined ? undefined : secondsOf(addDays(to, 1)) - 1)
  return [
    ...(after === undefined ? [] : [`valid-after="${stamp(after)}"`]),
    ...(before === undefined ? [] : [`valid-before="${stamp(before)}"`]),
  ]
}

function secondsOf(day: string): number {
  return startOfDay(day).getTime() / 1000
}

/** `YYYYMMDDHHMMSSZ`. */
function stamp(seconds: number): string {
  const midnight = secondsOf(dateOf(seconds))
  const rest = seconds - midnight
  const two = (it: number) => String(it).padStart(2, '0')
  return `${dateOf(seconds).replaceAll('-', '')}${two(Math.floor(rest / 3600))}${two(Math.floor(rest / 60) % 60)}${two(rest % 60)}Z`
}

/** Nothing that could end a field or a line, or stand for several names. */
function plain(name: string): string {
  return name.replace(/[^\w@.+-]/g, '_')
}
