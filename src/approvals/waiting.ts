import type {ApprovalState} from '../model/approval.ts'
import {compareText} from '../model/location.ts'
import {viewFrom} from '../model/view.ts'
import type {Workspace} from '../model/workspace.ts'

/** A place in a quorum that is open, and who could take it. */
export interface Waiting {
  readonly role: string
  readonly count: number
  /** Ids of persons who hold the role on the date judged at, and may approve; by id. */
  readonly persons: readonly string[]
  /** Ids of those who hold the role, and are left out as authors of the change; by id. */
  readonly authors: readonly string[]
}

/**
 * For whom a record waits. Not for who has been counted already, nor for the author of the change
 * where the policy excludes the author.
 */
export function waitingFor(workspace: Workspace, state: ApprovalState): readonly Waiting[] {
  const {lacking, approvals, authors} = state
  const done = new Set(
    approvals.filter((it) => it.counts && it.verdict !== 'refused').map((it) => it.person),
  )
  return lacking.map(({role, count}) => {
    const holders = viewFrom(workspace, state.root)
      .all('Person')
      .filter(({value}) => value.roles.some((it) => it.role === role && holds(it, workspace.asOf)))
      .map(({value}) => value.id)
      .sort(compareText)
    return {
      role,
      count,
      persons: holders.filter((id) => !authors.includes(id) && !done.has(id)),
      authors: holders.filter((id) => authors.includes(id)),
    }
  })
}

function holds({from, to}: {readonly from: string; readonly to?: string}, date: string): boolean {
  return from <= date && (to === undefined || date <= to)
}
