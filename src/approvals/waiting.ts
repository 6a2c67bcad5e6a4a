import type {ApprovalState} from '../model/approval.ts'
import {compareText} from '../model/location.ts'
import type {Workspace} from '../model/workspace.ts'

/** A place in a quorum that is open, and who could take it. */
export interface Waiting {
  readonly role: string
  readonly count: number
  /** Ids of persons who hold the role on the date judged at, and may approve; by id. */
  readonly persons: readonly string[]
  /** Holds the role, and is left out as the author of the change; null where nobody is. */
  readonly author: string | null
  /** All who are left out so, sorted. */
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
    const holders = workspace
      .all('Person')
      .filter(({value}) => value.roles.some((it) => it.role === role && holds(it, workspace.asOf)))
      .map(({value}) => value.id)
      .sort(compareText)
    return {
      role,
      count,
      persons: holders.filter((id) => !authors.includes(id) && !done.has(id)),
      author: holders.find((id) => authors.includes(id)) ?? null,
      authors: holders.filter((id) => authors.includes(id)),
    }
  })
}

function holds({from, to}: {readonly from: string; readonly to?: string}, date: string): boolean {
  return from <= date && (to === undefined || date <= to)
}
