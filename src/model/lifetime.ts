/** The span in which a contract or an agreement is in force; either end may not be stated. */
export interface ForceSpan {
  readonly inForceFrom?: string
  readonly inForceTo?: string
}

/** Whether it is in force on `date`, both ends included; undefined where its start is not stated. */
export function inForceOn({inForceFrom, inForceTo}: ForceSpan, date: string): boolean | undefined {
  if (inForceTo !== undefined && inForceTo < date) return false
  return inForceFrom === undefined ? undefined : inForceFrom <= date
}

/** Whether a participant or clinician has joined and not left. */
export function isMember(
  {joined, left}: {readonly joined?: string; readonly left?: string},
  asOf: string,
): boolean {
  return (joined ?? asOf) <= asOf && (left === undefined || left > asOf)
}
