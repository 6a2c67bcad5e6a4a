import {judge} from '../../src/assess/judge.ts'
import type {Rule, RuleResult} from '../../src/model/rule.ts'
import {workspaceOf, type WorkspaceOptions} from './workspace.ts'

/** One rule as the engine judges it: whether it applies and has what it needs, then its check. */
export function judgeRule(
  rule: Rule,
  text: string,
  options: WorkspaceOptions & {line?: number; rules?: readonly Rule[]} = {},
): RuleResult {
  const workspace = workspaceOf(text, options)
  const network = workspace.all('Network')[0]
  if (network === undefined) throw new Error('Unexpected records without a Network')
  return judge(workspace, network, options.line ?? 0, rule, options.rules ?? [rule])
}

/** Outcome as the engine gives it, then each finding as `kind/id path: message`. */
export function judged(
  rule: Rule,
  text: string,
  options: WorkspaceOptions & {line?: number; rules?: readonly Rule[]} = {},
): string[] {
  const {outcome, findings} = judgeRule(rule, text, options)
  return [
    outcome,
    ...findings.map(
      ({subject: {kind, id, path}, message}) => `${kind}/${id} ${path.join('.')}: ${message}`,
    ),
  ]
}

/** A network with one line, as the first document of a test's records; it takes one line. */
export function networkOf(
  line: string | {stage?: string; live?: string; basis?: string; joint?: boolean} = {},
  rest = '',
): string {
  if (typeof line === 'string')
    return `{kind: Network, id: n, legalName: N, productLines: [${line}]${rest}}`
  const {stage = 'operating', live, basis = 'clinical', joint = true} = line
  const programLive = live === undefined ? '' : `, programLive: ${live}`
  return networkOf(
    `{id: ppo, title: PPO, basis: ${basis}, stage: ${stage}, jointPricing: ${String(joint)}${programLive}}`,
    rest,
  )
}

/** Documents joined into one stream, each on a line of its own: the network is line 1. */
export function records(...documents: readonly string[]): string {
  return documents.join('\n---\n')
}

/** Outcome on a proposed line, then on one live for 0, 12, 23 and 24 months at 2026-06-30. */
export function byStage(rule: Rule, ...documents: readonly string[]): string[] {
  const lines = [
    {stage: 'proposed'},
    {live: '2026-06-30'},
    {live: '2025-06-30'},
    {live: '2024-07-30'},
    {live: '2024-06-30'},
  ]
  return lines.map((line) => judgeRule(rule, records(networkOf(line), ...documents)).outcome)
}

/** An attestation of a named officer that closes a log to the as-of date. */
export function closes(log: string, from = '2024-01-01', rest = ''): string {
  return records(
    '{kind: Person, id: officer, name: O, roles: [{role: officer, from: 2020-01-01}]}',
    `{kind: Attestation, id: closes, log: ${log}, from: ${from}, to: 2026-06-30, attestedBy: officer, role: officer, date: 2026-06-30${rest}}`,
  )
}
