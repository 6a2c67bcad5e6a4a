import type {ApprovalPolicy, QuorumPart} from '../model/approval.ts'
import type {Root} from '../model/source.ts'

/**
 * What the main root's `cinch.yaml` asks for each kind. Entries for one kind are joined: the higher
 * count of each role, and the author excluded where one of them says so.
 *
 * There is no house default: which approvals a network gives itself is the network's to say.
 */
export function policiesOf(roots: readonly Root[]): ReadonlyMap<string, ApprovalPolicy> {
  const policies = new Map<string, ApprovalPolicy>()
  const settings = roots.find(({name}) => name === 'main')?.config.approvals ?? []
  for (const {kind, quorum, authorExcluded = true} of settings) {
    const before = policies.get(kind)
    policies.set(kind, {
      kind,
      quorum: joined([...(before?.quorum ?? []), ...quorum]),
      authorExcluded: authorExcluded || before?.authorExcluded === true,
    })
  }
  return policies
}

function joined(parts: readonly QuorumPart[]): readonly QuorumPart[] {
  const counts = new Map<string, number>()
  for (const {role, count} of parts) counts.set(role, Math.max(count, counts.get(role) ?? 0))
  return [...counts].map(([role, count]) => ({role, count}))
}
