import type {SignatureCheck, SignatureState} from './signature.ts'

import type {ScanHit} from './source.ts'

export interface Commit {
  readonly hash: string
  readonly parents: readonly string[]
  readonly author: {readonly name: string; readonly email: string; readonly at: number}
  /** `at`: Unix time, seconds. The committer's word, not proof of time. */
  readonly committer: {readonly name: string; readonly email: string; readonly at: number}
  readonly subject: string
  /** Addresses of `Co-authored-by` lines of the message; left out where there are none. */
  readonly coAuthors?: readonly string[]
  readonly signature: SignatureState
  /** What checking the signature found; left out where there is none or it was not looked at. */
  readonly signed?: SignatureCheck
}

export interface Change {
  readonly commit: Commit
  readonly type: 'added' | 'changed' | 'moved' | 'removed'
  readonly file: string
  /** SHA-256 of the canonical JSON of what the record says from here on; none where it is removed. */
  readonly fingerprint?: string
}

/** A dated event in a record, and the commit that first held it. */
export interface DatedEvent {
  readonly path: readonly (string | number)[]
  /** What happened, as the schema's key names it: `reviews date`. */
  readonly label: string
  /** Date of the event, `YYYY-MM-DD`. */
  readonly date: string
  readonly first: Commit
  /** Days from the event to the committer date of that commit; negative when committed before. */
  readonly lagDays: number
}

/** What git says happened to one record, identified by kind and id wherever its file was. */
export interface RecordTrail {
  readonly root: string
  readonly kind: string
  readonly id: string
  readonly file: string
  readonly first: Commit
  readonly last: Commit
  /** Oldest first. */
  readonly changes: readonly Change[]
  readonly events: readonly DatedEvent[]
}

/** A key that a Person record holds, and how it came into the records. */
export interface KeyOrigin {
  /** Id of the Person record. */
  readonly person: string
  readonly type: 'ssh' | 'gpg'
  /** Fingerprint, as in a {@link SignatureCheck}. */
  readonly key: string
  readonly from: string
  readonly to?: string
  /** The commit that first held the key in that record; null where the history does not say. */
  readonly first: Commit | null
  /**
   * Whether that commit carries a good signature with a key that an earlier commit brought in. Who
   * can write the repository can add a key; one that nothing vouches for rests on their word.
   */
  readonly vouched: boolean
  /**
   * Whether the key is one of the first on record, or reaches one by keys that vouch for each other.
   * False where the history does not say; left out where nobody looked.
   */
  readonly founded?: boolean
  /**
   * Several lines of history each put first keys on record, none of which leads to the others, and
   * no seal is older than their meeting: nothing says which was first. Left out otherwise.
   */
  readonly parted?: true
}

/**
 * The key as the records of a root hold it, where it rests on nothing but the word of whoever could
 * write the repository; undefined where it is founded or no origin was read.
 */
export function unfoundedKey(
  trail: Trail | undefined,
  {person, key}: Pick<SignatureCheck, 'person' | 'key'>,
): KeyOrigin | undefined {
  if (trail?.status !== 'complete') return undefined
  return [...(trail.keys ?? []), ...(trail.former ?? [])].find(
    (it) => it.person === person && it.key === key && it.founded === false,
  )
}

/** A file of which some versions were not read, so that a record in it may be older than it seems. */
export interface UnreadVersions {
  /** From the root. */
  readonly file: string
  readonly versions: number
  /** One version alone is too large, or all of them together, with each that is not plain. */
  readonly because: 'large' | 'often'
}

/** History of one root; where there is none to read, why. */
export type Trail =
  | {
      readonly status: 'complete'
      readonly root: string
      readonly head: string
      /** Oldest first. */
      readonly commits: readonly Commit[]
      readonly records: readonly RecordTrail[]
      /**
       * Of the files that were followed, from the root, those that may hold a Person at `head`;
       * left out where nobody looked.
       */
      readonly personFiles?: readonly string[]
      /** Commits whose message or names hold what may not be kept; undefined: nobody looked. */
      readonly hits?: readonly ScanHit[]
      /** Where the keys come from against which signatures were checked; left out: none were. */
      readonly signers?: 'records' | 'file'
      /** Keys of people in the records of this root; none where a file of keys was given. */
      readonly keys?: readonly KeyOrigin[]
      /** The same of keys that the records of this root held once and hold no more. */
      readonly former?: readonly KeyOrigin[]
      /** Versions of files that were taken for unchanged instead of read; left out: none. */
      readonly unread?: readonly UnreadVersions[]
      /** What would show another history to git's own commands; it was not followed here. */
      readonly overridden?: {
        /** Whether a file of grafts gives commits other parents. */
        readonly grafts: boolean
        /** How many references replace one object by another. */
        readonly replaced: number
      }
    }
  | {
      readonly status: 'none' | 'shallow' | 'partial' | 'empty'
      readonly root: string
      readonly reason: string
    }
