import type {Location} from './location.ts'
import type {Approval} from './records.gen.ts'
import type {Kind} from './workspace.ts'

/**
 * Where a record stands with its approvals.
 *
 * - `approved`: approvals of exactly this content meet the quorum.
 * - `partial`: some of them are there.
 * - `stale`: there were approvals, and the content has changed since.
 * - `refused`: someone who may approve it refused exactly this content.
 * - `missing`: the policy asks for approvals, and none counts.
 * - `notRequired`: no policy asks for one, and none counts.
 */
export type ApprovalStanding =
  | 'approved'
  | 'partial'
  | 'stale'
  | 'refused'
  | 'missing'
  | 'notRequired'

/** Approvals that a role gives. */
export interface QuorumPart {
  readonly role: string
  /** Persons, each counted for one role only. */
  readonly count: number
}

/** What `approvals` in `cinch.yaml` asks for a kind; several entries for one kind are joined. */
export interface ApprovalPolicy {
  readonly kind: string
  readonly quorum: readonly QuorumPart[]
  /** Whether who had a hand in the change may not be among those who approve it. */
  readonly authorExcluded: boolean
}

/** A commit, as far as an approval is judged by it. */
export interface CommitMark {
  readonly hash: string
  /** Committer date in UTC, `YYYY-MM-DD`: the committer's word. */
  readonly date: string
  /** Id of the Person whose address the author used; null where it is nobody's. */
  readonly author: string | null
  readonly email: string
  /** Id of the Person whose key signed it; null where it is not so signed, or not known. */
  readonly signer: string | null
}

/**
 * - `byPerson`: committed in a commit signed with the key of the person who approves.
 * - `byOther`: signed with the key of another known person.
 * - `notSigned`: not signed, or not with a known person's key.
 * - `unknown`: not committed, no history read, or the signature was not checked.
 */
export type ApprovalSignature = 'byPerson' | 'byOther' | 'notSigned' | 'unknown'

/** A record that an approval relied on, or that the approved record refers to. */
export interface ReliedOn {
  readonly kind: string
  readonly id: string
  /** What is known of it since the approval. */
  readonly change: 'unchanged' | 'changed' | 'removed' | 'unknown'
  /** How it is known: the approval carries its fingerprint, or the history tells. */
  readonly by: 'fingerprint' | 'history' | 'none'
  /** The commit that changed it, where the history tells. */
  readonly commit?: CommitMark
}

/** One Approval record beside the record that it approves. */
export interface JudgedApproval {
  readonly id: string
  readonly root: string
  readonly location: Location
  readonly person: string
  /** Name of the person; the id where there is no such person. */
  readonly name: string
  readonly role: string
  readonly date: string
  readonly verdict: Approval['verdict']
  /** Bound to the content as it is now. */
  readonly current: boolean
  /** Current, and nothing speaks against it. */
  readonly counts: boolean
  /** Why it does not count; empty where it does. */
  readonly reasons: readonly string[]
  /** What a reader should know although it counts. */
  readonly remarks: readonly string[]
  readonly signature: ApprovalSignature
  /** Commit that first held this approval as it is; null where it is not known. */
  readonly commit: CommitMark | null
  readonly reliedOn: readonly ReliedOn[]
}

export interface ApprovalState {
  readonly kind: Kind
  readonly id: string
  readonly root: string
  readonly location: Location
  readonly state: ApprovalStanding
  /** Of the content as it is: `canonical-json-sha256-1`. */
  readonly fingerprint: string
  /** Why the state is what it is, as sentences without a full stop. */
  readonly reasons: readonly string[]
  /** Null where no policy asks for an approval. */
  readonly policy: ApprovalPolicy | null
  /** What the quorum still lacks. */
  readonly lacking: readonly QuorumPart[]
  /** Commit of the last change of the content; null where it is not committed or not known. */
  readonly changed: CommitMark | null
  /** Ids of persons who had a hand in what is to be approved; empty where the policy lets them. */
  readonly authors: readonly string[]
  /**
   * The changes to be approved that neither the address nor a key tells the person of, newest first;
   * left out where no policy asks for an approval.
   */
  readonly strangers?: readonly CommitMark[]
  /** Whether the content as it is stands in the history; null where none was read. */
  readonly committed: boolean | null
  /** Newest first. */
  readonly approvals: readonly JudgedApproval[]
  /** Records referred to that changed since the newest approval that counts. */
  readonly reliesOnChanged: readonly ReliedOn[]
  /** Where it is stale, partial, refused or missing: the records that refer to it. */
  readonly referredBy: readonly {readonly kind: string; readonly id: string}[]
}
