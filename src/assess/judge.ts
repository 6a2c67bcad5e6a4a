import type {Kind, Workspace, Entry} from '../model/workspace.ts'
import type {Outcome, Rule, RuleContext, RuleResult} from '../model/rule.ts'
import {compareText} from '../model/location.ts'
import {fileFor} from '../model/placement.ts'
import {contextOf} from './context.ts'
import {hasJointPrices, takesClinicalTest} from './gateway.ts'

/**
 * Judges one rule for one product line: whether it applies, whether what it needs is there, and
 * only then what the records show.
 *
 * @param rules - The rule set; it may hold a gateway rule that takes the clinical tests away.
 * @throws {Error} When a rule says `supported` and names no evidence: a defect of the rule.
 */
export function judge(
  workspace: Workspace,
  network: Entry<'Network'>,
  lineIndex: number,
  rule: Rule,
  rules: readonly Rule[],
): RuleResult {
  const context = contextOf(workspace, network, lineIndex, rule)
  const result =
    inapplicable(workspace, network, lineIndex, rule, rules) ??
    withoutKinds(context, rule) ??
    withoutHistory(context, rule) ??
    rule.check(context)
  if (result.outcome === 'supported' && result.evidence.length === 0)
    throw new Error(`Unexpected \`supported\` of ${rule.id} without evidence`)
  return result
}

/** Why the rule does not apply to the line; undefined where it does. */
export function inapplicable(
  workspace: Workspace,
  network: Entry<'Network'>,
  lineIndex: number,
  rule: Rule,
  rules: readonly Rule[],
): RuleResult | undefined {
  const context = contextOf(workspace, network, lineIndex, rule)
  const {line} = context
  if (rule.operating && line.stage === 'proposed')
    return plain('notApplicable', 'The program of this line is proposed: it has no operation yet.')
  if (rule.appliesTo === 'jointPricing' && !hasJointPrices(context))
    return plain('notApplicable', 'No prices are negotiated jointly on this line.')
  if (rule.question === 'integration' || rule.question === 'efficiencies') {
    if (line.basis === 'messenger' && !hasJointPrices(context))
      return plain(
        'notApplicable',
        'A messenger relays offers on this line: no program is claimed.',
      )
  }
  if (rule.question === 'integration' && !takesClinicalTest(context, rules))
    return plain(
      'notApplicable',
      'Substantial shared financial risk is shown on this line: the clinical test is not needed.',
    )
  return undefined
}

/** Silence about a whole kind of record is not a pass. */
function withoutKinds(context: RuleContext, rule: Rule): RuleResult | undefined {
  const {line, lineIndex, network} = context
  const kept = (kind: Kind) =>
    rule.scope === 'network' ? context.workspace.all(kind) : context.ofLine(kind)
  const missing = rule.requires.filter((kind) => kept(kind).length === 0).sort(compareText)
  if (missing.length === 0) return undefined
  const outcome = rule.operating ? context.missingOperation() : 'unknown'
  const answers = missing.map(
    (kind) => `${article(kind)} ${kind} record (${fileFor(context.workspace, kind, '…')})`,
  )
  const findings = missing.map((kind) =>
    context.finding(
      outcome === 'absent' ? 'warning' : 'note',
      network,
      rule.scope === 'network' ? [] : ['productLines', lineIndex],
      `Unexpected ${rule.scope === 'network' ? 'network' : 'product line'} without ${article(kind)} ${kind} record, expected at least one`,
      `Create ${fileFor(context.workspace, kind)} with \`kind: ${kind}\``,
    ),
  )
  const subject = rule.scope === 'network' ? 'the network' : line.title
  return {
    outcome,
    summary: `The repository holds no ${missing.join(' and no ')} record for ${subject}.`,
    evidence: [],
    findings,
    answeredBy: answers.join(' and '),
  }
}

function withoutHistory({workspace}: RuleContext, rule: Rule): RuleResult | undefined {
  const {trails} = workspace
  if (rule.needsHistory !== true || trails.some(({status}) => status === 'complete'))
    return undefined
  const {reason = 'it was not read'} = trails.find((it) => it.status !== 'complete') ?? {}
  return {
    ...plain('unknown', `Git history is not available: ${reason.replace(/\.$/, '')}.`),
    answeredBy: 'a full clone of the governance repository',
  }
}

function plain(outcome: Outcome, summary: string): RuleResult {
  return {outcome, summary, evidence: [], findings: []}
}

function article(kind: Kind): string {
  // A Utilization control, since it is said with a y.
  return /^[AEIO]/.test(kind) ? 'an' : 'a'
}
