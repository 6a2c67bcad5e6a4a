import type {Entry, Workspace} from '../model/workspace.ts'

/** What stands where a record is not named. */
export const notNamed = 'not named'

/**
 * Whether a record tells that, or when, a member left, or names a member that left as one that once
 * joined. Such a record is counted and never named, nor its file or commits: a departure beside a
 * case could identify the member of the case.
 */
export function isDeparture(workspace: Workspace, {kind, value}: Entry): boolean {
  if (kind === 'Participant') return value.left !== undefined
  if (kind !== 'MembershipDecision') return false
  if (value.decision === 'exit') return true
  const {participant} = value
  return (
    participant !== undefined &&
    workspace.find('Participant', participant)?.value.left !== undefined
  )
}

/** The same by kind and id; false where no such record is read. */
export function isDepartureOf(workspace: Workspace, kind: string, id: string): boolean {
  if (kind !== 'Participant' && kind !== 'MembershipDecision') return false
  const entry = workspace.find(kind, id)
  return entry !== undefined && isDeparture(workspace, entry)
}
