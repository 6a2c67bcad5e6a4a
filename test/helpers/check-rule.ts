import {contextOf} from '../../src/assess/context.ts'
import type {Rule, RuleResult} from '../../src/model/rule.ts'
import {workspaceOf, type WorkspaceOptions} from './workspace.ts'

/** Runs one rule over YAML text, for the first (or the given) product line. */
export function runRule(
  rule: Rule,
  text: string,
  options: WorkspaceOptions & {line?: number} = {},
): RuleResult {
  const workspace = workspaceOf(text, options)
  const network = workspace.all('Network')[0]
  if (network === undefined) throw new Error('Unexpected records without a Network')
  return rule.check(contextOf(workspace, network, options.line ?? 0, rule))
}

/** Outcome, then each finding as `line:column message`: the form in which rules are tested. */
export function checkRule(
  rule: Rule,
  text: string,
  options: WorkspaceOptions & {line?: number} = {},
): string[] {
  const {outcome, findings} = runRule(rule, text, options)
  return [
    outcome,
    ...findings.map(({location: {start}, message}) => `${start.line}:${start.column} ${message}`),
  ]
}
