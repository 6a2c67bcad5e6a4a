import {strengthOfRecord} from '../model/strength.ts'
import type {Evidence, Outcome, RuleContext, Strength} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'

export {percent} from '../model/percent.ts'

/** `1 practice`, `1,425 practices`; give the plural where it is not formed with an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? noun : plural}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.slice(-1).join('')
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** As {@link strengthOfRecord}, for the workspace of the rule. */
export function strengthOf(
  {workspace}: RuleContext,
  entry: Entry,
  exhibits: readonly (string | undefined)[] = [],
): Strength {
  return strengthOfRecord(workspace, entry, exhibits)
}

/**
 * How well a figure from a table is evidenced: `measured` where the table was read, and
 * `corroborated` where someone who does not practise in the network attests to the log as well.
 */
export function tableStrength(
  context: RuleContext,
  entry: Entry,
  table: string | undefined,
  attestation?: Entry<'Attestation'>,
): Strength {
  const {workspace} = context
  if (table === undefined || workspace.table(table).status !== 'read')
    return strengthOf(context, entry)
  const by = attestation && workspace.find('Person', attestation.value.attestedBy)?.value
  return by !== undefined && by.participant === undefined ? 'corroborated' : 'measured'
}

/**
 * Supported where everything is met, weak where some is, and `none` where nothing is. With
 * nothing met and nothing unmet there is nothing to judge: unknown.
 */
export function outcomeOf(
  met: readonly Evidence[],
  unmet: {readonly length: number},
  none: Outcome = 'absent',
): Outcome {
  if (met.length === 0) return unmet.length === 0 ? 'unknown' : none
  return unmet.length === 0 ? 'supported' : 'weak'
}
