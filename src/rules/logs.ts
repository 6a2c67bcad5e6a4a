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
 * The last of the attestations that close a log from `from` on; undefined where it is open.
 *
 * They may follow one another without a gap, and the last may have ended `logAttestationDays`
 * before the as-of date, which the rule must list. A log younger than that is closed to the day.
 */
export function closedSince(
  {closedLog, asOf, threshold}: RuleContext,
  log: Log,
  from: string,
): Entry<'Attestation'> | undefined {
  const graceful = addDays(asOf, -threshold('logAttestationDays'))
  const to = from > graceful ? asOf : graceful
  let last: Entry<'Attestation'> | undefined
  for (let day = from; day <= to;) {
    last = closedLog(log, day, day)
    if (last === undefined) return undefined
    day = addDays(last.value.to, 1)
  }
  return last
}

/** The fixed words for a search that found nothing: silence is not innocence. */
export function noneFound(records: number): string {
  return `none found in ${records} ${records === 1 ? 'record' : 'records'} read`
}
