import {inForceOn} from '../model/lifetime.ts'
import {fileFor} from '../model/placement.ts'
import type {Evidence, Finding, Outcome, RuleContext, RuleResult} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'
import {counted} from './outcome.ts'
import {silenceOf} from './silence.ts'

export interface JointContracts {
  /** In force at the as-of date. */
  readonly inForce: readonly Entry<'PayerContract'>[]
  /** Neither start nor end says whether they are. */
  readonly undated: readonly Entry<'PayerContract'>[]
  /** Ended before the as-of date. */
  readonly past: readonly Entry<'PayerContract'>[]
}

/** Contracts of the line whose prices were negotiated jointly, by whether they are in force. */
export function jointContracts({ofLine, asOf}: RuleContext): JointContracts {
  const joint = ofLine('PayerContract').filter(({value}) => value.jointlyPriced)
  return {
    inForce: joint.filter(({value}) => inForceOn(value, asOf) === true),
    undated: joint.filter(({value}) => inForceOn(value, asOf) === undefined),
    past: joint.filter(({value: {inForceTo}}) => inForceTo !== undefined && inForceTo < asOf),
  }
}

/** How a contract was negotiated; undefined where no record of it is named or found. */
export function negotiationOf(
  {workspace}: RuleContext,
  {value}: Entry<'PayerContract'>,
): Entry<'Negotiation'> | undefined {
  return value.negotiation === undefined
    ? undefined
    : workspace.find('Negotiation', value.negotiation)
}

/**
 * What a test of jointly priced contracts says where none is in force: nothing to judge on a
 * proposed line or in a closed log, unknown otherwise. The rule must list `silenceThresholds`.
 */
export function withoutContract(context: RuleContext, adverse?: RuleResult['adverse']): RuleResult {
  const {line, lineIndex, network} = context
  const read = counted(context.ofLine('PayerContract').length, 'PayerContract record')
  const none = `No jointly priced contract in force found in ${read} read`
  const rest = {evidence: [], ...(adverse === undefined ? {} : {adverse})}
  if (line.stage === 'proposed')
    return {
      ...rest,
      outcome: 'notApplicable',
      summary: `${none}: the line is proposed.`,
      findings: [],
    }
  const silence = silenceOf(context, ['payerContracts'])
  if (silence.open.length === 0)
    return {
      ...rest,
      outcome: 'notApplicable',
      summary: `${none}, and the log of contracts is attested complete.`,
      findings: [],
    }
  return {
    ...rest,
    outcome: 'unknown',
    summary: `${none}, though prices on ${line.title} are joint.`,
    findings: [
      context.finding(
        'warning',
        network,
        ['productLines', lineIndex],
        'Unexpected operating line with joint prices and no contract in force, expected its PayerContract records',
        `Create ${fileFor(context.workspace, 'PayerContract')} with \`kind: PayerContract\`, or attest that the \`payerContracts\` log is complete`,
      ),
    ],
    answeredBy: 'the PayerContract records of the line',
  }
}

/** What one contract shows of the state of affairs that a test looks for. */
export interface ContractVerdict {
  readonly verdict: 'met' | 'unmet' | 'contrary' | 'unknown'
  readonly evidence?: Evidence
  readonly findings: readonly Finding[]
}

/** Contracts judged one by one, and what they come to together. */
export interface JudgedContracts {
  readonly outcome: Outcome
  readonly contracts: number
  readonly met: number
  readonly unknown: number
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
}

/**
 * Judges each jointly priced contract that is in force or does not say; undefined where there is
 * none. One that is contrary decides; some unmet are weak, all unmet absent.
 */
export function judgeContracts(
  context: RuleContext,
  judge: (entry: Entry<'PayerContract'>) => ContractVerdict,
): JudgedContracts | undefined {
  const {inForce, undated} = jointContracts(context)
  const judged = [...inForce, ...undated].map(judge)
  if (judged.length === 0) return undefined
  const of = (verdict: ContractVerdict['verdict']) =>
    judged.filter((it) => it.verdict === verdict).length
  const [met, unmet, unknown] = [of('met'), of('unmet'), of('unknown')]
  return {
    outcome:
      of('contrary') > 0
        ? 'contrary'
        : unmet > 0
          ? met + unknown > 0
            ? 'weak'
            : 'absent'
          : unknown > 0
            ? 'unknown'
            : 'supported',
    contracts: judged.length,
    met,
    unknown,
    evidence: judged.flatMap(({evidence}) => evidence ?? []),
    findings: judged.flatMap(({findings}) => findings),
  }
}

/** Whether a contract that came of the negotiation is in force, or does not say. */
export function cameOf({ofLine, asOf}: RuleContext, {value: {id}}: Entry<'Negotiation'>): boolean {
  return ofLine('PayerContract').some(
    ({value}) => value.negotiation === id && inForceOn(value, asOf) !== false,
  )
}
