import {inForceOn} from '../model/lifetime.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'

/**
 * Agreements of the line that bind members or do not say: in force; on a proposed line also those
 * whose first day is still to come.
 */
export function agreementsOf({
  ofLine,
  asOf,
  line,
}: RuleContext): readonly Entry<'ParticipationAgreement'>[] {
  return ofLine('ParticipationAgreement').filter(({value}) =>
    line.stage === 'proposed'
      ? (value.inForceTo ?? asOf) >= asOf
      : inForceOn(value, asOf) !== false,
  )
}
