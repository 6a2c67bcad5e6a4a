import type {QuestionOutcome, Readiness} from './assessment.ts'
import type {Hold} from './records.gen.ts'
import type {Outcome, Question} from './rule.ts'
import type {KnownKey, SignatureCheck, Span} from './signature.ts'
import type {Workspace} from './workspace.ts'

/** What a signature of a seal is made for: one for anything else does not count. */
export const sealNamespace = 'cinch-seal'

export const statementType = 'https://in-toto.io/Statement/v1'
export const sealPredicate = 'https://cinch.example/seal/v1'

/** Folder of the seals, from the governance root. */
export const sealFolder = 'seals'

/** A seal, its signature, its tag object, or a time-stamp token, as files of a root. */
const sealFile = /^seals\/\d{4,}-[0-9a-f]{12}\.intoto\.json(?:\.(?:sig|tag|tsr|tst))?$/

/** The test of whether the history was rewritten since a seal. */
export const historyTest = 'L6'

/** Whether a path, from the governance root, is a seal or belongs to one. */
export function isSealPath(path: string): boolean {
  return sealFile.test(path)
}

/** Who signs, and how: part of what is signed, so that another signature does not fit. */
export type SealSigner =
  | {readonly scheme: 'none'}
  | {
      /** `ssh`: detached, beside the seal. `ssh-tag`: a signed tag that names the seal's hash. */
      readonly scheme: 'ssh' | 'ssh-tag'
      readonly namespace: string
      /** Id of the Person record. */
      readonly person: string
      /** `SHA256:…`, as `ssh-keygen -l` prints it. */
      readonly key: string
      /** Name of the tag, without `refs/tags/`. */
      readonly tag?: string
    }

/** What one product line came out as when it was sealed. */
export interface SealedLine {
  readonly id: string
  readonly readiness: Readiness
  readonly questions: Readonly<Partial<Record<Question | 'integrityAndPrivacy', QuestionOutcome>>>
  /** Outcome by id of the test. */
  readonly tests: Readonly<Record<string, Outcome>>
}

/** The facts that a seal binds together. */
export interface SealPredicate {
  /** From 1. */
  readonly sequence: number
  /** The seal before it, and the hashes of its raw bytes and of its signature; null for the first. */
  readonly previous: {
    readonly path: string
    readonly sha256: string
    readonly signature: string | null
  } | null
  /** Full hash of the commit sealed, and of its tree. */
  readonly commit: string
  readonly tree: string
  /** The governance root inside the repository, ending in `/`; empty where it is the top. */
  readonly folder: string
  readonly asOf: string
  /** SHA-256 of every file that the dossier rests on, by its path from the governance root. */
  readonly inputs: Readonly<Record<string, string>>
  readonly tool: {readonly name: 'cinch'; readonly version: string}
  /** Version of Node: the bytes of a PDF are promised for one. */
  readonly node: string
  readonly rules: {readonly version: string; readonly hash: string}
  readonly lines: readonly SealedLine[]
  readonly signer: SealSigner
}

/** An in-toto Statement v1: https://github.com/in-toto/attestation/tree/main/spec/v1. */
export interface SealStatement {
  readonly _type: typeof statementType
  readonly predicateType: typeof sealPredicate
  /** The commit, and every file of the dossier. */
  readonly subject: readonly {
    readonly name: string
    readonly digest: Readonly<Record<string, string>>
  }[]
  readonly predicate: SealPredicate
}

/** One seal as the history holds it. */
export interface SealState {
  /** From the governance root. */
  readonly file: string
  /** Of its raw bytes. */
  readonly sha256: string
  /** Of the signature beside it; null without one. */
  readonly signatureSha256: string | null
  readonly statement: SealStatement
  readonly signature: SignatureCheck
  /** The commit that first held it; null where none does yet. `at`: Unix seconds. */
  readonly first: {readonly commit: string; readonly at: number} | null
  /** Unix seconds: what its signature is judged by; no earlier than the commits it stands on. */
  readonly at: number
}

/** Something about the seals that should not be. */
export interface SealProblem {
  /** Such as `seal/removed`; permanent. */
  readonly code: string
  /** Of the seal concerned, from the governance root. */
  readonly file: string
  readonly message: string
  /** The commit sealed, where the history no longer leads to it. */
  readonly commit?: string
  /** The seal that is missing, where `file` is the one that follows it. */
  readonly missing?: string
}

/** What the history of one root says of its seals. */
export interface SealHistory {
  readonly root: string
  /** In the order of their numbers. */
  readonly seals: readonly SealState[]
  readonly problems: readonly SealProblem[]
  /** Commits that seals name, or that replaced them by the word of counsel, which HEAD leads to. */
  readonly reached: readonly string[]
}

export type RecordedRemoval = NonNullable<Hold['removals']>[number]

/**
 * The removal on counsel's recorded instruction that explains a problem; undefined where there is
 * none. A rewritten commit is explained only by one that names it and the commit in its place, which
 * the history must lead to; a seal that went only by one that names it.
 */
export function recordedFor(
  {code, file, commit, missing}: SealProblem,
  removals: readonly RecordedRemoval[],
  {reached}: Pick<SealHistory, 'reached'>,
): RecordedRemoval | undefined {
  return removals.find((it) => {
    if (code === 'history/rewritten' || code === 'history/commit-missing')
      return it.commit === commit && it.newCommit !== undefined && reached.includes(it.newCommit)
    if (code === 'seal/removed') return it.path === file
    return code === 'seal/chain-missing' && it.path === missing
  })
}

/** Removals by the date judged at that somebody instructed who was counsel, on record, on that day. */
export function counselRemovals({all, find, asOf}: Workspace): readonly RecordedRemoval[] {
  return all('Hold')
    .flatMap(({value}) => value.removals ?? [])
    .filter(
      ({date, instructedBy}) =>
        date <= asOf &&
        find('Person', instructedBy)?.value.roles.some(
          ({role, from, to}) => role === 'counsel' && from <= date && (to ?? date) >= date,
        ) === true,
    )
}

/** The days on which each person on record has a role. */
export function rolesOnRecord({all}: Pick<Workspace, 'all'>): ReadonlyMap<string, readonly Span[]> {
  return new Map(all('Person').map(({value: {id, roles}}) => [id, roles]))
}

/** The keys of the Person records. */
export function keysOnRecord({all}: Pick<Workspace, 'all'>): readonly KnownKey[] {
  return all('Person').flatMap(({value}) =>
    (value.keys ?? []).map(({type, key, from, to}) => ({
      person: value.id,
      type,
      key,
      from,
      ...(to === undefined ? {} : {to}),
    })),
  )
}
