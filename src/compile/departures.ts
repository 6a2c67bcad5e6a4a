import type {Entry, Workspace} from '../model/workspace.ts'

/** What stands where a record is not named. */
export const notNamed = 'not named'

/**
 * Whether a record tells that, or when, a member left. Such a record is counted and never named,
 * nor its file or commits: a departure beside a case could identify the member of the case.
 */
export function isDeparture({kind, value}: Pick<Entry, 'kind' | 'value'>): boolean {
  if (kind === 'Participant') return 'left' in value && value.left !== undefined
  return kind === 'MembershipDecision' && 'decision' in value && value.decision === 'exit'
}

/** The same by kind and id; false where no such record is read. */
export function isDepartureOf(workspace: Workspace, kind: string, id: string): boolean {
  if (kind !== 'Participant' && kind !== 'MembershipDecision') return false
  const entry = workspace.find(kind, id)
  return entry !== undefined && isDeparture(entry)
}
