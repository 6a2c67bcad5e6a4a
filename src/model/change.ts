import type {ConfidentialityClass} from './confidentiality.ts'
import type {Location} from './location.ts'
import type {Outcome} from './rule.ts'

/** What a change does to what the network shows, gravest first. */
export const changeClasses = [
  'weakened',
  'unclassified',
  'strengthened',
  'clarified',
  'recorded',
  'administrative',
] as const
export type ChangeClass = (typeof changeClasses)[number]

/** The words of `x-change` in the schemas, and how a change under each is classed. */
export const changeWords = {
  administrative: 'How it is named, filed or looked up. Any change is administrative.',
  clarification: 'Words that explain. Any change is clarified.',
  substantive:
    'Changes what was agreed, and cannot be ranked by itself. Any change is unclassified.',
  fact: 'Something that happened, as recorded. Added: recorded. Altered or removed: unclassified, because what was on record reads otherwise.',
  adverse:
    'A fact against the network. Added: weakened. Altered or removed: unclassified, because such a fact does not vanish.',
  adds: 'Added: strengthened. Removed: weakened. Altered as a whole: unclassified.',
  removes: 'Added: weakened. Removed: strengthened. Altered as a whole: unclassified.',
  higher: 'Raised or added: strengthened. Lowered or removed: weakened.',
  lower:
    'Lowered or added: strengthened. Raised or removed: weakened, because without it there is no limit.',
  later: 'Made later or added: strengthened. Made earlier or removed: weakened.',
  earlier: 'Made earlier or added: strengthened. Made later or removed: weakened.',
  ends: 'The day on which it stops. Set or made earlier: weakened. Removed or made later: strengthened.',
  whenTrue:
    'True is stronger. From true to false or to nothing: weakened. To true: strengthened. From nothing to false: clarified. From false to nothing: unclassified, because silence does not take back what was stated.',
  whenFalse:
    'True is weaker. To true: weakened. From true or nothing to false: strengthened. From false to nothing: weakened, because what is not stated is unknown. From true to nothing: unclassified, for the same reason.',
} as const
export type ChangeWord = keyof typeof changeWords

/** Rules that look at more than the value, by the name that `x-change` gives as `by`. */
export const contextualRules = {
  towardsTheBetter:
    'A number of a measure, by the direction of that measure on both sides. Moved to the better, or set: strengthened. Moved away, or dropped: weakened. Without a direction, or with another one: unclassified.',
  byMeasure:
    'The same for a number beside the measure that it is of, by the direction of that measure.',
  lessFromNone:
    'Less is stronger, and what is not stated counts as nothing. Raised or set above 0: weakened. Lowered: strengthened. No longer stated: unclassified.',
  openUntilKnown:
    'A result that is open until it is known. Known for the first time: recorded. Altered or removed: unclassified.',
  shareBound:
    'A count and what it is out of, read as a share. A larger share: strengthened. A smaller one: weakened. The same share of other counts: recorded.',
  trueUnlessStated:
    'True is stronger, and what is left out is true. To false: weakened. From false: strengthened. Between true and nothing: clarified.',
  exclusivityClause:
    'Weakest is exclusive, then partlyExclusive, then nonExclusive. One that restricts, where none was stated: weakened. No longer stated: unclassified.',
  allUnlessListed:
    'An entry of a list that covers all where it is left out. Listed for the first time: weakened, because the rest is left. The list left out again: strengthened. Added to a list: strengthened. Removed from it: weakened.',
  whereListed:
    'An entry of a list that is not known where it is left out. Added to a list: strengthened. Removed from it: weakened. Of a list that is new, or no longer kept: unclassified.',
  threshold:
    'A number that a test uses, against the default where the network sets none. Easier to pass: weakened, said as loosened. Harder: strengthened, said as tightened. The same number: clarified. Of a threshold that no test knows: unclassified.',
} as const
export type ContextualRule = keyof typeof contextualRules

/** `x-change` of a schema; `order` lists the values of an enum, weakest first. */
export type ChangeRule =
  | ChangeWord
  | {readonly order: readonly string[]}
  | {readonly by: ContextualRule}

/** One change, told for one record. */
export interface RecordChange {
  readonly class: ChangeClass
  /** In legal terms, without a full stop. Holds text of the records as it is. */
  readonly sentence: string
  /** `unread`: a side holds it, and it could not be read there. */
  readonly action: 'added' | 'removed' | 'changed' | 'moved' | 'renamed' | 'unread'
  /** Where it could not be read. */
  readonly unreadOn?: 'first' | 'second' | 'both'
  readonly root: string
  readonly kind: string
  readonly id: string
  /** Id on the first side, of a rename. */
  readonly formerId?: string
  /** Keys of the schema that lead to the field: `targets[].value`; null for the whole record. */
  readonly field: string | null
  /** The rule that decided the class: a word, `by NAME`, `order`; null where there is none. */
  readonly rule: string | null
  /** As in the record; null where there is nothing on that side. */
  readonly before: unknown
  readonly after: unknown
  /** Class of the field, of its kind or of its root, whichever is the most restricted. */
  readonly confidentiality: ConfidentialityClass
  /** On the second side, or on the first where the second has nothing there. */
  readonly location: Location | null
}

/** A test that came out otherwise, judged at one date. */
export interface MovedResult {
  readonly line: string | null
  readonly rule: string
  readonly title: string
  /** Null where that side has no such result. */
  readonly before: Outcome | null
  readonly after: Outcome | null
  /** `kind/id` of changed records among its evidence and findings on either side. */
  readonly because: readonly string[]
}

export interface MovedLine {
  readonly line: string
  readonly before: string | null
  readonly after: string | null
}

/** Where a record stands with its approvals, on both sides. */
export interface ApprovalMove {
  /** The root that holds the record; left out where it is the main one. */
  readonly root?: string
  readonly kind: string
  readonly id: string
  /** A standing of `model/approval.ts`; null where the first side has no such record. */
  readonly before: string | null
  readonly after: string
  /** Left out unless approved: then whether an author is among those who approve is not known. */
  readonly authorsUnknown?: true
  /** Left out unless approved: then who approves came into the role with what is compared. */
  readonly granted?: true
  /** Left out unless approved: then whether who approves, and has a key, signed it is not known. */
  readonly signersUnknown?: true
  readonly reasons: readonly string[]
}

/** All that is told of two sides. */
export interface Comparison {
  /** As asked for, and the commit; null for a working tree. */
  readonly from: {readonly name: string; readonly commit: string | null}
  readonly to: {readonly name: string; readonly commit: string | null}
  readonly asOf: string
  /** One sentence a side and root: what was read, and what was not. */
  readonly read: readonly string[]
  /** Gravest first, then by kind, id and field. */
  readonly changes: readonly RecordChange[]
  /** Of the second side: every record that asks for an approval or has one. */
  readonly approvals: readonly ApprovalMove[]
  /** Null where a side has no network to assess. */
  readonly results: readonly MovedResult[] | null
  readonly readiness: readonly MovedLine[]
}

/**
 * Changes that weaken, and that no approval of the content on the second side covers. A record that
 * is gone, and the configuration, have no content that could be approved: they always count. So does
 * a document that does not match its record: the approval is of the record, not of the bytes.
 */
export function weakenedUnapproved({
  changes,
  approvals,
}: Pick<Comparison, 'changes' | 'approvals'>): readonly RecordChange[] {
  const approved = new Set(approvals.flatMap((it) => (holds(it) ? [nameIn(it)] : [])))
  return changes.filter(
    (it) => it.class === 'weakened' && (isOfBytes(it) || !approved.has(nameIn(it))),
  )
}

/** Not the path in the record, which is never weakened: the document that it leads to. */
function isOfBytes({kind, field}: RecordChange): boolean {
  return field === 'file' && (kind === 'Exhibit' || kind === 'EvidenceTable')
}

/** Approvals that do not hold on the second side, of records that changed or that held before. */
export function lostApprovals({
  changes,
  approvals,
}: Pick<Comparison, 'changes' | 'approvals'>): readonly ApprovalMove[] {
  const changed = new Set(changes.map(nameIn))
  return approvals.filter(
    (it) =>
      !holds(it) &&
      it.after !== 'notRequired' &&
      (it.before !== it.after || changed.has(nameIn(it))),
  )
}

/** What is not known to be the word of somebody else, who had it to give before, covers nothing. */
function holds({after, authorsUnknown, granted, signersUnknown}: ApprovalMove): boolean {
  const isOpen = authorsUnknown === true || granted === true || signersUnknown === true
  return after === 'approved' && !isOpen
}

/** Two roots may each hold a record of one kind and id: an approval is of one of them. */
function nameIn({root = 'main', kind, id}: Pick<ApprovalMove, 'root' | 'kind' | 'id'>): string {
  return JSON.stringify([root, kind, id])
}

/** What makes `cinch diff` exit 1; each but `never` takes in the ones before it. */
export const diffLevels = ['never', 'weakened-unapproved', 'weakened', 'unclassified'] as const
export type DiffLevel = (typeof diffLevels)[number]

/**
 * The changes at the level asked for, or graver. What cannot be read on the second side may be
 * weakened, and counts at every level.
 */
export function changesAt(comparison: Comparison, level: DiffLevel): readonly RecordChange[] {
  if (level === 'never') return []
  const bare = new Set(weakenedUnapproved(comparison))
  return comparison.changes.filter(
    (it) =>
      isUnreadNow(it) ||
      (level === 'weakened-unapproved'
        ? bare.has(it)
        : it.class === 'weakened' || (level === 'unclassified' && it.class === 'unclassified')),
  )
}

/** Whether the second side, or its file, cannot be read. */
export function isUnreadNow({unreadOn}: RecordChange): boolean {
  return unreadOn === 'second' || unreadOn === 'both'
}
