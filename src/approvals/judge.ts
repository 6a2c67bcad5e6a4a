import type {
  ApprovalPolicy,
  ApprovalSignature,
  CommitMark,
  JudgedApproval,
} from '../model/approval.ts'
import {addDays} from '../model/date.ts'
import {personRoles} from '../model/roles.ts'
import {quoted} from '../model/show.ts'
import type {Commit} from '../model/trail.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {
  grantFaults,
  ownGrants,
  strangerFaults,
  unapprovedChanges,
  type Hand,
  type Unapproved,
} from './authors.ts'
import {contentOf, historyOf, markOf, writtenOn, type ContentHistory} from './history.ts'
import {lackingOf} from './quorum.ts'
import {reliedOnBy} from './relied-on.ts'

/** By their letters; an approval may name another. */
const roleByLetters: ReadonlyMap<string, string> = new Map(
  personRoles.map((it) => [it.toLowerCase(), it]),
)

/** A role as Person records name it: `medical director` is `medicalDirector`; others as written. */
function roleNamed(text: string): string {
  return roleByLetters.get(text.toLowerCase().replace(/[\s_-]+/g, '')) ?? text
}

function isPersonRole(role: string): boolean {
  return roleByLetters.has(role.toLowerCase())
}

/** What one Approval is judged against. */
export interface Approved {
  readonly entry: Entry
  readonly history: ContentHistory
  readonly policy: ApprovalPolicy | null
}

/** What of a record is put to those who approve it; nothing where the policy lets authors approve. */
export function unapprovedOf(workspace: Workspace, approved: Approved): Unapproved {
  return approved.policy?.authorExcluded === true
    ? openChanges(workspace, approved)
    : {changes: [], hands: [], revived: undefined}
}

/** What of a record no quorum has agreed to, whoever may approve it. */
export function openChanges(workspace: Workspace, {entry, history, policy}: Approved): Unapproved {
  if (policy === null) return {changes: [], hands: [], revived: undefined}
  const approvals = workspace
    .all('Approval')
    .filter(({value: {record}}) => record.kind === entry.kind && record.id === entry.value.id)
  return unapprovedChanges(workspace, history, (fingerprint, hands) => {
    const voices = approvals
      .filter(
        (it) =>
          it.value.fingerprint.value === fingerprint &&
          agrees(workspace, it, policy.authorExcluded ? hands : []),
      )
      .map(({value: {person, role}}) => ({person, roles: [roleNamed(role)]}))
    return lackingOf(policy.quorum, voices).length === 0
  })
}

/** Whether it counted for content that has changed since. */
function agrees(workspace: Workspace, approval: Entry<'Approval'>, hands: readonly Hand[]) {
  const {person, date, verdict, role} = approval.value
  const who = workspace.find('Person', person)
  const {commit, signature} = committedBy(workspace, approval, person)
  const mark = commit === undefined ? null : markOf(workspace, commit)
  return (
    verdict !== 'refused' &&
    date <= workspace.asOf &&
    !hands.some((it) => it.person === person) &&
    personFaults(who, {...approval.value, role: roleNamed(role)}).length === 0 &&
    strangerFaults(workspace, who, {date, signature, commit: mark}, hands, commit).length === 0
  )
}

/** One approval: whether it is of this content, whether it counts, and if not why. */
export function judgeApproval(
  workspace: Workspace,
  approved: Approved,
  approval: Entry<'Approval'>,
  unapproved: Unapproved = unapprovedOf(workspace, approved),
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
    ...(current
      ? [
          ...handFaults(unapproved, person),
          ...grantFaults(workspace, person, unapproved, approved.history.changes[0]?.commit),
          ...revivedFaults(unapproved, date),
        ]
      : []),
    ...(approved.policy === null
      ? []
      : strangerFaults(
          workspace,
          who,
          {date, signature, commit: mark},
          current ? unapproved.hands : [],
          commit,
        )),
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

function handFaults({hands}: Unapproved, person: string): string[] {
  return hands.flatMap((it) => (it.person === person ? [it.how] : []))
}

/** Agreed to once, and then to something else: the old word does not stand for it again. */
function revivedFaults({revived}: Unapproved, date: string): string[] {
  if (revived === undefined || date >= addDays(writtenOn(revived), -1)) return []
  const [short, day] = [revived.hash.slice(0, 12), writtenOn(revived)]
  return [
    `it is dated ${date}; other content was approved after it, and commit ${short} of ${day} brought this back`,
  ]
}

function remarksOf(
  workspace: Workspace,
  {history, policy}: Approved,
  {person, role, date, verdict}: Entry<'Approval'>['value'],
  current: boolean,
): string[] {
  const remarks: string[] = []
  if (verdict === 'approvedWithReservation') remarks.push('approved with a reservation')
  if (!isPersonRole(role))
    remarks.push(`the role ${quoted(role)} is none that a Person record holds`)
  if (policy !== null && !policy.quorum.some((it) => it.role === role))
    remarks.push('the policy asks for no approval in this role')
  if (!current) return remarks
  if (policy !== null) remarks.push(...ownGrants(workspace, person))
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
