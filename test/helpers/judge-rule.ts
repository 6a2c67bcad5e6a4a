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

/** Outcome as the engine gives it, then each finding as `line:column message`. */
export function judged(
  rule: Rule,
  text: string,
  options: WorkspaceOptions & {line?: number; rules?: readonly Rule[]} = {},
): string[] {
  const {outcome, findings} = judgeRule(rule, text, options)
  return [
    outcome,
    ...findings.map(({location: {start}, message}) => `${start.line}:${start.column} ${message}`),
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
