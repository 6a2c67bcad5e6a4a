import type {
  ApprovalPolicy,
  ApprovalSignature,
  CommitMark,
  JudgedApproval,
} from '../model/approval.ts'
import {addDays} from '../model/date.ts'
import {quoted} from '../model/show.ts'
import type {Commit} from '../model/trail.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {contentOf, historyOf, markOf, writtenOn, type ContentHistory} from './history.ts'
import {reliedOnBy} from './relied-on.ts'

/** Roles that a Person record can hold, by their letters; an approval may name another. */
const personRoles: ReadonlyMap<string, string> = new Map(
  [
    'officer',
    'medicalDirector',
    'committeeChair',
    'counsel',
    'custodian',
    'dataSteward',
    'staff',
    'physician',
  ].map((it) => [it.toLowerCase(), it]),
)

/** A role as Person records name it: `medical director` is `medicalDirector`; others as written. */
function roleNamed(text: string): string {
  return personRoles.get(text.toLowerCase().replace(/[\s_-]+/g, '')) ?? text
}

function isPersonRole(role: string): boolean {
  return personRoles.has(role.toLowerCase())
}

/** What one Approval is judged against. */
export interface Approved {
  readonly entry: Entry
  readonly history: ContentHistory
  readonly policy: ApprovalPolicy | null
}

/** One approval: whether it is of this content, whether it counts, and if not why. */
export function judgeApproval(
  workspace: Workspace,
  approved: Approved,
  approval: Entry<'Approval'>,
): JudgedApproval {
  const {id, person, date, verdict, fingerprint} = approval.value
  const role = roleNamed(approval.value.role)
  const said = {...approval.value, role}
  const current = fingerprint.value === contentOf(approved.entry.value)
  const who = workspace.find('Person', person)
  const {commit, signature} = committedBy(workspace, approval, person)
  const mark = commit === undefined ? null : markOf(workspace, commit)
  const faults = [
    ...personFaults(who, said),
    ...dateFaults(workspace.asOf, approved.history, date, current),
    ...authorFaults(workspace, approved, person, current),
  ]
  const reasons = current ? faults : [`it is bound to other content than this`, ...faults]
  return {
    id,
    root: approval.root,
    location: approval.locate(['fingerprint', 'value']),
    person,
    name: who?.value.name ?? person,
    role,
    date,
    verdict,
    current,
    counts: reasons.length === 0,
    reasons,
    remarks: [...remarksOf(workspace, approved, said, current), ...recordedBy(mark, person)],
    signature,
    commit: mark,
    reliedOn: reliedOnBy(workspace, approved.entry, approval),
  }
}

/** Anyone who may commit can write a record in another's name. */
function recordedBy(mark: CommitMark | null, person: string): string[] {
  if (mark === null || mark.author === person || mark.signer === person) return []
  return [`recorded by ${quoted(mark.author ?? mark.email)}, not by the person`]
}

function personFaults(
  who: Entry<'Person'> | undefined,
  {person, role, date}: Entry<'Approval'>['value'],
): string[] {
  if (who === undefined) return [`no Person ${quoted(person)} is on record`]
  if (!isPersonRole(role)) return []
  const held = who.value.roles.filter((it) => it.role === role)
  const then = held.some(({from, to}) => from <= date && (to === undefined || date <= to))
  if (then) return []
  return [
    held.length === 0
      ? `${quoted(person)} is not on record as ${quoted(role)}`
      : `${quoted(person)} did not hold the role ${quoted(role)} on ${date}`,
  ]
}

/**
 * Dates that cannot be. The day of the commit is taken a day early, because the approver's calendar
 * may be behind UTC; a record's first version may have been approved on paper before it was recorded.
 */
function dateFaults(
  asOf: string,
  {first, replaced}: ContentHistory,
  date: string,
  current: boolean,
): string[] {
  if (date > asOf) return [`it is dated ${date}, after the date judged at`]
  if (!current || first === undefined || !replaced) return []
  const written = writtenOn(first.commit)
  return date < addDays(written, -1)
    ? [`it is dated ${date}, before this content was first committed on ${written}`]
    : []
}

function authorFaults(
  workspace: Workspace,
  {history: {last}, policy}: Approved,
  person: string,
  current: boolean,
): string[] {
  if (!current || policy?.authorExcluded !== true || last === undefined) return []
  const {author, signer, hash} = markOf(workspace, last.commit)
  // Anyone can write any address into a commit; the key is the person's.
  if (author === person)
    return [`${quoted(person)} is the author of the change (commit ${hash.slice(0, 12)})`]
  return signer === person
    ? [`${quoted(person)} signed the change (commit ${hash.slice(0, 12)})`]
    : []
}

function remarksOf(
  workspace: Workspace,
  {history, policy}: Approved,
  {role, date, verdict}: Entry<'Approval'>['value'],
  current: boolean,
): string[] {
  const remarks: string[] = []
  if (verdict === 'approvedWithReservation') remarks.push('approved with a reservation')
  if (!isPersonRole(role))
    remarks.push(`the role ${quoted(role)} is none that a Person record holds`)
  if (policy !== null && !policy.quorum.some((it) => it.role === role))
    remarks.push('the policy asks for no approval in this role')
  if (!current) return remarks
  const {read, committed, first, last, replaced} = history
  if (policy?.authorExcluded === true) {
    if (!read) remarks.push('whether the approver is the author is not known: no history was read')
    else if (!committed)
      remarks.push('whether the approver is the author is not known: the content is not committed')
    else if (last !== undefined && isUnknown(markOf(workspace, last.commit)))
      remarks.push('the author of the change is no known person')
  }
  if (first !== undefined && !replaced && date < addDays(writtenOn(first.commit), -1))
    remarks.push(`dated before the record was first committed on ${writtenOn(first.commit)}`)
  return remarks
}

function isUnknown({author, signer}: CommitMark): boolean {
  return author === null && signer === null
}

/** The commit that brought the approval as it is, and whose key signed it. */
function committedBy(
  workspace: Workspace,
  approval: Entry<'Approval'>,
  person: string,
): {commit: Commit | undefined; signature: ApprovalSignature} {
  const {last, first} = historyOf(workspace, approval)
  const commit = last === undefined ? undefined : first?.commit
  if (commit === undefined || commit.signature === 'unchecked')
    return {commit, signature: 'unknown'}
  if (commit.signature !== 'good') return {commit, signature: 'notSigned'}
  const signer = commit.signed?.person ?? null
  if (signer === null) return {commit, signature: 'unknown'}
  return {commit, signature: signer === person ? 'byPerson' : 'byOther'}
}
