import {addDays, addMonths} from '../model/date.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'

/** Logs that an officer can attest to be complete. */
export type Log = NonNullable<Entry<'Attestation'>['value']['log']>

/** A log as it is named in a sentence: `corrective actions`. */
export function logWords(log: Log): string {
  return log.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** First day of the look-back: `months` before the as-of date, or the day the program went live. */
export function lookBackFrom({asOf, line}: RuleContext, months: number): string {
  const earliest = addMonths(asOf, -months)
  const live = line.programLive
  return live !== undefined && live > earliest && live <= asOf ? live : earliest
}

/**
 * Attestations that close a log for every day of a period, in order: they may follow one another
 * without a gap. Undefined where a day is left open, and for a period of no day.
 */
export function attestationChain(
  {closedLog}: RuleContext,
  log: Log,
  from: string,
  to: string,
): readonly Entry<'Attestation'>[] | undefined {
  const chain: Entry<'Attestation'>[] = []
  for (let day = from; day <= to;) {
    const next = closedLog(log, day, day)
    if (next === undefined) return undefined
    chain.push(next)
    day = addDays(next.value.to, 1)
  }
  return chain.length === 0 ? undefined : chain
}

/**
 * The last of the attestations that close a log from `from` on; undefined where it is open.
 *
 * The last may have ended `logAttestationDays` before the as-of date, which the rule must list. A log younger than that is closed to the day.
 */
export function closedSince(
  context: RuleContext,
  log: Log,
  from: string,
): Entry<'Attestation'> | undefined {
  const {asOf} = context
  const graceful = addDays(asOf, -context.threshold('logAttestationDays'))
  return attestationChain(context, log, from, from > graceful ? asOf : graceful)?.at(-1)
}

/** The fixed words for a search that found nothing: silence is not innocence. */
export function noneFound(records: number): string {
  return `none found in ${records} ${records === 1 ? 'record' : 'records'} read`
}
