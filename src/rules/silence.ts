import {addDays, addMonths} from '../model/date.ts'
import {fileFor} from '../model/placement.ts'
import type {Evidence, Finding, RuleContext, RuleResult, Threshold} from '../model/rule.ts'
import {attestationChain, logWords, type Log} from './logs.ts'
import {counted, listed, strengthOf} from './outcome.ts'

/** How far back a log must be closed before finding nothing in it means anything. */
const conductLookBackMonths: Threshold = {
  id: 'conductLookBackMonths',
  value: 24,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description: 'Months before the as-of date for which logs of conduct must be attested complete',
  looser: 'lower',
}

/** A log is closed quarter by quarter, and an officer needs days to read it before signing. */
export const logAttestationDays: Threshold = {
  id: 'logAttestationDays',
  value: 100,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days before the as-of date at which the attested period of a log may have ended',
  looser: 'higher',
}

export const silenceThresholds = [conductLookBackMonths, logAttestationDays] as const

/** Whether the logs that a test reads are declared complete, so that silence in them counts. */
export interface Silence {
  readonly from: string
  readonly to: string
  /** Attestations that close the logs, by log. */
  readonly evidence: readonly Evidence[]
  /** Logs that are not closed for the whole look-back, in words. */
  readonly open: readonly string[]
  /** What would close them; empty where all are closed. */
  readonly findings: readonly Finding[]
  readonly answeredBy: string
}

/**
 * Looks for attestations of `logs` over the look-back. Several may follow one another without a
 * gap. A network formed within the look-back answers from its formation.
 *
 * The rule must list {@link silenceThresholds}.
 */
export function silenceOf(context: RuleContext, logs: readonly Log[]): Silence {
  const {asOf, network, lineIndex} = context
  const start = addMonths(asOf, -context.threshold('conductLookBackMonths'))
  const {formed = start} = network.value
  const from = formed > start ? formed : start
  const end = addDays(asOf, -context.threshold('logAttestationDays'))
  // A network formed since then has at least its first day to answer for.
  const to = end < from ? from : end
  const closed = logs.map((log) => ({log, attestations: attestationChain(context, log, from, to)}))
  const open = closed.filter(({attestations}) => attestations === undefined).map(({log}) => log)
  return {
    from,
    to,
    open: open.map(logWords),
    evidence: closed.flatMap(({log, attestations = []}) =>
      attestations.map((entry) =>
        context.cite(
          entry,
          ['log'],
          strengthOf(context, entry),
          `the log of ${logWords(log)} attested complete from ${entry.value.from} to ${entry.value.to}`,
        ),
      ),
    ),
    findings: open.map((log) =>
      context.finding(
        'note',
        network,
        ['productLines', lineIndex],
        `Unexpected silence of the log of ${logWords(log)}, expected an attestation that it is complete from ${from} to ${to}`,
        `Create ${fileFor(context.workspace, 'Attestation', log)} with \`kind: Attestation\` and \`log: ${log}\`, once an officer has read the log`,
      ),
    ),
    answeredBy:
      open.length === 0
        ? ''
        : `an Attestation that the ${open.length === 1 ? 'log' : 'logs'} of ${listed(open.map(logWords))} ${open.length === 1 ? 'is' : 'are'} complete from ${from} to ${to}`,
  }
}

/**
 * The result where nothing is there to judge: not applicable where the logs are closed, so that
 * silence counts, otherwise unknown. The rule must list {@link silenceThresholds}.
 *
 * @param what - What was looked for: `Exhausted`.
 */
export function noneToJudge(
  context: RuleContext,
  logs: readonly Log[],
  what: string,
  read: number,
): RuleResult {
  const silence = silenceOf(context, logs)
  const none = `${what}: none found in ${counted(read, 'record')} read`
  if (silence.open.length === 0)
    return {
      outcome: 'notApplicable',
      summary: `${none}, in ${logs.length === 1 ? 'a log' : 'logs'} attested complete from ${silence.from} to ${silence.to}.`,
      evidence: silence.evidence,
      findings: [],
    }
  return {
    outcome: 'unknown',
    summary: `${none}; not attested complete from ${silence.from} to ${silence.to}: ${listed(silence.open)}.`,
    evidence: [],
    findings: silence.findings,
    answeredBy: silence.answeredBy,
  }
}
