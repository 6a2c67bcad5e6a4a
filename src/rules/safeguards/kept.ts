import {fileFor} from '../../model/placement.ts'
import type {Safeguard} from '../../model/records.gen.ts'
import type {Outcome, RuleContext, RuleResult} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isActive} from '../lifetime.ts'
import {counted} from '../outcome.ts'
import {silenceOf, type Silence} from '../silence.ts'

/** Safeguards of a type that apply at the as-of date. */
export function safeguardsOf(
  {workspace, asOf}: RuleContext,
  type: Safeguard['type'],
): readonly Entry<'Safeguard'>[] {
  return workspace
    .all('Safeguard')
    .filter(({value}) => value.type === type && isActive(value, asOf))
}

/** The attested completeness of the safeguards kept, and a clause that says it. */
export function safeguardsLog(context: RuleContext): Silence & {readonly says: string} {
  const silence = silenceOf(context, ['safeguards'])
  const not = silence.open.length > 0 ? 'not ' : ''
  return {
    ...silence,
    says: `the log of safeguards is ${not}attested complete from ${silence.from} to ${silence.to}`,
  }
}

/**
 * What is said where no safeguard of a type applies, in a closed and in an open log.
 * The rule must list `silenceThresholds`.
 *
 * @param what - Without an article: `policy for business outside the network`.
 */
export function withoutSafeguard(
  context: RuleContext,
  type: Safeguard['type'],
  what: string,
  {closed = 'absent', open = 'unknown'}: {closed?: Outcome; open?: Outcome} = {},
): RuleResult {
  const log = safeguardsLog(context)
  const outcome = log.open.length === 0 ? closed : open
  const summary = `No ${what} found in ${counted(context.workspace.all('Safeguard').length, 'Safeguard record')} read; ${log.says}.`
  if (outcome === 'notApplicable') return {outcome, summary, evidence: [], findings: []}
  return {
    outcome,
    summary,
    evidence: [],
    findings: [
      context.finding(
        outcome === 'unknown' ? 'note' : 'warning',
        context.network,
        [],
        `Unexpected network without a ${what}, expected a Safeguard of type \`${type}\``,
        `Create ${fileFor(context.workspace, 'Safeguard')} with \`kind: Safeguard\` and \`type: ${type}\``,
      ),
    ],
    answeredBy: `a Safeguard record of type \`${type}\` (${fileFor(context.workspace, 'Safeguard', '…')})`,
  }
}
