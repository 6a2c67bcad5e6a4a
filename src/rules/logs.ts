import {addMonths} from '../model/date.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'

/** Logs that an officer can attest to be complete. */
export type Log = NonNullable<Entry<'Attestation'>['value']['log']>

/** First day of the look-back: `months` before the as-of date, or the day the program went live. */
export function lookBackFrom({asOf, line}: RuleContext, months: number): string {
  const earliest = addMonths(asOf, -months)
  const live = line.programLive
  return live !== undefined && live > earliest && live <= asOf ? live : earliest
}

/** The attestation that closes a log from `from` to the as-of date; undefined where it is open. */
export function closedSince(
  {closedLog, asOf}: RuleContext,
  log: Log,
  from: string,
): Entry<'Attestation'> | undefined {
  return closedLog(log, from, asOf)
}

/** The fixed words for a search that found nothing: silence is not innocence. */
export function noneFound(records: number): string {
  return `none found in ${records} ${records === 1 ? 'record' : 'records'} read`
}
